import type { Insertable, Selectable } from 'kysely';

/** A deadline counted in business time (P25); moments and sums of time are milliseconds. */
export interface ClockTable {
  complaint_id: number;
  kind: 'pickup' | 'acknowledge' | 'answer' | 'resolve' | 'followup';
  started: number;
  /** The business time there is. */
  target: number;
  /** The business time we aim for, within it. */
  aim_target: number;
  /** The version of the opening hours it counts by now; 0 counts around the clock. */
  calendar: number;
  /** Counted before `since`. */
  counted: number;
  /** Runs since then; null while it is paused or stopped. */
  since: number | null;
  aim: number;
  due: number;
  /** When what it waits for happened. */
  stopped_at: number | null;
}

export type ClockRow = Selectable<ClockTable>;
export type NewClock = Insertable<ClockTable>;
