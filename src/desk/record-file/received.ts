import { type Millis, millis, type Refusal, refuse } from '../../rules/values.ts';
import type { Desk } from '../desk.ts';
import { whenNotRead } from '../read-dates.ts';

/** No complaint that is taken today reached us before this: a slip in the year. */
const FIRST = Date.UTC(2000, 0, 1);

export type ReceivedRead = { readonly at: Millis } | { readonly refusal: Refusal };

/**
 * Reads when something reached us, before somebody took it up: `yesterday 16:40`, `monday`, `2 hours
 * ago`, an ISO time. A day without a time counts from its beginning. From there the clocks run (P25,
 * P40).
 * @param now epoch milliseconds
 * @returns the moment, or why it is none: not understood, ahead of now, before the year 2000
 */
export async function readReceived(
  text: string,
  { zone }: Pick<Desk, 'zone'>,
  now: Millis,
): Promise<ReceivedRead> {
  // The calendar takes tens of milliseconds to load: only where somebody names a moment.
  const { readDay, readWhen } = await import('../../language/when.ts');
  const { Temporal } = await import('temporal-polyfill');
  const read = readWhen(text, { now, zone });
  const timed = 'at' in read && !read.dateOnly ? read.at : undefined;
  // Read as something to come, "monday 10:00" is next week: then the day is looked for behind us.
  if (timed !== undefined && timed <= now) return judged(timed, now);
  const past = readDay(text, { now, zone });
  if (!('day' in past)) {
    const ahead = past.reason === 'future' || timed !== undefined;
    return {
      refusal: ahead
        ? refuse('in_the_future', {}, 'received')
        : whenNotRead(past.reason, text, 'received'),
    };
  }
  const day = Temporal.PlainDate.from(past.day);
  if (timed === undefined) return judged(day.toZonedDateTime(zone).epochMilliseconds, now);
  const clock = Temporal.Instant.fromEpochMilliseconds(timed).toZonedDateTimeISO(zone);
  const at = day.toZonedDateTime({ timeZone: zone, plainTime: clock.toPlainTime() });
  return judged(at.epochMilliseconds, now);
}

function judged(at: number, now: Millis): ReceivedRead {
  if (at > now) return { refusal: refuse('in_the_future', {}, 'received') };
  if (at < FIRST) return { refusal: refuse('too_long_ago', {}, 'received') };
  return { at: millis(at) };
}
