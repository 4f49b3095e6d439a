/** A number before and now, and how long each was counted. */
export interface TwoCounts {
  readonly now: number;
  readonly before: number;
  /** The part that now has of both times together; 0.5 for two of the same length. */
  readonly share: number;
}

/**
 * @param n how many there are together
 * @param k the least number of them
 * @param share of falling into one half by chance alone
 * @returns the chance that at least `k` of `n` do (the upper tail of the binomial distribution)
 */
export type UpperTail = (k: number, n: number, share: number) => number;

/** How sure one has to be before a change is called one: wrong once in twenty reports at most. */
export const ALPHA = 0.05;

/**
 * Finds what has become more, in a way that chance does not explain. Complaints come one by one, so
 * that two counts of one rate are compared by the exact conditional test (Przyborowski and Wilenski
 * 1940): of all that came in both times, each fell into the later one with the chance of its length.
 * Where many are looked at, some would stand out by chance; Holm's step-down (1979) keeps the chance
 * that any of those told did so below `ALPHA`.
 * @returns those that have grown, by their place
 */
export function grown(counts: readonly TwoCounts[], tail: UpperTail): ReadonlySet<number> {
  const tested = counts
    .map(({ now, before, share }, place) => ({
      place,
      chance: now + before === 0 ? 1 : tail(now, now + before, share),
    }))
    .sort((one, other) => one.chance - other.chance);
  const found = new Set<number>();
  for (const [done, { place, chance }] of tested.entries()) {
    if (chance > ALPHA / (tested.length - done)) break;
    found.add(place);
  }
  return found;
}
