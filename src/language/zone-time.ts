/** How the clock on the wall goes in a time zone: for opening hours, which are told in its times. */

import { Temporal } from 'temporal-polyfill';

/** All moments are epoch milliseconds, all dates `YYYY-MM-DD`. */
export interface WallClock {
  /** @returns the calendar date at a moment. */
  dayOf(at: number): string;
  /**
   * @param minute of the day, 0 to 1440; 1440 is midnight at its end
   * @returns the first moment of that day at which the clock shows this time or a later one: of a time
   *   shown twice the first, of one that is leapt over the moment of the leap
   */
  momentOf(day: string, minute: number): number;
  /** @returns how far ahead of UTC the clock is at a moment, in milliseconds. */
  offsetAt(at: number): number;
}

/** From a moment on the clock is so far ahead of UTC, in milliseconds. */
interface Stretch {
  readonly from: number;
  readonly offset: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * The changes of a year are looked up once; after that it is plain arithmetic.
 * @param zone an IANA time zone, such as `Europe/Sofia`
 * @throws RangeError for a zone that is not known
 */
export function wallClock(zone: string): WallClock {
  const years = new Map<number, readonly Stretch[]>();
  const known = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId;

  function stretchesOf(year: number): readonly Stretch[] {
    let found = years.get(year);
    if (found === undefined) {
      found = changesIn(known, year);
      years.set(year, found);
    }
    return found;
  }

  function offsetAt(at: number): number {
    const stretches = stretchesOf(new Date(at).getUTCFullYear());
    return stretches.findLast(({ from }) => from <= at)?.offset ?? 0;
  }

  const dayOf = (at: number): string => new Date(at + offsetAt(at)).toISOString().slice(0, 10);

  function momentOf(day: string, minute: number): number {
    const shown = Date.parse(`${day}T00:00:00Z`) + minute * MINUTE;
    const stretches = stretchesOf(Number(day.slice(0, 4)));
    // The first stretch in which the clock comes that far; after a leap it is farther at once.
    for (const [at, { from, offset }] of stretches.entries()) {
      const end = stretches[at + 1]?.from ?? Number.POSITIVE_INFINITY;
      if (shown < end + offset) return Math.max(from, shown - offset);
    }
    throw new RangeError(`${day} is no date`);
  }

  return { dayOf, momentOf, offsetAt };
}

/** A year with two days on either side: its first and last hours are other years' in UTC. */
function changesIn(zone: string, year: number): readonly Stretch[] {
  const end = Date.UTC(year + 1, 0, 1) + 2 * DAY;
  const stretches: Stretch[] = [];
  let at: Temporal.ZonedDateTime | null | undefined = Temporal.Instant.fromEpochMilliseconds(
    Date.UTC(year, 0, 1) - 2 * DAY,
  ).toZonedDateTimeISO(zone);
  while (at && at.epochMilliseconds < end) {
    stretches.push({ from: at.epochMilliseconds, offset: at.offsetNanoseconds / 1_000_000 });
    at = at.getTimeZoneTransition('next');
  }
  return stretches;
}
