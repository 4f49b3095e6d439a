import jstat from 'jstat';
import type { Counts } from '../../rules/figures/counts.ts';
import { grown, type UpperTail } from '../../rules/figures/growth.ts';
import type { Scene } from './scene.ts';

/** A group that became more than chance explains, or was never there before. */
export interface GrownGroup {
  readonly group: number;
  readonly now: number;
  readonly before: number;
  readonly stands: 'new' | 'growing';
}

/** The regularised incomplete beta function is the tail of the binomial distribution. */
const upperTail: UpperTail = (k, n, share) => (k <= 0 ? 1 : jstat.ibeta(share, k, n - k + 1));

/**
 * @param counts by group; group 0, of which nothing was said, is left out
 * @returns those that are new (none was ever counted before the period, on a desk that counted
 *   others) or growing (see `growth.ts`), those with the most first
 */
export function grownGroups(
  { now: period, before: earlier }: Scene,
  counts: Counts,
): readonly GrownGroup[] {
  const groups = Array.from({ length: counts.groups }, (_, group) => ({
    group,
    now: counts.between(period.since, period.until, group),
    before: counts.between(earlier.since, earlier.until, group),
    ever: counts.before(period.since, group),
  })).filter(({ group, now, before }) => group > 0 && now + before > 0);
  const length = period.until - period.since;
  const share = length / (length + earlier.until - earlier.since);
  const known = groups.some(({ ever }) => ever > 0);
  const more = known
    ? grown(
        groups.map(({ now, before }) => ({ now, before, share })),
        upperTail,
      )
    : new Set<number>();
  return groups
    .flatMap(({ ever, ...counted }, place): GrownGroup[] => {
      if (known && ever === 0) return [{ ...counted, stands: 'new' }];
      return more.has(place) ? [{ ...counted, stands: 'growing' }] : [];
    })
    .toSorted((one, other) => other.now - one.now);
}
