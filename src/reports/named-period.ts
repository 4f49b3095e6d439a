import { Temporal } from 'temporal-polyfill';
import { type Millis, millis } from '../rules/values.ts';
import type { Stretch } from './period.ts';

/** The periods that one asks for by name, those most asked for first. */
export const periodNames = [
  'last-30-days',
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'this-quarter',
  'last-quarter',
  'this-year',
  'last-year',
  'all',
] as const;
export type PeriodName = (typeof periodNames)[number];

/**
 * @param now epoch milliseconds
 * @param zone IANA time zone in which days begin
 * @returns the stretch of a period; one that is under way goes to the end of today, and all there is
 *   begins at 0
 */
export function namedPeriod(name: PeriodName, now: Millis, zone: string): Stretch {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const tomorrow = today.add({ days: 1 });
  const stretch = (from: Temporal.PlainDate, to = tomorrow): Stretch => ({
    since: startOf(from, zone),
    until: startOf(to, zone),
  });
  const week = today.subtract({ days: today.dayOfWeek - 1 });
  const month = today.with({ day: 1 });
  const quarter = month.subtract({ months: (month.month - 1) % 3 });
  const year = today.with({ day: 1, month: 1 });
  switch (name) {
    case 'last-30-days':
      return stretch(tomorrow.subtract({ days: 30 }));
    case 'this-week':
      return stretch(week);
    case 'last-week':
      return stretch(week.subtract({ weeks: 1 }), week);
    case 'this-month':
      return stretch(month);
    case 'last-month':
      return stretch(month.subtract({ months: 1 }), month);
    case 'this-quarter':
      return stretch(quarter);
    case 'last-quarter':
      return stretch(quarter.subtract({ months: 3 }), quarter);
    case 'this-year':
      return stretch(year);
    case 'last-year':
      return stretch(year.subtract({ years: 1 }), year);
    case 'all':
      return { since: millis(0), until: startOf(tomorrow, zone) };
  }
}

const startOf = (day: Temporal.PlainDate, zone: string): Millis =>
  millis(day.toZonedDateTime(zone).epochMilliseconds);
