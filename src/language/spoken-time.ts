/** Times as people say them: "in 1 h 18", "yesterday 17:00", "Fri 27 Nov". */

import type { MessageKey, Messages } from './messages.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** All moments are epoch milliseconds, all spans milliseconds. */
export interface SpokenTime {
  /** A length, to the minute below a day: `28 min`, `1 h 18`, `2 days`, `3 weeks`. Never rounded up. */
  span(ms: number): string;
  /** How far a moment is from now: `in 1 h 18`, `6 h ago`, `in 2 days`, `now`. */
  fromNow(at: number, now: number): string;
  /** The time there is until a deadline: `6 h left`, `1 h 18 left`; after it `2 h late`. */
  left(at: number, now: number): string;
  /** `16:40` */
  clock(at: number): string;
  /** `today`, `yesterday`, `tomorrow`, `Fri 27 Nov`, `Wed 1 Jan 2025` in another year. */
  day(at: number, now: number): string;
  /** `today 16:40`, `yesterday 17:00`, `Fri 27 Nov 15:00` */
  moment(at: number, now: number): string;
  /** `Friday 27 November 2026` */
  fullDay(at: number): string;
  /** `Friday 27 November 2026, 15:00`: how a date is echoed before it counts. */
  fullMoment(at: number): string;
}

/** Formats cost milliseconds to build, so each is built at its first use. */
function lazily(make: () => Intl.DateTimeFormat): () => Intl.DateTimeFormat {
  let made: Intl.DateTimeFormat | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/**
 * @param messages the language to speak, with its plurals
 * @param zone IANA time zone of the desk, such as `Europe/Sofia`
 * @throws RangeError at the first use when the zone is unknown
 */
export function createSpokenTime(messages: Messages, zone: string): SpokenTime {
  // British order for English; the calendar and the clock are said outright, since Thai dates would
  // otherwise be in the year 2569.
  const locale = messages.language === 'en' ? 'en-GB' : messages.language;
  const format = (parts: Intl.DateTimeFormatOptions) =>
    lazily(
      () =>
        new Intl.DateTimeFormat(locale, {
          calendar: 'gregory',
          numberingSystem: 'latn',
          hourCycle: 'h23',
          timeZone: zone,
          ...parts,
        }),
    );
  const clockFormat = format({ hour: '2-digit', minute: '2-digit' });
  const dayFormat = format({ weekday: 'short', day: 'numeric', month: 'short' });
  const dayOfYearFormat = format({
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const fullDayFormat = format({
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const numbersFormat = lazily(
    () =>
      new Intl.DateTimeFormat('en-u-nu-latn', {
        calendar: 'gregory',
        timeZone: zone,
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
      }),
  );

  /** The calendar day of a moment in the zone: its year, and its number counted from 1970. */
  function calendarDay(at: number): { year: number; number: number } {
    const read: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
    for (const { type, value } of numbersFormat().formatToParts(at)) read[type] = Number(value);
    const { year = 0, month = 1, day: date = 1 } = read;
    return { year, number: Date.UTC(year, month - 1, date) / DAY };
  }

  function daysBetween(from: number, to: number): number {
    return calendarDay(to).number - calendarDay(from).number;
  }

  /** English puts commas into dates; read aloud they are only in the way. */
  function spoken(date: Intl.DateTimeFormat, at: number): string {
    const text = date.format(at);
    return messages.language === 'en' ? text.replaceAll(',', '') : text;
  }

  function count(key: MessageKey, name: string, many: number): string {
    return messages.say(key, { [name]: many });
  }

  function days(many: number): string {
    if (many < 14) return count('span.days', 'days', many);
    if (many < 60) return count('span.weeks', 'weeks', Math.floor(many / 7));
    if (many < 730) return count('span.months', 'months', Math.floor(many / 30.44));
    return count('span.years', 'years', Math.floor(many / 365.25));
  }

  function span(ms: number): string {
    const whole = Math.abs(ms);
    if (whole >= DAY) return days(Math.floor(whole / DAY));
    const hours = Math.floor(whole / HOUR);
    const minutes = Math.floor((whole % HOUR) / MINUTE);
    if (hours === 0) return count('span.minutes', 'minutes', minutes);
    if (minutes === 0) return count('span.hours', 'hours', hours);
    return messages.say('span.hours-minutes', { hours, minutes: String(minutes).padStart(2, '0') });
  }

  /** From a day on people count the days of the calendar, not pieces of 24 hours. */
  function distance(at: number, now: number): string {
    const apart = Math.abs(at - now);
    if (apart < DAY) return span(apart);
    return days(Math.max(1, Math.abs(daysBetween(now, at))));
  }

  function fromNow(at: number, now: number): string {
    if (Math.abs(at - now) < MINUTE) return messages.say('time.now');
    return messages.say(at > now ? 'time.in' : 'time.ago', { span: distance(at, now) });
  }

  function left(at: number, now: number): string {
    const apart = at - now;
    if (apart < 0) return messages.say('time.late', { span: span(apart) });
    // With hours in hand the minutes are noise.
    const coarse = apart >= 3 * HOUR && apart < DAY ? Math.floor(apart / HOUR) * HOUR : apart;
    return messages.say('time.left', { span: span(coarse) });
  }

  function clock(at: number): string {
    return clockFormat().format(at);
  }

  function day(at: number, now: number): string {
    const then = calendarDay(at);
    const today = calendarDay(now);
    switch (then.number - today.number) {
      case 0:
        return messages.say('time.today');
      case 1:
        return messages.say('time.tomorrow');
      case -1:
        return messages.say('time.yesterday');
      default:
        return spoken(then.year === today.year ? dayFormat() : dayOfYearFormat(), at);
    }
  }

  function fullDay(at: number): string {
    return spoken(fullDayFormat(), at);
  }

  return {
    span,
    fromNow,
    left,
    clock,
    day,
    moment: (at, now) => messages.say('time.moment', { day: day(at, now), time: clock(at) }),
    fullDay,
    fullMoment: (at) => messages.say('time.full-moment', { day: fullDay(at), time: clock(at) }),
  };
}
