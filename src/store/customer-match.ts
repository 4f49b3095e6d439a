import { foldQuery } from '../language/fold.ts';
import { begun } from './search-query.ts';

/**
 * Makes a query over name, phone, email and account number. A number may be written in groups, or
 * with the zero that stands for "in this country".
 * @param text what is typed so far
 * @returns the FTS5 query; undefined when there is no word in it
 */
export function customerMatch(text: string): string | undefined {
  const words = foldQuery(text);
  if (words.length === 0) return undefined;
  const asWords = words.map(begunNumber).join(' AND ');
  const isNumber = words.every((word) => /^\d+$/.test(word));
  return isNumber && words.length > 1 ? `(${asWords}) OR ${begunNumber(words.join(''))}` : asWords;
}

function begunNumber(word: string): string {
  const bare = /^0+(\d+)$/.exec(word)?.[1];
  return bare === undefined ? begun(word) : `(${begun(word)} OR ${begun(bare)})`;
}
