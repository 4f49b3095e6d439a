import type { Marked } from '../../desk/search.ts';
import { type SafeText, safeLine } from '../../terminal/safe-text.ts';

/** A part of a line; what was searched for is one of its own. */
export interface ExcerptPiece {
  readonly text: SafeText;
  readonly match: boolean;
}

/**
 * Makes a text ready to be drawn: what was found stands in square brackets, so that it is told without
 * colour too, and what stands before the first of it gives way where there is little room.
 * @param columns that there are for it
 */
export function excerptOf(pieces: readonly Marked[], columns: number): readonly ExcerptPiece[] {
  const first = pieces.findIndex(({ found }) => found);
  const before = pieces.slice(0, Math.max(0, first)).map(({ text }) => text);
  const shortened = shortEnd(before.join(''), Math.floor(columns / 3));
  const rest = pieces.slice(Math.max(0, first)).map(({ text, found }) => ({
    text: safeLine(found ? `[${text}]` : text),
    match: found,
  }));
  return shortened === '' ? rest : [{ text: safeLine(shortened), match: false }, ...rest];
}

/** The end of a text from the beginning of a word on, and a sign that there was more. */
function shortEnd(text: string, most: number): string {
  if (text.length <= most) return text;
  const blank = text.indexOf(' ', text.length - most);
  return blank === -1 ? '…' : `…${text.slice(blank + 1)}`;
}
