import { Temporal } from 'temporal-polyfill';
import { readDay, readWhen } from '../language/when.ts';
import { Fault } from './fault.ts';

/** What a typed date covers: from its first moment to the first one after it, epoch milliseconds. */
export interface Covered {
  readonly from: number;
  readonly to: number;
}

/**
 * Reads a day (`2026-11-20`, `yesterday`, `last monday`) or a moment (`2026-11-20 15:00`, an ISO
 * time with its offset, `2 hours ago`).
 * @param option the option it was typed for, named when it is no date
 * @param zone IANA time zone of the desk
 * @throws Fault `usage` when nothing or two things can be meant
 */
export function readMoment(given: string, option: string, zone: string): Covered {
  const context = { now: Date.now(), zone };
  const exact = /^\s*\d{4}-\d\d-\d\d[t ]\d|\b(?:hours?|minutes?|min|h)\b/i.test(given);
  const ahead = readWhen(given, context);
  if (exact && 'at' in ahead) return { from: ahead.at, to: ahead.at + 1 };
  const day = readDay(given, context);
  if ('day' in day) return dayOf(day.day, zone);
  if (day.reason === 'future' && 'at' in ahead) {
    const instant = Temporal.Instant.fromEpochMilliseconds(ahead.at);
    return dayOf(instant.toZonedDateTimeISO(zone).toPlainDate().toString(), zone);
  }
  throw new Fault('usage', 'not-a-date', { given, option });
}

/** Days of 23 and 25 hours are days too, so the next one is asked for and not counted. */
function dayOf(text: string, zone: string): Covered {
  const day = Temporal.PlainDate.from(text);
  const start = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).epochMilliseconds;
  return { from: start(day), to: start(day.add({ days: 1 })) };
}
