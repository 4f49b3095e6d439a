import { expect, it } from 'vitest';
import { listFilter } from '../../src/reports/list-filter.ts';
import { namedPeriod, type PeriodName, periodNames } from '../../src/reports/named-period.ts';
import { typedPeriod } from '../../src/reports/typed-period.ts';
import { millis } from '../../src/rules/values.ts';

const sofia = 'Europe/Sofia';
/** A Saturday. */
const now = millis(Date.parse('2026-11-21T07:12:00Z'));
const inSofia = (moment: number): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: sofia,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(moment);

it.each<[PeriodName, string, string]>([
  ['last-30-days', '2026-10-23', '2026-11-22'],
  ['this-week', '2026-11-16', '2026-11-22'],
  ['last-week', '2026-11-09', '2026-11-16'],
  ['this-month', '2026-11-01', '2026-11-22'],
  ['last-month', '2026-10-01', '2026-11-01'],
  ['this-quarter', '2026-10-01', '2026-11-22'],
  ['last-quarter', '2026-07-01', '2026-10-01'],
  ['this-year', '2026-01-01', '2026-11-22'],
  ['last-year', '2025-01-01', '2026-01-01'],
])('%s begins and ends with a day of the desk, summer time or not', (name, since, until) => {
  const period = namedPeriod(name, now, sofia);
  expect([inSofia(period.since), inSofia(period.until)]).toEqual([
    `${since} 00:00`,
    `${until} 00:00`,
  ]);
});

it('everything begins before anything', () => {
  expect(namedPeriod('all', now, sofia).since).toBe(0);
  expect(new Set(periodNames).size).toBe(10);
});

it.each([
  ['1 nov to 15 nov', '2026-11-01', '2026-11-16'],
  ['2026-11-01..2026-11-15', '2026-11-01', '2026-11-16'],
  ['2026-11-01 - 2026-11-15', '2026-11-01', '2026-11-16'],
  ['yesterday', '2026-11-20', '2026-11-21'],
  ['25.10.2026', '2026-10-25', '2026-10-26'],
])('%s is understood, both days in it', (typed, since, until) => {
  const period = typedPeriod(typed, now, sofia);
  expect([inSofia(period?.since ?? 0), inSofia(period?.until ?? 0)]).toEqual([
    `${since} 00:00`,
    `${until} 00:00`,
  ]);
});

it.each([
  '',
  'to',
  '15 nov to 1 nov',
  '1 nov to 31 feb',
  'a to b',
  '1 nov to 2 nov to 3 nov',
  'nonsense',
])('%j is no period', (typed) => {
  expect(typedPeriod(typed, now, sofia)).toBeUndefined();
});

it('a command that lists complaints is said as a list’s filter is typed', () => {
  const list = [
    'list',
    '--figure',
    'offered:refund',
    '--owner',
    'Sam Smith',
    '--late',
    '--key',
    '--text',
    'broken',
    '--since',
    '2026-11-01',
  ];
  expect(listFilter(list)).toBe(
    'figure:offered:refund owner:"Sam Smith" late:yes key:yes broken since:2026-11-01',
  );
});

it.each([
  ['export', '--late'],
  ['list', '--sort', 'opened_at'],
  ['list', '--owner'],
  ['list', 'stray'],
])('no list on a screen is the same as %s %s', (...list) => {
  expect(listFilter(list)).toBeUndefined();
});
