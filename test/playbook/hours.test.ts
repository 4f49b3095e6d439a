import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyOwnFolder, faultOf, loadOwn, saidOf, shippedPlaybook } from './pack-copy.ts';

const week = (days: Readonly<Record<string, string>> = {}): string => {
  const usual = {
    monday: '["09:00-12:30", "13:30-18:00"]',
    tuesday: '["09:00-18:00"]',
    wednesday: '["09:00-18:00"]',
    thursday: '["09:00-18:00"]',
    friday: '["00:00-24:00"]',
    saturday: '["09:00-12:00", "12:00-13:00"]',
    sunday: 'closed',
  };
  const lines = Object.entries({ ...usual, ...days }).map(([day, times]) => `  ${day}: ${times}\n`);
  return `hours:\n${lines.join('')}`;
};

async function hoursOf(content: string) {
  const own = emptyOwnFolder();
  writeFileSync(join(own, 'hours.yaml'), content);
  const load = await loadOwn(own);
  if (!load.ok) throw new Error(saidOf(load.faults).join('\n'));
  return load.playbook.hours;
}

const HOUR = 60;

describe('opening hours (P25: a promise in hours is one in the hours we are open)', () => {
  it('are around the clock as shipped, so that a promise holds before the owner has said anything', async () => {
    expect((await shippedPlaybook()).hours).toEqual({ holidays: [] });
  });

  it('have several times a day, each weekday its own, Monday first', async () => {
    const { week: read } = await hoursOf(week());
    expect(read).toHaveLength(7);
    expect(read?.[0]).toEqual([
      [9 * HOUR, 12.5 * HOUR],
      [13.5 * HOUR, 18 * HOUR],
    ]);
    expect(read?.[4]).toEqual([[0, 24 * HOUR]]);
    expect(read?.[6]).toEqual([]);
  });

  it('may be two shifts that touch', async () => {
    const { week: read } = await hoursOf(week());
    expect(read?.[5]).toEqual([
      [9 * HOUR, 12 * HOUR],
      [12 * HOUR, 13 * HOUR],
    ]);
  });

  it('leave out holidays, and know days with times of their own', async () => {
    const { holidays } = await hoursOf(
      'hours: around the clock\nholidays:\n' +
        '  - {day: 2026-12-25, label: Christmas}\n' +
        '  - {day: 2028-02-29, label: leap day, open: ["09:00-12:00"]}\n',
    );
    expect(holidays).toEqual([
      { day: '2026-12-25', label: 'Christmas' },
      { day: '2028-02-29', label: 'leap day', open: [[9 * HOUR, 12 * HOUR]] },
    ]);
  });
});

describe('a fault in the opening hours is told with line and field', () => {
  it.each([
    ['an hour that is none', '["09:00-25:00"]', 'hours.tuesday[0]', 'not_an_interval'],
    ['a minute that is none', '["09:60-12:00"]', 'hours.tuesday[0]', 'not_an_interval'],
    ['a time after midnight', '["09:00-24:01"]', 'hours.tuesday[0]', 'not_an_interval'],
    ['hours without minutes', '["9-18"]', 'hours.tuesday[0]', 'not_an_interval'],
    ['times over midnight', '["22:00-02:00"]', 'hours.tuesday[0]', 'not_an_interval'],
    ['no time at all', '["09:00-09:00"]', 'hours.tuesday[0]', 'not_an_interval'],
    ['a number', '[9]', 'hours.tuesday[0]', 'not_an_interval'],
    ['no list', '"09:00-18:00"', 'hours.tuesday', 'not_day_hours'],
    ['another word than closed', 'shut', 'hours.tuesday', 'not_day_hours'],
    ['an empty list', '[]', 'hours.tuesday', 'empty'],
    ['nothing', '', 'hours.tuesday', 'empty'],
    ['times that overlap', '["09:00-13:00", "12:00-18:00"]', 'hours.tuesday[1]', 'not_in_order'],
    ['times in disorder', '["13:00-18:00", "09:00-12:00"]', 'hours.tuesday[1]', 'not_in_order'],
  ])('%s on a Tuesday', async (_, tuesday, field, code) => {
    const fault = await faultOf('hours.yaml', week({ tuesday }));
    expect(fault).toMatchObject({ file: 'hours.yaml', line: 3, field, code });
    expect(fault.said).toContain(`hours.yaml:3: ${field} `);
  });

  it('names the times that stand in each other’s way', async () => {
    const fault = await faultOf('hours.yaml', week({ sunday: '["10:00-12:00", "11:30-13:00"]' }));
    expect(fault.said).toBe(
      'hours.yaml:8: hours.sunday[1] is 11:30-13:00, which begins before 10:00-12:00 has ended',
    );
  });

  it('names a day that is missing, and one that no week has', async () => {
    const without = week().replace(/ {2}sunday.*\n/, '');
    expect(await faultOf('hours.yaml', without)).toMatchObject({
      field: 'hours.sunday',
      code: 'missing_field',
    });
    expect(await faultOf('hours.yaml', week({ someday: 'closed' }))).toMatchObject({
      line: 9,
      field: 'hours.someday',
      code: 'unknown_field',
    });
  });

  it.each([
    ['always', 'hours: always', 'not_week'],
    ['nothing', 'hours:', 'empty'],
    ['a list', 'hours: ["09:00-18:00"]', 'not_fields'],
  ])('a week that is %s', async (_, content, code) => {
    const fault = await faultOf('hours.yaml', `${content}\n`);
    expect(fault).toMatchObject({ line: 1, field: 'hours', code });
  });

  it('a week that is never open, in which nothing would ever be due', async () => {
    const shut = Object.fromEntries(
      ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'].map((day) => [
        day,
        'closed',
      ]),
    );
    const fault = await faultOf('hours.yaml', week(shut));
    expect(fault).toMatchObject({ line: 2, field: 'hours', code: 'never_open' });
  });

  it.each([
    ['a day the calendar has not', '{day: 2026-02-30, label: a}', 'day', 'not_a_date'],
    ['29 February in a common year', '{day: 2027-02-29, label: a}', 'day', 'not_a_date'],
    ['a month that is none', '{day: 2026-13-01, label: a}', 'day', 'not_a_date'],
    ['a date in another order', '{day: 25.12.2026, label: a}', 'day', 'not_a_date'],
    ['a day without a name', '{day: 2026-12-25}', 'label', 'missing_field'],
    [
      'times that are none',
      '{day: 2026-12-25, label: a, open: ["9"]}',
      'open[0]',
      'not_an_interval',
    ],
    [
      'times in disorder',
      '{day: 2026-12-25, label: a, open: ["10:00-12:00", "09:00-10:00"]}',
      'open[1]',
      'not_in_order',
    ],
  ])('among the holidays: %s', async (_, holiday, field, code) => {
    const content = `hours: around the clock\nholidays:\n  - ${holiday}\n`;
    expect(await faultOf('hours.yaml', content)).toMatchObject({
      line: 3,
      field: `holidays[0].${field}`,
      code,
    });
  });

  it('a holiday named twice, with the line of the first', async () => {
    const fault = await faultOf(
      'hours.yaml',
      'hours: around the clock\nholidays:\n  - {day: 2026-12-25, label: a}\n' +
        '  - {day: 2026-12-26, label: b}\n  - {day: 2026-12-25, label: c}\n',
    );
    expect(fault).toMatchObject({ line: 5, field: 'holidays[2].day', code: 'duplicate_id' });
    expect(fault.said).toContain('is 2026-12-25, which line 3 has already');
  });
});
