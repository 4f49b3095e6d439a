import type { Mark } from '../../desk/list-page.ts';
import { type SafeText, safeLine } from '../../terminal/safe-text.ts';

/** A part of a line; what was searched for is one of its own. */
export interface ExcerptPiece {
  readonly text: SafeText;
  readonly match: boolean;
}

/** What stands before a match helps to understand it, but the match has to be in view, in UTF-16 units. */
const MOST_BEFORE = 24;
/** No row shows more of a text; a family of emoji takes some 25 units. */
const LONGEST = 2000;

/**
 * Cuts a text to begin shortly before the first match, and takes it apart. A match stands in square
 * brackets: it is found without colour too.
 * @param columns that there are for it
 */
export function excerptOf(
  text: string,
  marks: readonly Mark[],
  columns: number,
): readonly ExcerptPiece[] {
  const before = Math.min(MOST_BEFORE, Math.floor(columns / 3));
  const from = beginningOf(text, marks[0]?.from ?? 0, before);
  const end = Math.min(text.length, from + LONGEST);
  const pieces: ExcerptPiece[] = [];
  let at = from;
  const put = (part: string, match: boolean): void => {
    if (part !== '') pieces.push({ text: safeLine(match ? `[${part}]` : part), match });
  };
  if (from > 0) put('…', false);
  for (const mark of marks) {
    if (mark.from < at || mark.to > end) continue;
    put(text.slice(at, mark.from), false);
    put(text.slice(mark.from, mark.to), true);
    at = mark.to;
  }
  put(text.slice(at, end), false);
  return pieces;
}

/** A text that is short before its match stays whole; another begins with a word. */
function beginningOf(text: string, match: number, before: number): number {
  if (match <= before) return 0;
  const blank = text.indexOf(' ', match - before);
  return blank === -1 || blank >= match ? match : blank + 1;
}
