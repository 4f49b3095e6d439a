/** Days off as people type them: `2026-12-25 Christmas`, or with times, `2026-12-24 Christmas Eve 09:00-12:00`. */

import { intervalText, readDay, readInterval } from '../../playbook/quantities.ts';
import type { Holiday, Interval } from '../../rules/playbook.ts';
import { type Refusal, refuse } from '../../rules/values.ts';

export type HolidayRead =
  | { readonly ok: true; readonly holiday: Holiday }
  | { readonly ok: false; readonly refusal: Refusal };

/** Reads one day off: its date, what it is called, and its times where it is not closed. */
export function readHoliday(text: string): HolidayRead {
  const [date = '', ...words] = text.trim().split(/\s+/);
  const day = readDay(date);
  if (day === undefined) return refusing('holiday_not_a_day', date);
  const open: Interval[] = [];
  for (let last = words.at(-1); last !== undefined; last = words.at(-1)) {
    const times = readInterval(last);
    if (times === undefined) break;
    open.unshift(times);
    words.pop();
  }
  const label = words.join(' ');
  if (label === '') return refusing('holiday_no_label', date);
  const overlaps = open.some((times, at) => times[0] < (open[at - 1]?.[1] ?? 0));
  if (overlaps) return refusing('holiday_times', open.map(intervalText).join(' '));
  return { ok: true, holiday: open.length === 0 ? { day, label } : { day, label, open } };
}

/**
 * Reads a list of days off, one a line; empty lines and those that begin with `#` say nothing.
 * @returns the days, or why one is none, with its line as `line`
 */
export function readHolidayLines(
  text: string,
):
  | { readonly ok: true; readonly holidays: readonly Holiday[] }
  | { readonly ok: false; readonly refusal: Refusal; readonly line: number } {
  const holidays: Holiday[] = [];
  for (const [at, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    const read = readHoliday(line);
    const twice = read.ok && holidays.some(({ day }) => day === read.holiday.day);
    const refusal = read.ok
      ? twice && refuse('holiday_twice', { given: read.holiday.day }, 'holidays')
      : read.refusal;
    if (refusal) return { ok: false, refusal, line: at + 1 };
    if (read.ok) holidays.push(read.holiday);
  }
  return { ok: true, holidays };
}

/** @returns days off with some more, in the order of the calendar; the newer word on a day holds. */
export function withHolidays(
  before: readonly Holiday[],
  more: readonly Holiday[],
): readonly Holiday[] {
  const byDay = new Map([...before, ...more].map((holiday) => [holiday.day, holiday]));
  return [...byDay.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

const refusing = (code: string, given: string): HolidayRead => ({
  ok: false,
  refusal: refuse(code, { given }, 'holidays'),
});
