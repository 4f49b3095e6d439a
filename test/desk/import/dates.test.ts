import { describe, expect, test } from 'vitest';
import { ColumnDates } from '../../../src/desk/import/column-dates.ts';
import { OrderOf } from '../../../src/desk/import/date-order.ts';
import type { DateOrder } from '../../../src/desk/import/date-text.ts';

const read = (text: string, order?: DateOrder, zone = 'Europe/Sofia'): string =>
  new Date(new ColumnDates(zone, () => order).moment(text, 'opened_at')).toISOString();

/** @returns what the dates of a column, from row 2 on, say of their order. */
function order(...texts: readonly string[]) {
  const column = new OrderOf('Date');
  for (const [index, text] of texts.entries()) column.add(index + 2, text);
  return column.found;
}

describe('a date in a file', () => {
  test.each([
    ['2025-03-14T05:20:00.000Z', '2025-03-14T05:20:00.000Z'],
    ['2025-03-14T05:20:00+02:00', '2025-03-14T03:20:00.000Z'],
    ['2025-03-14 05:20', '2025-03-14T03:20:00.000Z'],
    ['2025-03-14', '2025-03-13T22:00:00.000Z'],
    ['2025/3/4 5:20 PM', '2025-03-04T15:20:00.000Z'],
    ['14 Mar 2025', '2025-03-13T22:00:00.000Z'],
    ['14-Mar-25', '2025-03-13T22:00:00.000Z'],
    ['March 14, 2025 12:05 am', '2025-03-13T22:05:00.000Z'],
    ['Friday, 14 March 2025', '2025-03-13T22:00:00.000Z'],
    ['14.03.2568', '2025-03-13T22:00:00.000Z', 'dmy'],
    ['14.03.25 9:05', '2025-03-14T07:05:00.000Z', 'dmy'],
    ['3/14/2025 1:20', '2025-03-13T23:20:00.000Z', 'mdy'],
    ['25/03/14', '2025-03-13T22:00:00.000Z', 'ymd'],
    ['5/5/2025', '2025-05-04T21:00:00.000Z'],
  ] as const)('%s is %s', (text, moment, ...said) => {
    expect(read(text, said[0] as DateOrder | undefined)).toBe(moment);
  });

  test('that the clocks leap over is the moment of the leap; one that comes twice is the first', () => {
    expect(read('2025-03-30 03:30')).toBe('2025-03-30T01:00:00.000Z');
    expect(read('2025-10-26 03:30')).toBe('2025-10-26T00:30:00.000Z');
  });

  test.each([
    '31.04.2025',
    '2025-02-29',
    '14/14/2025',
    '45730.05',
    'soon',
    '14.03.2025 25:00',
    '1/2/3/4',
  ])('%s is none', (text) => {
    expect(() => read(text, 'dmy')).toThrow();
  });

  test('is never guessed where it can be two days', () => {
    expect(() => read('3/4/2025')).toThrow('other-order');
    expect(() => read('1/1/1969', 'dmy')).toThrow('too-early');
  });
});

describe('the order of day and month', () => {
  test('is decided by the whole column, and the rows that decided it are named', () => {
    const found = order('3/4/2025', '3/5/2025', '3/14/2025');
    expect(found).toMatchObject({ order: 'mdy', monthFirst: { many: 1, rows: [4] } });
    expect(order('3/4/2025', '14/3/2025')).toMatchObject({ order: 'dmy', dayFirst: { rows: [3] } });
  });

  test('is open where every date could be both', () => {
    expect(order('3/4/2025', '5/6/2025', '7/7/2025')).toMatchObject({
      order: 'open',
      either: { many: 2, rows: [2, 3] },
    });
  });

  test('contradicts itself where some dates fit only the one, others only the other', () => {
    expect(order('14/3/2025', '3/14/2025')).toMatchObject({
      order: 'contradicts',
      dayFirst: { rows: [2] },
      monthFirst: { rows: [3] },
    });
  });

  test('needs no deciding where the dates say it themselves', () => {
    expect(order('2025-03-04', '4 Mar 2025', '7/7/2025', 'nonsense').order).toBe('told');
  });
});
