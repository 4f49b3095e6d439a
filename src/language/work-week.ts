/** The desk's week, as far as reading a date needs it. Holidays are the playbook's and not counted. */

import type { Temporal } from 'temporal-polyfill';

/** Which days are worked, and until when. */
export interface WorkWeek {
  /** ISO numbers of the days that are worked, 1 for Monday to 7 for Sunday; at least one. */
  readonly workdays: readonly number[];
  /** `17:00`: a date without a time is meant by then. */
  readonly dayEnd: string;
}

/**
 * @param many working days to go on, back when negative; 0 is the day itself
 * @returns the working day that many after `day`, which itself is not counted
 */
export function workdaysAfter(
  day: Temporal.PlainDate,
  many: number,
  { workdays }: WorkWeek,
): Temporal.PlainDate {
  const step = many < 0 ? -1 : 1;
  let date = day;
  for (let left = Math.abs(many); left > 0; ) {
    date = date.add({ days: step });
    if (workdays.includes(date.dayOfWeek)) left -= 1;
  }
  return date;
}

/** @returns the last working day of the week of `day`, or of the next one when that is over */
export function lastWorkday(day: Temporal.PlainDate, { workdays }: WorkWeek): Temporal.PlainDate {
  const away = Math.max(...workdays) - day.dayOfWeek;
  return day.add({ days: away < 0 ? away + 7 : away });
}
