import { aroundTheClock, type BusinessTime, type Piece } from '../business-time.ts';
import type { Counting } from '../clock.ts';
import type { Millis } from '../values.ts';

/** Counting that can tell what it counted. */
export interface ExplainedCounting extends Counting {
  /** @returns the stretches that count by the hours of a version, in order. */
  readonly pieces: (version: number, from: Millis, to: Millis) => readonly Piece[];
}

/** A clock counts by opening hours that were set since the desk was opened. */
export class CalendarUnknown extends Error {
  readonly version: number;

  constructor(version: number) {
    super(`opening hours of version ${version} are not known`);
    this.name = 'CalendarUnknown';
    this.version = version;
  }
}

/**
 * @param times the arithmetic of each version of the opening hours; 0 counts around the clock
 * @returns counting by the newest of them; it throws CalendarUnknown for a version it does not have
 */
export function countingBy(times: ReadonlyMap<number, BusinessTime>): ExplainedCounting {
  const newest = Math.max(0, ...times.keys());
  const timeOf = (version: number): BusinessTime => {
    const time = version === 0 ? aroundTheClock : times.get(version);
    if (time === undefined) throw new CalendarUnknown(version);
    return time;
  };
  return {
    version: newest,
    after: (from, span) => timeOf(newest).after(from, span),
    between: (version, from, to) => timeOf(version).between(from, to),
    pieces: (version, from, to) => timeOf(version).pieces(from, to),
  };
}

/** Every minute counts, as long as no hours were set. */
export const elapsedTime: ExplainedCounting = countingBy(new Map());
