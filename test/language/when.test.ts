import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDay, readWhen, type WhenContext } from '../../src/language/when.ts';

/** Saturday 21 November 2026, 09:12 in Sofia. */
const saturday: WhenContext = {
  now: Date.parse('2026-11-21T09:12:00+02:00'),
  zone: 'Europe/Sofia',
};
/** Friday 27 November 2026, 11:00 in Sofia. */
const friday: WhenContext = { now: Date.parse('2026-11-27T11:00:00+02:00'), zone: 'Europe/Sofia' };

const SOFIA = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Sofia',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** What was understood, as `2026-11-27 15:00`, with `(day)` where no time was said. */
function understood(text: string, context: WhenContext = saturday): string {
  const read = readWhen(text, context);
  if ('reason' in read) return read.reason;
  return SOFIA.format(read.at) + (read.dateOnly ? ' (day)' : '');
}

describe('a date that is promised, as people say it (P28)', () => {
  it.each([
    ['2026-11-27', '2026-11-27 17:00 (day)'],
    ['2026-11-27 15:00', '2026-11-27 15:00'],
    ['2026-11-27T15:00', '2026-11-27 15:00'],
    ['2026-11-27T15:00:00+02:00', '2026-11-27 15:00'],
    ['2026-11-27T13:00:00.000Z', '2026-11-27 15:00'],
    ['27.11.2026', '2026-11-27 17:00 (day)'],
    ['27.11.2026 15:30', '2026-11-27 15:30'],
    ['27.11.', '2026-11-27 17:00 (day)'],
    ['27/11/2026', '2026-11-27 17:00 (day)'],
    ['11/27/2026', '2026-11-27 17:00 (day)'],
    ['4/4/2027', '2027-04-04 17:00 (day)'],
    ['27 Nov', '2026-11-27 17:00 (day)'],
    ['27th of November 2026', '2026-11-27 17:00 (day)'],
    ['Nov 27, 2026 at 3pm', '2026-11-27 15:00'],
    ['Friday 27 November 2026, 15:00', '2026-11-27 15:00'],
    ['Fri 27 Nov', '2026-11-27 17:00 (day)'],
    ['3 March', '2027-03-03 17:00 (day)'],
    ['the 27th', '2026-11-27 17:00 (day)'],
    ['the 3rd', '2026-12-03 17:00 (day)'],
    ['today', '2026-11-21 17:00 (day)'],
    ['tomorrow', '2026-11-22 17:00 (day)'],
    ['Tomorrow 3pm', '2026-11-22 15:00'],
    ['tomorrow at 3:30 p.m.', '2026-11-22 15:30'],
    ['3pm tomorrow', '2026-11-22 15:00'],
    ['  tomorrow   15.30 ', '2026-11-22 15:30'],
    ['tomorrow noon', '2026-11-22 12:00'],
    ['tomorrow morning', '2026-11-22 12:00'],
    ['tomorrow afternoon', '2026-11-22 17:00'],
    ['this afternoon', '2026-11-21 17:00'],
    ['the day after tomorrow', '2026-11-23 17:00 (day)'],
    ['fri 10:30', '2026-11-27 10:30'],
    ['by friday', '2026-11-27 17:00 (day)'],
    ['12am on friday', '2026-11-27 00:00'],
    ['12pm friday', '2026-11-27 12:00'],
    ['next friday', '2026-11-27 17:00 (day)'],
    ['friday next week', '2026-11-27 17:00 (day)'],
    ['in 2 hours', '2026-11-21 11:12'],
    ['in half an hour', '2026-11-21 09:42'],
    ['an hour and a half', '2026-11-21 10:42'],
    ['48 hours', '2026-11-23 09:12'],
    ['within 48h', '2026-11-23 09:12'],
    ['15 minutes', '2026-11-21 09:27'],
    ['in 3 days', '2026-11-24 17:00 (day)'],
    ['two weeks', '2026-12-05 17:00 (day)'],
    ['in a month', '2026-12-21 17:00 (day)'],
    ['2 working days', '2026-11-24 17:00 (day)'],
    ['in 2 business days', '2026-11-24 17:00 (day)'],
    ['10 working days', '2026-12-04 17:00 (day)'],
    ['next working day', '2026-11-23 17:00 (day)'],
    ['next working day 10:00', '2026-11-23 10:00'],
    ['end of the week', '2026-11-27 17:00 (day)'],
    ['end of the month', '2026-11-30 17:00 (day)'],
    ['end of next month', '2026-12-31 17:00 (day)'],
    ['noon', '2026-11-21 12:00'],
    ['15:00', '2026-11-21 15:00'],
    ['at 3pm', '2026-11-21 15:00'],
    ['the 27th of November at 3 in the afternoon', '2026-11-27 15:00'],
    ['first of December', '2026-12-01 17:00 (day)'],
    ['half past nothing', 'not-understood'],
  ])('%s', (text, moment) => {
    expect(understood(text)).toBe(moment);
  });

  it.each([
    ['08:00', '2026-11-28 08:00'],
    ['friday', '2026-11-27 17:00 (day)'],
    ['friday 16:00', '2026-11-27 16:00'],
    ['fri 10:30', '2026-12-04 10:30'],
    ['next friday', '2026-12-04 17:00 (day)'],
    ['thursday', '2026-12-03 17:00 (day)'],
    ['27 Nov', '2026-11-27 17:00 (day)'],
    ['27 Nov 10:00', '2027-11-27 10:00'],
    ['Fri 27 Nov 10:00', '2026-11-27 10:00'],
    ['2 working days', '2026-12-01 17:00 (day)'],
    ['end of the week', '2026-11-27 17:00 (day)'],
    ['today 10:00', '2026-11-27 10:00'],
    ['2026-11-20', '2026-11-20 17:00 (day)'],
  ])(
    'on a Friday at eleven, "%s" is the first that is still ahead unless the day was said',
    (text, moment) => {
      expect(understood(text, friday)).toBe(moment);
    },
  );

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['31 Feb', 'no-such-date'],
    ['31.02.2026', 'no-such-date'],
    ['2026-02-30', 'no-such-date'],
    ['29 Feb 2027', 'no-such-date'],
    ['2026-13-01', 'no-such-date'],
    ['32/13/2026', 'no-such-date'],
    ['Friday 28 November 2026', 'no-such-date'],
    ['Friday the 28th', 'no-such-date'],
    ['the 32nd', 'no-such-date'],
    ['31 Feb 15:00', 'no-such-date'],
    ['03/04/2026', 'ambiguous'],
    ['3/4', 'ambiguous'],
    ['03-04-2026 15:00', 'ambiguous'],
    ['10.11', 'ambiguous'],
    ['tomorrow at 9', 'ambiguous'],
    ['friday midnight', 'ambiguous'],
    ['3', 'ambiguous'],
    ['15h', 'ambiguous'],
    ['soon', 'not-understood'],
    ['утре', 'not-understood'],
    ['tomorrow maybe', 'not-understood'],
    ['we meet tomorrow 3pm', 'not-understood'],
    ['25:00', 'not-understood'],
    ['tomorrow 25:00', 'not-understood'],
    ['13pm', 'not-understood'],
    ['next week', 'not-understood'],
    ['November', 'not-understood'],
    ['27 Nov - 29 Nov', 'not-understood'],
    ['tomorrow or friday', 'not-understood'],
    ['1e9 days', 'not-understood'],
    ['constructor days', 'not-understood'],
    ['kettle', 'not-understood'],
  ])('"%s" is %s, and nothing is guessed', (text, reason) => {
    expect(understood(text)).toBe(reason);
  });

  it('reads 03/04 in the order that the desk uses, and an impossible month as the day', () => {
    expect(understood('03/04/2027', { ...saturday, order: 'day-first' })).toBe(
      '2027-04-03 17:00 (day)',
    );
    expect(understood('03/04/2027', { ...saturday, order: 'month-first' })).toBe(
      '2027-03-04 17:00 (day)',
    );
    expect(understood('27/11/2026', { ...saturday, order: 'month-first' })).toBe(
      '2026-11-27 17:00 (day)',
    );
  });

  it('counts the working days and the hours of this desk', () => {
    const desk = { ...saturday, workdays: [7, 1, 2, 3, 4], dayEnd: '18:30' };
    expect(understood('2 working days', desk)).toBe('2026-11-23 18:30 (day)');
    expect(understood('tomorrow afternoon', desk)).toBe('2026-11-22 18:30');
    expect(understood('1 working day', { ...saturday, workdays: [] })).toBe(
      '2026-11-23 17:00 (day)',
    );
  });

  it('understands wide and narrow characters alike', () => {
    expect(understood('２０２６-１１-２７\u00a0１５:００')).toBe('2026-11-27 15:00');
  });
});

describe('dates across the change of the clocks', () => {
  it('counts hours as hours and days as days', () => {
    // In the night to 25 October 2026 the clocks in Sofia go back from 04:00 to 03:00.
    const context = { now: Date.parse('2026-10-24T12:00:00+03:00'), zone: 'Europe/Sofia' };
    expect(understood('24 hours', context)).toBe('2026-10-25 11:00');
    expect(understood('tomorrow noon', context)).toBe('2026-10-25 12:00');
  });

  it('takes a time that is skipped as that much later, one that is repeated as the first', () => {
    const at = (text: string, now: string, zone: string) => {
      const read = readWhen(text, { now: Date.parse(now), zone });
      return 'at' in read ? new Date(read.at).toISOString() : read.reason;
    };
    expect(at('2026-03-29 03:30', '2026-03-01T00:00Z', 'Europe/Sofia')).toBe(
      '2026-03-29T01:30:00.000Z',
    );
    expect(at('2026-10-25 03:30', '2026-10-01T00:00Z', 'Europe/Sofia')).toBe(
      '2026-10-25T00:30:00.000Z',
    );
    expect(at('2026-03-08 02:30', '2026-03-01T00:00Z', 'America/New_York')).toBe(
      '2026-03-08T07:30:00.000Z',
    );
    expect(at('tomorrow 3pm', '2026-11-21T18:00Z', 'Asia/Bangkok')).toBe(
      '2026-11-23T08:00:00.000Z',
    );
    expect(at('today 09:00', '2026-11-21T23:00Z', 'Pacific/Auckland')).toBe(
      '2026-11-21T20:00:00.000Z',
    );
  });

  it('reads every moment back from its own local text, to the minute', () => {
    const zones = [
      'Europe/Sofia',
      'Asia/Bangkok',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
    ];
    const local = (at: number, zone: string) =>
      new Intl.DateTimeFormat('sv-SE', {
        timeZone: zone,
        dateStyle: 'short',
        timeStyle: 'short',
      }).format(at);
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1980-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        fc.constantFrom(...zones),
        (moment, zone) => {
          const minute = Math.floor(moment.getTime() / 60_000) * 60_000;
          const text = local(minute, zone);
          const read = readWhen(text, { now: saturday.now, zone });
          expect(read).toMatchObject({ dateOnly: false });
          if (!('at' in read)) return;
          // Of an hour that happens twice the text cannot tell which; it is read as the first.
          expect(local(read.at, zone)).toBe(text);
          expect(read.at).toBeLessThanOrEqual(minute);
          const exact = readWhen(new Date(minute).toISOString(), { now: saturday.now, zone });
          expect(exact).toEqual({ at: minute, dateOnly: false });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never fails on anything that is typed', () => {
    const words = fc.constantFrom(
      'tomorrow',
      'friday',
      'at',
      '3',
      '3pm',
      '27',
      'nov',
      '2026',
      '15:00',
      'in',
      'days',
      '/',
      '31',
      'end of',
      'ago',
      'next',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(words, { maxLength: 6 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const read = readWhen(text, saturday);
        if ('at' in read) expect(Number.isSafeInteger(read.at)).toBe(true);
        const day = readDay(text, saturday);
        if ('day' in day) expect(day.day <= '2026-11-21').toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the day on which it happened', () => {
  it.each([
    ['yesterday', '2026-11-20'],
    ['today', '2026-11-21'],
    ['this morning', '2026-11-21'],
    ['just now', '2026-11-21'],
    ['2 hours ago', '2026-11-21'],
    ['10 hours ago', '2026-11-20'],
    ['yesterday at 3pm', '2026-11-20'],
    ['the day before yesterday', '2026-11-19'],
    ['friday', '2026-11-20'],
    ['last friday', '2026-11-20'],
    ['saturday', '2026-11-21'],
    ['last saturday', '2026-11-14'],
    ['friday last week', '2026-11-13'],
    ['12 Nov', '2026-11-12'],
    ['12 Dec', '2025-12-12'],
    ['12 Nov 2025', '2025-11-12'],
    ['the 12th', '2026-11-12'],
    ['the 30th', '2026-10-30'],
    ['12.11.2026', '2026-11-12'],
    ['2026-11-12', '2026-11-12'],
    ['two weeks ago', '2026-11-07'],
    ['a month ago', '2026-10-21'],
    ['2 working days ago', '2026-11-19'],
  ])('%s', (text, day) => {
    expect(readDay(text, saturday)).toEqual({ day });
  });

  it.each([
    ['tomorrow', 'future'],
    ['next friday', 'future'],
    ['2026-11-22', 'future'],
    ['in 3 days', 'future'],
    ['31 Feb', 'no-such-date'],
    ['03/04/2026', 'ambiguous'],
    ['', 'empty'],
    ['last week', 'not-understood'],
    ['a while ago', 'not-understood'],
  ])('"%s" is refused: %s', (text, reason) => {
    expect(readDay(text, saturday)).toEqual({ reason });
  });

  it('is a day of the desk, not of this machine', () => {
    const now = Date.parse('2026-11-21T23:30:00Z');
    expect(readDay('today', { now, zone: 'Asia/Bangkok' })).toEqual({ day: '2026-11-22' });
    expect(readDay('today', { now, zone: 'America/New_York' })).toEqual({ day: '2026-11-21' });
  });
});

describe('a call agreed by the customer’s clocks (P9)', () => {
  const abroad: WhenContext = { ...saturday, theirZone: 'Asia/Bangkok' };

  it.each([
    ['10:30 their time', '2026-11-22 05:30'],
    ['16:00 for them', '2026-11-21 11:00'],
    ['tomorrow 3pm, their time', '2026-11-22 10:00'],
    ['monday 1:00 in their time zone', '2026-11-22 20:00'],
    ['tomorrow 15:00', '2026-11-22 15:00'],
  ])('“%s” is %s here', (typed, here) => {
    expect(understood(typed, abroad)).toBe(here);
  });

  it('is not guessed where nobody knows their clocks', () => {
    expect(understood('10:30 their time')).toBe('their-zone');
  });
});
