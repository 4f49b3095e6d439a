import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readHoliday,
  readHolidayLines,
  withHolidays,
} from '../../../src/desk/set-up/holiday-text.ts';
import { readWeek, weekText } from '../../../src/desk/set-up/hours-text.ts';
import type { Interval } from '../../../src/rules/playbook.ts';
import { day } from '../../../src/rules/values.ts';

/** What a line of hours is read as, written as the program writes hours; or why it is none. */
function readAs(text: string): string {
  const read = readWeek(text);
  return read.ok ? weekText(read.week) : read.refusal.code;
}

describe('opening hours in a line', () => {
  test.each([
    ['mon-fri 09:00-12:30 13:30-18:00, sat 10:00-14:00', undefined],
    ['Mon–Fri 9 – 17', 'mon-fri 09:00-17:00'],
    ['monday 9.30-17.00; tuesday 9:30-17', 'mon-tue 09:30-17:00'],
    ['mon, wed, fri 8-12', 'mon 08:00-12:00, wed 08:00-12:00, fri 08:00-12:00'],
    ['weekdays 9-17, weekends 10-14', 'mon-fri 09:00-17:00, sat-sun 10:00-14:00'],
    ['fri 18:00-24:00, sat 0-2', 'fri 18:00-24:00, sat 00:00-02:00'],
    ['sat-mon 10-12', 'mon 10:00-12:00, sat-sun 10:00-12:00'],
    ['mon 13-17, 9-12', 'mon 09:00-12:00 13:00-17:00'],
    ['daily 9-17', 'mon-sun 09:00-17:00'],
    ['tue closed, wed 9-12', 'wed 09:00-12:00'],
    ['mon 9-12 12-15', 'mon 09:00-12:00 12:00-15:00'],
    ['Around the clock', 'around the clock'],
    ['24/7', 'around the clock'],
  ])('%s', (text, written) => {
    expect(readAs(text)).toBe(written ?? text);
  });

  test.each([
    ['', 'hours_no_times'],
    ['mon', 'hours_no_times'],
    ['mon 9-12, tue', 'hours_no_times'],
    ['9-17', 'hours_no_day'],
    ['always open', 'hours_no_such_day'],
    ['m 9-17', 'hours_no_such_day'],
    ['mon-fry 9-17', 'hours_no_such_day'],
    ['mon-tue-wed 9-17', 'hours_no_such_day'],
    ['mon 9-12, mon 13-17', 'hours_day_twice'],
    ['mon-fri 9-17, wed 9-12', 'hours_day_twice'],
    ['mon 17-9', 'hours_backwards'],
    ['fri 18:00-00:00', 'hours_backwards'],
    ['mon 9-9', 'hours_not_times'],
    ['mon 9-25', 'hours_not_times'],
    ['mon 9:60-17', 'hours_not_times'],
    ['mon 9', 'hours_not_times'],
    ['mon 9-13 12-17', 'hours_overlap'],
    ['mon closed', 'hours_never_open'],
  ])('is none, and why: “%s”', (text, code) => {
    expect(readAs(text)).toBe(code);
  });

  test('is read as it was written, whatever the week', () => {
    const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 6 });
    const times = minutes.map((ends) => {
      const ordered = ends.toSorted((one, other) => one - other);
      return ordered.flatMap((from, at): Interval[] => {
        const to = ordered[at + 1];
        return at % 2 === 0 && to !== undefined ? [[from, to]] : [];
      });
    });
    const week = fc.array(times, { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(week, (days) => {
        fc.pre(days.some((one) => one.length > 0));
        expect(readWeek(weekText(days))).toEqual({ ok: true, week: days });
      }),
    );
  });
});

describe('days off in lines', () => {
  const christmas = { day: day('2026-12-25'), label: 'Christmas' };

  test('have a date and a name, and times where the desk is open all the same', () => {
    expect(readHoliday(' 2026-12-25   Christmas ')).toEqual({ ok: true, holiday: christmas });
    expect(readHoliday('2026-12-24 Christmas Eve 09:00-12:00 13:00-14:00')).toEqual({
      ok: true,
      holiday: {
        day: '2026-12-24',
        label: 'Christmas Eve',
        open: [
          [540, 720],
          [780, 840],
        ],
      },
    });
  });

  test.each([
    ['25.12.2026 Christmas', 'holiday_not_a_day'],
    ['2026-02-30 Never', 'holiday_not_a_day'],
    ['2026-12-25', 'holiday_no_label'],
    ['2026-12-25 09:00-12:00', 'holiday_no_label'],
    ['2026-12-25 Christmas 09:00-12:00 11:00-13:00', 'holiday_times'],
  ])('are none, and why: %s', (text, code) => {
    expect(readHoliday(text)).toMatchObject({ ok: false, refusal: { code } });
  });

  test('come in a file, with remarks; a fault is told with its line', () => {
    const file = '\uFEFF# ours\r\n\r\n2026-12-25 Christmas\r\n';
    expect(readHolidayLines(file)).toEqual({ ok: true, holidays: [christmas] });
    expect(readHolidayLines(`${file}soon Easter`)).toMatchObject({ ok: false, line: 4 });
    expect(readHolidayLines(`${file}2026-12-25 Again`)).toMatchObject({
      ok: false,
      line: 4,
      refusal: { code: 'holiday_twice' },
    });
  });

  test('stand in the order of the calendar, and the newer word on a day holds', () => {
    const eve = { day: day('2026-12-24'), label: 'Eve' };
    const other = { ...christmas, label: 'Christmas Day' };
    expect(withHolidays([christmas], [other, eve])).toEqual([eve, other]);
  });
});
