import type { Counting } from '../rules/clock.ts';
import type { Reader } from '../store/reader.ts';
import { countingOf, type ExplainedCounting } from './counting.ts';

/** Says how business time is counted now; another window may have set other hours since. */
export type KeptCounting = (read: Pick<Reader, 'calendars'>) => Promise<Counting>;

/** @returns counting that is put together once, and again only when newer opening hours are set. */
export function keptCounting(): KeptCounting {
  let known: ExplainedCounting | undefined;
  return async (read) => {
    known = await countingOf(read, known);
    return known;
  };
}
