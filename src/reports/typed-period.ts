import { readCovered } from '../desk/list-page/covered.ts';
import { type Millis, millis } from '../rules/values.ts';
import type { Stretch } from './period.ts';

/** What stands between two dates: `1 nov to 15 nov`, `2026-11-01..2026-11-15`. */
const between = /\s+(?:to|till|until|bis|-|–|—)\s+|\s*(?:\.\.|…)\s*/u;

/**
 * Reads dates of one's own: one day, or the first and the last with `to` between them; both are in it.
 * @param now epoch milliseconds
 * @param zone IANA time zone of the desk
 * @returns undefined when it is no date, or the last comes before the first
 */
export function typedPeriod(typed: string, now: Millis, zone: string): Stretch | undefined {
  const [first, last, ...more] = typed.trim().split(between);
  if (first === undefined || first === '' || more.length > 0) return undefined;
  const from = readCovered(first, now, zone);
  const to = last === undefined ? from : readCovered(last, now, zone);
  if (from === undefined || to === undefined || to.to <= from.from) return undefined;
  return { since: millis(from.from), until: millis(to.to) };
}
