import type { Clock, Counting } from '../clock.ts';
import type { Millis } from '../values.ts';
import { countedBy } from './run.ts';

/** How pressing a clock is, the least first. */
export const warnings = ['half', 'three_quarters', 'nine_tenths', 'late'] as const;
export type Warning = (typeof warnings)[number];

/**
 * Says how much of its time a clock has used (P25, P28: in time to do something about it).
 * @returns undefined before half of it, and for a clock that is paused or has stopped
 */
export function warningOf(clock: Clock, now: Millis, counting: Counting): Warning | undefined {
  if (clock.since === undefined) return undefined;
  if (now > clock.due) return 'late';
  const used = countedBy(clock, now, counting) / clock.target;
  if (used >= 0.9) return 'nine_tenths';
  if (used >= 0.75) return 'three_quarters';
  return used >= 0.5 ? 'half' : undefined;
}
