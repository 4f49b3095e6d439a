import type { Day, Millis } from '../values.ts';

/** How a place's clock on the wall goes: handed in, so that rules know nothing of time zones. */
export interface ZoneTime {
  /** @returns the calendar date at a moment. */
  readonly dayOf: (at: Millis) => Day;
  /**
   * @param minute of the day, 0 to 1440; 1440 is midnight at its end
   * @returns the first moment of that day at which the clock on the wall shows this time or a later one
   */
  readonly momentOf: (day: Day, minute: number) => Millis;
}
