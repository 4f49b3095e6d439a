/** How many columns text takes on a terminal, and fitting it into them. Widths are string-width's. */

import { segmenterOf } from '../language/segmenter.ts';
import type { SafeText } from './safe-text.ts';
import stringWidth from './string-width.ts';

// Sought as the exception: `^[…]*$` would run out of stack on texts of many megabytes.
const BEYOND_PLAIN = /[^\x20-\x7e]/;
const ELLIPSIS = '…';

/** @returns the columns `text` takes; colour codes in it count as nothing. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** @returns the characters of `text` as a reader counts them (graphemes). */
export function* characters(text: string): Generator<string, void> {
  if (!BEYOND_PLAIN.test(text)) {
    yield* text;
    return;
  }
  for (const { segment } of segmenterOf('grapheme').segment(text)) yield segment;
}

/**
 * Cuts text that is too wide, between characters, and says so with `…`.
 * @param text one line without colour codes
 * @param columns the widest the result may be, 0 or more
 * @returns `text` when it fits
 */
export function truncate(text: SafeText, columns: number): SafeText;
export function truncate(text: string, columns: number): string;
export function truncate(text: string, columns: number): string {
  if (columns <= 0) return '';
  if (!BEYOND_PLAIN.test(text)) {
    return text.length <= columns ? text : text.slice(0, columns - 1) + ELLIPSIS;
  }
  let taken = 0;
  let kept = '';
  let keptBeforeEllipsis = '';
  for (const character of characters(text)) {
    taken += widthOf(character);
    if (taken > columns) return keptBeforeEllipsis + ELLIPSIS;
    kept += character;
    if (taken < columns) keptBeforeEllipsis = kept;
  }
  return text;
}

/**
 * Fills text with blanks to a width. Text that is wider already is left as it is.
 * @param side where the text stands: `left` puts the blanks behind it, `right` before it
 */
export function pad(text: SafeText, columns: number, side?: 'left' | 'right'): SafeText;
export function pad(text: string, columns: number, side?: 'left' | 'right'): string;
export function pad(text: string, columns: number, side: 'left' | 'right' = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, columns - widthOf(text)));
  return side === 'left' ? text + blanks : blanks + text;
}
