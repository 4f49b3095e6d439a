import {
  dayOfNumber,
  intervalsOf,
  isAroundTheClock,
  lastOpenDay,
  numberOfDay,
  type WorkCalendar,
} from './business-time/opening-hours.ts';
import type { ZoneTime } from './business-time/zone.ts';
import { type Day, type Millis, millis } from './values.ts';

export {
  isAroundTheClock,
  refusesHours,
  type WorkCalendar,
} from './business-time/opening-hours.ts';
export type { ZoneTime } from './business-time/zone.ts';

/**
 * Arithmetic over opening hours. Spans are milliseconds.
 *
 * Opening hours are times on the clock on the wall, and what counts is the real time between them. A
 * time that the clock leaps over in spring means the moment of the leap; one that it shows twice in
 * autumn means the first. So 02:00 to 04:00 is one hour on the night the clock leaps from 03:00 to
 * 04:00, three on the night it goes back from 04:00 to 03:00, and shifts that touch never overlap.
 */
export interface BusinessTime {
  /**
   * @returns the first moment by which `span` has been counted since `from`: the end of a working day
   *   rather than the beginning of the next. A hundred years on, where it is never counted.
   */
  readonly after: (from: Millis, span: number) => Millis;
  /** @returns what counts of the time between two moments; none where `to` is not the later. */
  readonly between: (from: Millis, to: Millis) => number;
  /** @returns the stretches that count, in order. */
  readonly pieces: (from: Millis, to: Millis) => readonly Piece[];
}

/** A stretch of time that counts. */
export interface Piece {
  /** The day it lies in; around the clock it lies in as many as it likes. */
  readonly day?: Day;
  readonly from: Millis;
  readonly to: Millis;
  readonly counted: number;
}

/** Every minute counts, of every day. */
export const aroundTheClock: BusinessTime = {
  after: (from, span) => millis(from + Math.max(0, span)),
  between: (from, to) => Math.max(0, to - from),
  pieces: (from, to) => (from < to ? [{ from, to, counted: to - from }] : []),
};

/** Nobody waits longer than this, and no sum goes on for ever. */
const farthestDays = 36_525;
const DAY = 86_400_000;

/** A stretch in which the desk is open. */
interface Opening {
  readonly day: number;
  readonly from: Millis;
  readonly to: Millis;
}

/**
 * @param calendar the opening hours
 * @param zone how the clock goes in the calendar's zone; around the clock it is never asked
 * @returns the arithmetic by these hours
 */
export function businessTime(calendar: WorkCalendar, zone: ZoneTime): BusinessTime {
  if (isAroundTheClock(calendar)) return aroundTheClock;
  const intervals = intervalsOf(calendar);
  const lastDay = lastOpenDay(calendar) ?? Number.POSITIVE_INFINITY;
  const known = new Map<number, readonly Opening[]>();

  function openingsOf(number: number): readonly Opening[] {
    const found = known.get(number);
    if (found !== undefined) return found;
    const day = dayOfNumber(number);
    const openings = intervals(number).map(([from, to]) => ({
      day: number,
      from: zone.momentOf(day, from),
      to: zone.momentOf(day, to),
    }));
    known.set(number, openings);
    return openings;
  }

  /** What is open from a moment on; the first stretch begins there, where it has begun already. */
  function* openingsFrom(from: Millis, until: number): Generator<Opening, void> {
    // After a clock that went back over midnight the date is the old one again, whose openings are over.
    const first = numberOfDay(zone.dayOf(from));
    const last = Math.min(lastDay, Math.ceil(until / DAY) + 1);
    for (let day = first; day <= last; day++) {
      for (const opening of openingsOf(day)) {
        const start = millis(Math.max(opening.from, from));
        if (start >= until) return;
        if (start < opening.to) yield { ...opening, from: start };
      }
    }
  }

  function after(from: Millis, span: number): Millis {
    const farthest = millis(from + farthestDays * DAY);
    let left = span;
    if (left <= 0) return from;
    for (const opening of openingsFrom(from, farthest)) {
      const long = opening.to - opening.from;
      if (left <= long) return millis(opening.from + left);
      left -= long;
    }
    return farthest;
  }

  function pieces(from: Millis, to: Millis): readonly Piece[] {
    return Array.from(openingsFrom(from, to), (opening) => {
      const end = millis(Math.min(opening.to, to));
      const counted = end - opening.from;
      return { day: dayOfNumber(opening.day), from: opening.from, to: end, counted };
    });
  }

  function between(from: Millis, to: Millis): number {
    let sum = 0;
    for (const opening of openingsFrom(from, to)) sum += Math.min(opening.to, to) - opening.from;
    return sum;
  }

  return { after, between, pieces };
}
