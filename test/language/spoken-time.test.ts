import { describe, expect, it } from 'vitest';
import { isoUtc } from '../../src/language/iso.ts';
import { createMessages } from '../../src/language/messages.ts';
import { createSpokenTime } from '../../src/language/spoken-time.ts';

const sofia = createSpokenTime(createMessages('en'), 'Europe/Sofia');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Saturday 21 November 2026, 09:12 in Sofia. */
const now = Date.parse('2026-11-21T09:12:00+02:00');
const at = Date.parse;

describe('times as people say them', () => {
  it.each([
    [0, '0 min'],
    [59_999, '0 min'],
    [28 * MINUTE, '28 min'],
    [HOUR, '1 h'],
    [HOUR + 5 * MINUTE, '1 h 05'],
    [HOUR + 18 * MINUTE, '1 h 18'],
    [-DAY, '1 day'],
    [13 * DAY, '13 days'],
    [21 * DAY, '3 weeks'],
    [90 * DAY, '2 months'],
    [800 * DAY, '2 years'],
  ])('a span of %i ms is %s', (ms, said) => {
    expect(sofia.span(ms)).toBe(said);
  });

  it.each([
    ['2026-11-21T10:30:00+02:00', 'in 1 h 18'],
    ['2026-11-21T16:40:00+02:00', 'in 7 h 28'],
    ['2026-11-21T09:12:30+02:00', 'now'],
    ['2026-11-21T08:12:00+02:00', '1 h ago'],
    ['2026-11-19T17:00:00+02:00', '2 days ago'],
    ['2026-11-23T09:13:00+02:00', 'in 2 days'],
    ['2026-10-31T09:00:00+02:00', '3 weeks ago'],
  ])('%s is %s', (moment, said) => {
    expect(sofia.fromNow(at(moment), now)).toBe(said);
  });

  it('says what time is left, without minutes while there are hours, and what is late', () => {
    expect(sofia.left(now + 6 * HOUR + 40 * MINUTE, now)).toBe('6 h left');
    expect(sofia.left(now + HOUR + 18 * MINUTE, now)).toBe('1 h 18 left');
    expect(sofia.left(now + 2 * DAY + HOUR, now)).toBe('2 days left');
    expect(sofia.left(now - 2 * HOUR, now)).toBe('2 h late');
  });

  it.each([
    ['2026-11-21T16:40:00+02:00', 'today 16:40'],
    ['2026-11-21T00:00:00+02:00', 'today 00:00'],
    ['2026-11-20T17:00:00+02:00', 'yesterday 17:00'],
    ['2026-11-22T09:00:00+02:00', 'tomorrow 09:00'],
    ['2026-11-27T15:00:00+02:00', 'Fri 27 Nov 15:00'],
    ['2027-01-04T15:00:00+02:00', 'Mon 4 Jan 2027 15:00'],
  ])('%s is %s', (moment, said) => {
    expect(sofia.moment(at(moment), now)).toBe(said);
  });

  it('says a date in full before it counts', () => {
    expect(sofia.fullMoment(at('2026-11-27T15:00:00+02:00'))).toBe(
      'Friday 27 November 2026, 15:00',
    );
    expect(sofia.fullDay(at('2026-11-27T15:00:00+02:00'))).toBe('Friday 27 November 2026');
  });

  it('knows yesterday and tomorrow across the change of the clocks', () => {
    // 25 October 2026 has 25 hours in Sofia.
    const before = at('2026-10-24T23:30:00+03:00');
    const after = at('2026-10-25T23:30:00+02:00');
    expect(after - before).toBe(25 * HOUR);
    expect(sofia.moment(after, before)).toBe('tomorrow 23:30');
    expect(sofia.moment(before, after)).toBe('yesterday 23:30');
    expect(sofia.fromNow(before, after)).toBe('1 day ago');
    // 29 March 2026 has 23: from 03:00 to 04:00 in no time.
    expect(sofia.clock(at('2026-03-29T02:59:00+02:00'))).toBe('02:59');
    expect(sofia.clock(at('2026-03-29T02:59:00+02:00') + MINUTE)).toBe('04:00');
  });

  it('says Thai dates in the year that everybody here uses', () => {
    const bangkok = createSpokenTime(createMessages('th'), 'Asia/Bangkok');
    const moment = at('2026-11-27T15:00:00+07:00');
    expect(bangkok.fullMoment(moment)).toBe('วันศุกร์ที่ 27 พฤศจิกายน 2026, 15:00');
    expect(bangkok.day(moment, at('2025-11-27T15:00:00+07:00'))).toContain('2026');
  });

  it.each(['mn', 'bg', 'el', 'bs', 'th'])('says days in %s with its own words', (tag) => {
    const time = createSpokenTime(createMessages(tag), 'Europe/Sofia');
    const day = time.fullDay(at('2026-11-27T15:00:00+02:00'));
    expect(day).toMatch(/27/);
    expect(day).toMatch(/2026/);
    expect(day).not.toMatch(/Friday|November/);
  });

  it('says times to machines in UTC', () => {
    expect(isoUtc(at('2026-11-21T11:03:00+02:00'))).toBe('2026-11-21T09:03:00.000Z');
    expect(() => isoUtc(Number.NaN)).toThrow(RangeError);
  });
});
