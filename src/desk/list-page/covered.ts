/** The stretch of time that a typed date means. It loads the calendar: import it only for a date. */

import { Temporal } from 'temporal-polyfill';
import { readDay, readWhen } from '../../language/when.ts';

/** From its first moment to the first one after it, epoch milliseconds. */
export interface Covered {
  readonly from: number;
  readonly to: number;
}

/**
 * Reads a day (`2026-11-20`, `yesterday`, `monday`) or a moment (`2026-11-20 15:00`, `2 hours ago`).
 * A weekday is the last one.
 * @param now epoch milliseconds
 * @param zone IANA time zone of the desk
 * @returns undefined when nothing or two things can be meant
 */
export function readCovered(typed: string, now: number, zone: string): Covered | undefined {
  const context = { now, zone };
  const when = readWhen(typed, context);
  if (isMoment.test(typed) && 'at' in when) return { from: when.at, to: when.at + 1 };
  const day = readDay(typed, context);
  if ('day' in day) return dayOf(day.day, zone);
  if (day.reason !== 'future' || !('at' in when)) return undefined;
  const ahead = Temporal.Instant.fromEpochMilliseconds(when.at).toZonedDateTimeISO(zone);
  return dayOf(ahead.toPlainDate().toString(), zone);
}

const isMoment = /^\s*\d{4}-\d\d-\d\d[t ]\d|\b(?:hours?|minutes?|min|h)\b/i;

/** Days of 23 and 25 hours are days too, so the next one is asked for and not counted. */
function dayOf(text: string, zone: string): Covered {
  const day = Temporal.PlainDate.from(text);
  const start = (date: Temporal.PlainDate): number => date.toZonedDateTime(zone).epochMilliseconds;
  return { from: start(day), to: start(day.add({ days: 1 })) };
}
