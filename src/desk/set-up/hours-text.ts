/** Opening hours as one line that people type and read: `mon-fri 09:00-12:30 13:30-18:00, sat 10:00-14:00`. */

import { intervalText, readInterval } from '../../playbook/quantities.ts';
import type { Hours, Interval } from '../../rules/playbook.ts';
import { type Refusal, refuse } from '../../rules/values.ts';

export type Week = Hours['week'];

/** A week, undefined for around the clock; or why it is none. */
export type WeekRead =
  | { readonly ok: true; readonly week: Week }
  | { readonly ok: false; readonly refusal: Refusal };

/** How hours that never end are typed and shown. */
export const AROUND_THE_CLOCK = 'around the clock';

const names = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const several: Readonly<Record<string, readonly number[]>> = {
  daily: [0, 1, 2, 3, 4, 5, 6],
  weekdays: [0, 1, 2, 3, 4],
  weekends: [5, 6],
};

/**
 * Reads a week. A comma or a line ends what is said of some days; a day that is not named is closed.
 * @param text `mon-fri 9-17`, `mon, wed 09:00-12:00 13:00-17:00; sat 10-14`, `around the clock`
 */
export function readWeek(text: string): WeekRead {
  const tidy = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll(/\s*[-–—]\s*/g, '-')
    .replaceAll(/\s+/g, ' ');
  if (tidy === AROUND_THE_CLOCK || tidy === '24/7') return { ok: true, week: undefined };
  try {
    return { ok: true, week: weekOf(tidy.split(/[,; ]/).filter((word) => word !== '')) };
  } catch (error) {
    if (error instanceof NotHours) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

/** @returns a week as it can be typed again; days that are closed are left out. */
export function weekText(week: Week): string {
  if (week === undefined) return AROUND_THE_CLOCK;
  const days = week.map((times) => times.map(intervalText).join(' '));
  const spans: { from: number; to: number; times: string }[] = [];
  for (const [day, times] of days.entries()) {
    const last = spans.at(-1);
    if (last?.times === times) last.to = day;
    else spans.push({ from: day, to: day, times });
  }
  return spans
    .filter(({ times }) => times !== '')
    .map(({ from, to, times }) => `${spanText(from, to)} ${times}`)
    .join(', ');
}

class NotHours extends Error {
  readonly refusal: Refusal;

  constructor(code: string, facts: Refusal['facts']) {
    super(code);
    this.refusal = refuse(code, facts, 'hours');
  }
}

/** Days, then their times, then other days. Days in a row without times share those that follow. */
function weekOf(words: readonly string[]): Week {
  const week = new Map<number, Interval[]>();
  let named: readonly number[] = [];
  let timed = false;
  for (const word of words) {
    const days = daysOf(word);
    if (days !== undefined) {
      named = timed ? days : [...named, ...days];
      timed = false;
      const twice = days.find((day) => week.has(day));
      if (twice !== undefined) throw new NotHours('hours_day_twice', { day: names[twice] ?? '' });
      continue;
    }
    if (named.length === 0) throw new NotHours('hours_no_day', { given: word });
    timed = true;
    const times = word === 'closed' ? [] : [timesOf(word)];
    for (const day of named) week.set(day, [...(week.get(day) ?? []), ...times]);
  }
  if (!timed) throw new NotHours('hours_no_times', { given: words.at(-1) ?? '' });
  const whole = names.map((_, day) => inOrder(week.get(day) ?? [], day));
  if (whole.every((times) => times.length === 0)) throw new NotHours('hours_never_open', {});
  return whole;
}

/** @returns the days of a word, Monday 0; undefined when it is about times. */
function daysOf(word: string): readonly number[] | undefined {
  if (word === 'closed' || !/^[a-z]/.test(word)) return undefined;
  const known = several[word];
  if (known !== undefined) return known;
  const [from, to, more] = word.split('-').map((name) => dayOf(name, word));
  if (from === undefined || more !== undefined)
    throw new NotHours('hours_no_such_day', { given: word });
  const many = ((((to ?? from) - from) % 7) + 7) % 7;
  return Array.from({ length: many + 1 }, (_, after) => (from + after) % 7);
}

function dayOf(name: string, given: string): number {
  const day = name.length < 2 ? -1 : names.findIndex((full) => full.startsWith(name));
  if (day === -1) throw new NotHours('hours_no_such_day', { given });
  return day;
}

/** `9-17`, `9:00-17:30`, `09.00-17.30`; what goes past midnight stands on both days. */
function timesOf(word: string): Interval {
  const [, fromHour, fromMinute = '00', toHour, toMinute = '00'] =
    /^(\d{1,2})(?:[:.](\d\d))?-(\d{1,2})(?:[:.](\d\d))?$/.exec(word) ?? [];
  const [from, to] = [
    `${fromHour?.padStart(2, '0')}:${fromMinute}`,
    `${toHour?.padStart(2, '0')}:${toMinute}`,
  ];
  const read = readInterval(`${from}-${to}`);
  if (read !== undefined) return read;
  const isTime = readInterval(`00:00-${to === '00:00' ? '24:00' : to}`) !== undefined;
  if (isTime && from > to) throw new NotHours('hours_backwards', { given: word });
  throw new NotHours('hours_not_times', { given: word });
}

function inOrder(times: readonly Interval[], day: number): readonly Interval[] {
  const ordered = times.toSorted(([one], [other]) => one - other);
  for (const [at, time] of ordered.entries()) {
    const before = ordered[at - 1];
    if (before !== undefined && time[0] < before[1]) {
      const facts = { day: names[day] ?? '', one: intervalText(before), other: intervalText(time) };
      throw new NotHours('hours_overlap', facts);
    }
  }
  return ordered;
}

const shortOf = (day: number): string => names[day]?.slice(0, 3) ?? '';

const spanText = (from: number, to: number): string =>
  from === to ? shortOf(from) : `${shortOf(from)}-${shortOf(to)}`;
