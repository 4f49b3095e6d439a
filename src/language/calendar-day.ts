/** A day that was typed, and why there may be none. */

import { Temporal } from 'temporal-polyfill';
import type { WorkWeek } from './work-week.ts';

/** Why typed text gives no date. */
export type NoDate = 'empty' | 'not-understood' | 'no-such-date' | 'ambiguous' | 'their-zone';

/**
 * A day. `other` is the next one that the same words could mean, away from today (the Friday after,
 * the same date a year on), for when the first is out of reach.
 */
export interface DayReading {
  readonly day: Temporal.PlainDate;
  readonly other?: Temporal.PlainDate;
}

/** What the words for a day depend on. */
export interface DayContext {
  readonly today: Temporal.PlainDate;
  /** Whether words without a year or a week look ahead (a promise) or back (what happened). */
  readonly toward: 'ahead' | 'behind';
  readonly week: WorkWeek;
  readonly order?: 'day-first' | 'month-first' | undefined;
}

const WEEKDAY_STARTS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** @returns the number of a weekday's name, 1 for Monday. */
export function weekdayNumber(name: string): number {
  return WEEKDAY_STARTS.indexOf(name.slice(0, 3)) + 1;
}

/** @returns the date, or undefined when the calendar has none such. */
export function calendarDay(
  year: number,
  month: number,
  day: number,
): Temporal.PlainDate | undefined {
  if (year < 1900 || year > 2199) return undefined;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

/** @returns the first date on the right side of today among those that exist, and the one after it. */
export function nearest(
  candidates: readonly (Temporal.PlainDate | undefined)[],
  { today, toward }: DayContext,
): DayReading | undefined {
  const sign = toward === 'ahead' ? 1 : -1;
  const [day, other] = candidates.filter(
    (date) => date !== undefined && Temporal.PlainDate.compare(date, today) * sign >= 0,
  );
  if (day === undefined) return undefined;
  return other === undefined ? { day } : { day, other };
}

/** A day and month, with or without its year, and its weekday where one was named. */
export function dayAndMonth(
  day: number,
  month: number,
  year: number | undefined,
  context: DayContext,
  weekday?: string,
): DayReading | NoDate {
  const step = context.toward === 'ahead' ? 1 : -1;
  const years = [0, 1, 2].map((count) => context.today.year + count * step);
  if (year !== undefined) {
    const date = calendarDay(year, month, day);
    return date === undefined ? 'no-such-date' : onWeekday({ day: date }, weekday);
  }
  const candidates = years.map((each) => calendarDay(each, month, day));
  const found = nearest(candidates, context);
  return found === undefined ? 'no-such-date' : onWeekday(found, weekday);
}

/**
 * Checks a date against the weekday that was said with it. One that does not fit the nearest date is
 * a slip of the tongue, not a hint at a date years away.
 */
export function onWeekday(found: DayReading, weekday: string | undefined): DayReading | NoDate {
  if (weekday === undefined) return found;
  return found.day.dayOfWeek === weekdayNumber(weekday) ? { day: found.day } : 'no-such-date';
}
