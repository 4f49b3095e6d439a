import { type SafeText, safeLine } from '../../terminal/safe-text.ts';
import { truncate } from '../../terminal/width.ts';
import { wrap } from '../../terminal/wrap.ts';

/** A family of emoji takes some 25 UTF-16 units; more than this of a long text is never in view. */
const LONGEST_CHARACTER = 32;

/**
 * Wraps a text into so many rows at most.
 * @param text as stored; it is made safe here
 * @param columns the widest a row may be
 * @returns the rows; where the text goes on beyond them, the last one says so with `…`
 */
export function cutRows(text: string, columns: number, rows: number): readonly SafeText[] {
  const beginning = safeLine(text.slice(0, columns * rows * LONGEST_CHARACTER));
  const wrapped = wrap(beginning, columns);
  if (wrapped.length <= rows) return wrapped;
  const last = safeLine(wrapped.slice(rows - 1).join(' '));
  return [...wrapped.slice(0, rows - 1), truncate(last, columns)];
}
