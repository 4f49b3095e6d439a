import { segmenterOf } from './segmenter.ts';

/** Scripts that write words without blanks between them: a line may end after any word. */
const UNSPACED =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/v;

/** What may not begin a line, and what may not end one (after UAX #14). */
const CLINGS_BEFORE = /^[\p{Pe}\p{Pf}\p{Po}\p{M}ๆฯ]/v;
const CLINGS_AFTER = /[\p{Ps}\p{Pi} ]$/v;

const none: ReadonlySet<number> = new Set();

/** @returns where a line of this text may end although there is no blank, in UTF-16 units. */
export function wordBreaks(text: string): ReadonlySet<number> {
  if (!UNSPACED.test(text)) return none;
  const places = new Set<number>();
  let before = '';
  for (const { segment, index } of segmenterOf('word', 'th').segment(text)) {
    const apart = UNSPACED.test(segment) || UNSPACED.test(before);
    const clings = CLINGS_BEFORE.test(segment) || CLINGS_AFTER.test(before);
    if (index > 0 && apart && !clings && segment !== ' ') places.add(index);
    before = segment;
  }
  return places;
}
