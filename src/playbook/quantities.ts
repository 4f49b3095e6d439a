import { readMoney } from '../language/read-money.ts';
import type { Interval } from '../rules/playbook.ts';
import { currency, type Day, day, type Money, minor } from '../rules/values.ts';

/** Stands for "no currency was named": ISO 4217's own code for that. */
const UNNAMED = 'XXX';

/**
 * @param text a sum with its currency: `50.00 EUR`
 * @returns the sum in minor units; undefined when it is none, or its currency is not named
 */
export function readSum(text: string): Money | undefined {
  const read = readMoney(text, UNNAMED);
  return read === undefined || read.currency === UNNAMED
    ? undefined
    : { minor: minor(read.minor), currency: currency(read.currency) };
}

/**
 * @param text `10 h`, `1.5 h`, `15 min`
 * @returns hours, more than none and at most a year; undefined when it is no such time
 */
export function readHours(text: string): number | undefined {
  const [, number, unit] = /^(\d{1,4}(?:\.\d{1,2})?)\s*(h|min)$/.exec(text) ?? [];
  const hours = Number(number) / (unit === 'min' ? 60 : 1);
  return hours > 0 && hours <= 8760 ? hours : undefined;
}

/**
 * @param text `09:00-12:30`; `24:00` is the midnight at the end of the day
 * @returns minutes of the day; undefined when it is no such time, or ends before it begins
 */
export function readInterval(text: string): Interval | undefined {
  const [, from, to] = /^(\d\d:\d\d)\s*-\s*(\d\d:\d\d)$/.exec(text) ?? [];
  const [start, end] = [minuteOf(from), minuteOf(to)];
  return start !== undefined && end !== undefined && start < end ? [start, end] : undefined;
}

/** @returns an interval as it is written: `09:00-12:30`. */
export const intervalText = (interval: Interval): string =>
  interval
    .map((minute) =>
      [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':'),
    )
    .join('-');

function minuteOf(time = ''): number | undefined {
  const [hour = Number.NaN, minute = Number.NaN] = time.split(':').map(Number);
  return minute < 60 && hour * 60 + minute <= 24 * 60 ? hour * 60 + minute : undefined;
}

/**
 * @param text `2026-12-25`
 * @returns the date; undefined when the calendar has none such
 */
export function readDay(text: string): Day | undefined {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // Some dates that are none, such as 30 February, are read as one of the next month.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? day(text) : undefined;
}

/**
 * @param text `15 %`, `12.5 %`
 * @returns whole or half percents from 0 to 100; undefined when it is no such share
 */
export function readPercent(text: string): number | undefined {
  const percent = Number(/^(\d{1,3}(?:\.[05])?)\s*%$/.exec(text)?.[1]);
  return percent <= 100 ? percent : undefined;
}
