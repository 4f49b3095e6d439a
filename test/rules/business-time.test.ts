import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wallClock } from '../../src/language/zone-time.ts';
import {
  aroundTheClock,
  type BusinessTime,
  businessTime,
  refusesHours,
} from '../../src/rules/business-time.ts';
import type { Hours, Interval } from '../../src/rules/playbook.ts';
import { day, type Millis, millis } from '../../src/rules/values.ts';
import { byMinute, lookAtTheClock } from './wall-clock-by-minute.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const at = (iso: string): Millis => millis(Date.parse(iso));
const none: readonly Interval[] = [];
const everyDay = (...intervals: readonly Interval[]): Hours => ({
  week: Array.from({ length: 7 }, () => intervals),
  holidays: [],
});
const inZone = (zone: string, hours: Hours): BusinessTime => {
  const { dayOf, momentOf } = wallClock(zone);
  return businessTime(
    { version: 1, zone, ...hours },
    {
      dayOf: (moment) => day(dayOf(moment)),
      momentOf: (date, minute) => millis(momentOf(date, minute)),
    },
  );
};

/** Nine to five with an hour for lunch, a short Saturday, and a closed Sunday. */
const shopHours: readonly Interval[] = [
  [540, 750],
  [810, 1020],
];
const shop: Hours = {
  week: [shopHours, shopHours, shopHours, shopHours, shopHours, [[600, 840]], none],
  holidays: [
    { day: day('2026-12-24'), label: 'Christmas Eve', open: [[540, 720]] },
    { day: day('2026-12-25'), label: 'Christmas' },
  ],
};
const inSofia = inZone('Europe/Sofia', shop);

describe('business time at a shop in Sofia', () => {
  test('counts what is open: not the lunch hour, not the night, not the Sunday', () => {
    // Friday noon to Monday noon.
    expect(inSofia.between(at('2026-11-20T10:00Z'), at('2026-11-23T10:00Z'))).toBe(11 * HOUR);
  });

  test('ends with the working day on which the time is used up, not on the next morning', () => {
    const friday = at('2026-11-20T13:00Z');
    expect(inSofia.after(friday, 2 * HOUR)).toBe(at('2026-11-20T15:00Z'));
    expect(inSofia.after(friday, 2 * HOUR + 1)).toBe(at('2026-11-21T08:00Z') + 1);
  });

  test('has every stretch for whoever asks, with its day', () => {
    const [morning, afternoon, saturday, ...more] = inSofia.pieces(
      at('2026-11-20T08:00Z'),
      at('2026-11-21T09:00Z'),
    );
    expect(morning).toMatchObject({ day: '2026-11-20', counted: 2.5 * HOUR });
    expect(afternoon).toMatchObject({ day: '2026-11-20', counted: 3.5 * HOUR });
    expect(saturday).toMatchObject({ day: '2026-11-21', counted: HOUR });
    expect(more).toEqual([]);
  });

  test('is closed on a holiday, and open for as long as the day before it says', () => {
    const eve = at('2026-12-24T00:00Z');
    expect(inSofia.between(eve, at('2026-12-26T00:00Z'))).toBe(3 * HOUR);
  });

  test('is none before it begins', () => {
    expect(inSofia.between(at('2026-11-20T10:00Z'), at('2026-11-20T09:00Z'))).toBe(0);
    expect(inSofia.after(at('2026-11-22T10:00Z'), 0)).toBe(at('2026-11-22T10:00Z'));
  });

  test('two years ahead is the day a year of weeks would say', () => {
    const start = at('2027-01-04T07:00Z');
    const due = inSofia.after(start, 104 * 39 * HOUR);
    expect(inSofia.between(start, due)).toBe(104 * 39 * HOUR);
    expect(new Date(due).getUTCFullYear()).toBe(2028);
  });
});

describe('hours that reach over a change of the clock', () => {
  const nights = inZone('Europe/Sofia', everyDay([120, 240]));

  test('02:00 to 04:00 is one hour on the night that leaps over the other', () => {
    expect(nights.between(at('2026-03-28T20:00Z'), at('2026-03-29T20:00Z'))).toBe(HOUR);
  });

  test('it is three hours on the night that has one of them twice', () => {
    expect(nights.between(at('2026-10-24T20:00Z'), at('2026-10-25T20:00Z'))).toBe(3 * HOUR);
  });

  test('a shift that ends at a time shown twice ends at the first, and the next begins there', () => {
    const day = [at('2026-10-24T20:00Z'), at('2026-10-25T20:00Z')] as const;
    const first = inZone('Europe/Sofia', everyDay([120, 210]));
    const second = inZone('Europe/Sofia', everyDay([210, 240]));
    expect(first.between(...day)).toBe(1.5 * HOUR);
    expect(second.between(...day)).toBe(1.5 * HOUR);
  });

  test('midnight to midnight is 23, 24 or 25 hours', () => {
    const whole = inZone('Europe/Sofia', everyDay([0, 1440]));
    const long = (from: string, to: string) =>
      whole.pieces(at(from), at(to)).map(({ counted }) => counted / HOUR);
    expect(long('2026-03-27T22:00Z', '2026-03-30T21:00Z')).toEqual([24, 23, 24]);
    expect(long('2026-10-23T21:00Z', '2026-10-26T22:00Z')).toEqual([24, 25, 24]);
  });

  test('a shift of which nothing is left that night counts nothing', () => {
    const gone = inZone('Europe/Sofia', everyDay([190, 230]));
    const night = [at('2026-03-28T20:00Z'), at('2026-03-29T20:00Z')] as const;
    expect(gone.between(...night)).toBe(0);
    expect(gone.pieces(...night)).toEqual([]);
  });
});

describe('hours around the clock', () => {
  test('are elapsed time', () => {
    const start = at('2026-03-28T20:00Z');
    expect(aroundTheClock.between(start, millis(start + DAY))).toBe(DAY);
    expect(aroundTheClock.after(start, DAY)).toBe(start + DAY);
  });

  test('can be closed on a holiday all the same', () => {
    const newYear = { day: day('2027-01-01'), label: 'New Year' };
    const time = inZone('Europe/Sofia', { holidays: [newYear] });
    expect(time.between(at('2026-12-30T22:00Z'), at('2027-01-02T22:00Z'))).toBe(2 * DAY);
  });
});

describe('hours that nobody could keep', () => {
  test('a week that never opens is refused', () => {
    expect(refusesHours(everyDay())).toMatchObject({ code: 'hours_never_open' });
  });

  test('a week has seven days, and a day ends at midnight', () => {
    expect(refusesHours({ week: [none], holidays: [] })).toMatchObject({
      code: 'hours_not_a_week',
    });
    expect(refusesHours(everyDay([600, 1500]))).toMatchObject({ field: 'week[0]' });
    expect(refusesHours(everyDay([600, 600]))).toMatchObject({ field: 'week[0]' });
    const holiday = { day: day('2026-13-40'), label: '?' };
    expect(refusesHours({ holidays: [holiday] })).toMatchObject({ field: 'holidays[0]' });
    expect(refusesHours(shop)).toBeUndefined();
  });

  test('where nothing ever opens again, a sum still comes to an end', () => {
    const open = [[540, 600]] as const;
    const once: Hours = {
      ...everyDay(),
      holidays: [{ day: day('2026-11-24'), label: 'fair', open }],
    };
    const time = inZone('Europe/Sofia', once);
    const start = at('2026-11-21T00:00Z');
    expect(time.after(start, HOUR)).toBe(at('2026-11-24T08:00Z'));
    expect(time.after(start, 2 * HOUR)).toBeGreaterThan(at('2100-01-01T00:00Z'));
    expect(time.between(start, at('2900-01-01T00:00Z'))).toBe(HOUR);
  });

  test('shifts that overlap count once', () => {
    const time = inZone('Europe/Sofia', everyDay([540, 720], [600, 660], [700, 780]));
    expect(time.between(at('2026-11-20T00:00Z'), at('2026-11-20T20:00Z'))).toBe(4 * HOUR);
  });
});

/** Each with the change of its clock in the middle of the days looked at. */
const changes = [
  ['Europe/Sofia', '2026-03-29'],
  ['Europe/Sofia', '2026-10-25'],
  ['Europe/Athens', '2027-03-28'],
  ['Europe/Athens', '2027-10-31'],
  ['Europe/Sarajevo', '2026-03-29'],
  ['Europe/Sarajevo', '2026-10-25'],
  ['Asia/Ulaanbaatar', '2016-03-26'],
  ['Asia/Ulaanbaatar', '2016-09-24'],
  ['Asia/Ulaanbaatar', '2026-12-31'],
  ['Asia/Bangkok', '2026-11-21'],
  ['Europe/London', '2026-03-29'],
  ['Europe/London', '2026-10-25'],
  ['Australia/Sydney', '2026-04-05'],
  ['Australia/Sydney', '2026-10-04'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  // Back over midnight: the clock shows the old date again.
  ['America/St_Johns', '2010-11-07'],
  // A day that never was.
  ['Pacific/Apia', '2011-12-30'],
] as const;

describe.each(changes)('in %s around %s', (zone, date) => {
  const shown = lookAtTheClock(zone, Date.parse(date) - 3 * DAY, 7);
  const moment = fc
    .integer({ min: 1440, max: 7 * 1440 - 1 })
    .map((minute) => millis(shown.from + minute * MINUTE));
  const interval = fc
    .tuple(fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 0, max: 1440 }))
    .filter(([from, to]) => from !== to)
    .map(([from, to]): Interval => [Math.min(from, to), Math.max(from, to)]);
  // Night shifts meet the change; whole days meet midnight.
  const night = fc
    .tuple(fc.integer({ min: 0, max: 240 }), fc.integer({ min: 1, max: 120 }))
    .map(([from, long]): Interval => [from, from + long]);
  const opening = fc.oneof(interval, night, fc.constant<Interval>([0, 1440]));
  const openings = fc.array(opening, { maxLength: 3 });
  const hours: fc.Arbitrary<Hours> = fc.record({
    week: fc.array(openings, { minLength: 7, maxLength: 7 }),
    holidays: fc.tuple(fc.integer({ min: 0, max: 6 }), openings).map(([away, open]) => {
      const date = new Date(shown.from + away * DAY).toISOString().slice(0, 10);
      return [{ day: day(date), label: 'holiday', ...(open.length === 0 ? {} : { open }) }];
    }),
  });

  test('a sum is what somebody counts who looks at the clock every minute', () => {
    fc.assert(
      fc.property(hours, moment, moment, (open, from, to) => {
        const slow = byMinute(shown, open);
        const time = inZone(zone, open);
        expect(time.between(from, to)).toBe(slow.between(from, to));
        const days = new Map<string, number>();
        for (const { day = '', counted } of time.pieces(from, to)) {
          days.set(day, (days.get(day) ?? 0) + counted);
        }
        expect(days).toEqual(slow.days(from, to));
      }),
    );
  });

  test('a deadline is when they have counted it', () => {
    const spans = fc.integer({ min: 0, max: 3 * 1440 }).map((minutes) => minutes * MINUTE);
    fc.assert(
      fc.property(hours, moment, spans, (open, from, span) => {
        const due = byMinute(shown, open).after(from, span);
        const time = inZone(zone, open);
        if (due === undefined) expect(time.after(from, span)).toBeGreaterThanOrEqual(from + span);
        else expect(time.after(from, span)).toBe(due);
      }),
    );
  });

  test('a sum and a deadline undo each other, add up, and never run backwards', () => {
    const split = fc.tuple(moment, moment, moment).map((some) => some.toSorted((a, b) => a - b));
    const span = fc.integer({ min: 0, max: 200 * HOUR });
    const kept = hours.filter((open) => refusesHours(open) === undefined);
    fc.assert(
      fc.property(kept, split, span, span, (open, [a, b, c], one, other) => {
        if (a === undefined || b === undefined || c === undefined) throw new Error('three moments');
        const time = inZone(zone, open);
        expect(time.between(a, b) + time.between(b, c)).toBe(time.between(a, c));
        expect(time.between(a, time.after(a, one))).toBe(one);
        expect(time.after(a, time.between(a, b))).toBeLessThanOrEqual(b);
        expect(time.after(time.after(a, one), other)).toBe(time.after(a, one + other));
        expect(time.after(a, one)).toBeLessThanOrEqual(time.after(b, one));
        expect(time.between(b, c)).toBeLessThanOrEqual(time.between(a, c));
      }),
    );
  });
});
