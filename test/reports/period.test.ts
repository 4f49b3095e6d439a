import { describe, expect, test } from 'vitest';
import {
  periodAsked,
  piecesOf,
  type Stretch,
  stepFor,
  stretchBefore,
  stretchFlags,
  stretchText,
  TooManyPieces,
} from '../../src/reports/period.ts';
import { millis } from '../../src/rules/values.ts';

const zone = 'Europe/Sofia';
const at = (iso: string) => millis(Date.parse(iso));
const now = at('2026-11-27T10:00:00+02:00');
const local = ({ since, until }: Stretch) =>
  [since, until].map((moment) => new Date(moment).toISOString());

describe('the time a report is about', () => {
  test('is the last thirty days where nobody says, today among them', () => {
    expect(local(periodAsked({ now, zone }))).toEqual([
      '2026-10-28T22:00:00.000Z',
      '2026-11-27T22:00:00.000Z',
    ]);
  });

  test('is a year of whole months where it is asked for month by month', () => {
    expect(local(periodAsked({ now, zone, by: 'month' }))).toEqual([
      '2025-11-30T22:00:00.000Z',
      '2026-11-27T22:00:00.000Z',
    ]);
  });

  test('is held against the month before where it is a month, however long that was', () => {
    const november = {
      since: at('2026-11-01T00:00:00+02:00'),
      until: at('2026-12-01T00:00:00+02:00'),
    };
    expect(local(stretchBefore(november, zone))[0]).toBe('2026-09-30T21:00:00.000Z');
  });

  test('is held against as many days where it is days, over a change of the clocks too', () => {
    const week = { since: at('2026-10-26T00:00:00+02:00'), until: at('2026-11-02T00:00:00+02:00') };
    expect(local(stretchBefore(week, zone))[0]).toBe('2026-10-18T21:00:00.000Z');
  });

  test('is cut at the first of each month, the ends as they are', () => {
    const stretch = {
      since: at('2026-09-15T00:00:00+03:00'),
      until: at('2026-11-10T00:00:00+02:00'),
    };
    const pieces = piecesOf(stretch, 'month', zone, 'en');
    expect(pieces.map(({ name, text }) => [name, text])).toEqual([
      ['2026-09', 'Sept 2026'],
      ['2026-10', 'Oct 2026'],
      ['2026-11', 'Nov 2026'],
    ]);
    expect(pieces[0]?.since).toBe(stretch.since);
    expect(pieces.at(-1)?.until).toBe(stretch.until);
    for (const [n, piece] of pieces.slice(1).entries()) expect(piece.since).toBe(pieces[n]?.until);
  });

  test('has weeks of ISO 8601, which begin on Monday', () => {
    const stretch = {
      since: at('2026-12-30T00:00:00+02:00'),
      until: at('2027-01-05T00:00:00+02:00'),
    };
    expect(piecesOf(stretch, 'week', zone, 'en').map(({ name }) => name)).toEqual([
      '2026-W53',
      '2027-W01',
    ]);
  });

  test('has a step that shows it best', () => {
    const days = (many: number): Stretch => ({
      since: millis(0),
      until: millis(many * 86_400_000),
    });
    expect([7, 90, 365, 3000, 9000].map((many) => stepFor(days(many)))).toEqual([
      'day',
      'week',
      'month',
      'quarter',
      'year',
    ]);
  });

  test('is refused in more pieces than anybody looks at', () => {
    const years = { since: at('2020-01-01T00:00:00+02:00'), until: now };
    expect(() => piecesOf(years, 'day', zone, 'en')).toThrow(TooManyPieces);
  });

  test('is told in words, in a Thai report in the same years', () => {
    const stretch = periodAsked({ now, zone });
    expect(stretchText(stretch, zone, 'en')).toMatch(/29 October\s–\s27 November 2026/);
    expect(stretchText(stretch, zone, 'th')).toContain('2026');
  });

  test('is asked for by the last day that counts', () => {
    expect(stretchFlags(periodAsked({ now, zone }), zone)).toEqual([
      '--since',
      '2026-10-29',
      '--until',
      '2026-11-27',
    ]);
  });
});
