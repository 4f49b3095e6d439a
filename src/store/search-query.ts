import { foldQuery } from '../language/fold.ts';
import type { SqlRows } from './sql-rows.ts';

/** Which index is searched: what complaints say, or who customers are. */
export type Searched = 'complaint' | 'customer';

/** The longest beginnings of words that each index keeps ready. */
const keptBeginnings: Readonly<Record<Searched, number>> = { complaint: 3, customer: 6 };

/** More ways to go on than this nobody means. */
const mostWays = 64;

/** A word as FTS5 takes it literally, or as the beginning of a longer one. */
export function begun(word: string): string {
  return `${literal(word)}*`;
}

const literal = (word: string): string => `"${word.replaceAll('"', '""')}"`;

/**
 * Makes a query for a word that is perhaps only begun. FTS5 gathers every text of a beginning which
 * it does not keep ready before it gives the first, tens of milliseconds for a common one; the whole
 * words that begin so, named one by one, come newest first at once.
 * @param word folded
 * @returns the FTS5 query; undefined when no text has such a word
 */
export async function beginningMatch(
  db: SqlRows,
  searched: Searched,
  word: string,
): Promise<string | undefined> {
  if ([...word].length <= keptBeginnings[searched]) return begun(word);
  const ways = await waysOn(db, searched, word);
  if (ways.length >= mostWays) return begun(word);
  return ways.length === 0 ? undefined : `(${ways.map(literal).join(' OR ')})`;
}

/** @returns the words of the index that begin so, in order, `mostWays` at most. */
async function waysOn(db: SqlRows, searched: Searched, word: string): Promise<string[]> {
  const next = `SELECT term FROM ${searched}_words WHERE term >= ? LIMIT 1`;
  const ways: string[] = [];
  for (let from = word; ways.length < mostWays; ) {
    const [found] = await db.rows<{ term: string }>(next, [from]);
    if (found === undefined || !found.term.startsWith(word)) break;
    ways.push(found.term);
    // The first text behind this one: no word has a control character.
    from = `${found.term}\u0001`;
  }
  return ways;
}

/** An FTS5 query that no text fits. */
export const nothingMatches = '"\u0001"';

/**
 * @param text what somebody has typed so far
 * @returns the FTS5 query for texts that have every word of it, each perhaps only begun; undefined
 * when there is no word in it
 */
export async function wordsMatch(
  db: SqlRows,
  searched: Searched,
  text: string,
): Promise<string | undefined> {
  const words = [...new Set(foldQuery(text))];
  if (words.length === 0) return undefined;
  const matches: string[] = [];
  for (const word of words) {
    const match = await beginningMatch(db, searched, word);
    if (match === undefined) return nothingMatches;
    matches.push(match);
  }
  return matches.join(' AND ');
}
