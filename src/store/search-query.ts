import { foldQuery } from '../language/fold.ts';

/**
 * @param text what somebody has typed so far
 * @returns the FTS5 query for texts that have every word of it, each perhaps only begun; undefined
 * when there is no word in it
 */
export function matchOf(text: string): string | undefined {
  const words = foldQuery(text);
  return words.length === 0 ? undefined : words.map(begun).join(' AND ');
}

/** A word as FTS5 takes it literally, or as the beginning of a longer one. */
export function begun(word: string): string {
  return `"${word.replaceAll('"', '""')}"*`;
}
