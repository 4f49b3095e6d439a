/** Breaking text into lines at words, in scripts with and without blanks between them. */

import { wordBreaks } from '../language/word-breaks.ts';
import type { SafeText } from './safe-text.ts';
import { characters, truncate, widthOf } from './width.ts';

// Sought as the exception: `^[…]*$` would run out of stack on texts of many megabytes.
const BEYOND_PLAIN = /[^\x20-\x7e]/;

/** One word or one run of blanks, with its columns. */
interface Piece {
  readonly text: string;
  readonly width: number;
  readonly blank: boolean;
}

function plainPieces(line: string): Piece[] {
  return (line.match(/ +|[^ ]+/g) ?? []).map((text) => ({
    text,
    width: text.length,
    blank: text.startsWith(' '),
  }));
}

function pieces(line: string): Piece[] {
  if (!BEYOND_PLAIN.test(line)) return plainPieces(line);
  const places = wordBreaks(line);
  const found: Piece[] = [];
  let text = '';
  let width = 0;
  let blank = false;
  let at = 0;
  for (const character of characters(line)) {
    const isBlank = character === ' ';
    if (text !== '' && (isBlank !== blank || (!blank && places.has(at)))) {
      found.push({ text, width, blank });
      text = '';
      width = 0;
    }
    text += character;
    width += widthOf(character);
    blank = isBlank;
    at += character.length;
  }
  if (text !== '') found.push({ text, width, blank });
  return found;
}

/** Breaks a word that is wider than a whole line, between characters. */
function breakWord(word: string, columns: number): string[] {
  const parts: string[] = [];
  let part = '';
  let width = 0;
  for (const character of characters(word)) {
    // A wide character in a line of one column: there is no room for it, so it is said to be there.
    const shown = truncate(character, columns);
    const columnsTaken = widthOf(shown);
    if (width + columnsTaken > columns && part !== '') {
      parts.push(part);
      part = '';
      width = 0;
    }
    part += shown;
    width += columnsTaken;
  }
  parts.push(part);
  return parts;
}

/** How text is broken. */
export interface WrapOptions {
  /** Whether a word wider than a line is broken. It is, unless said otherwise. */
  readonly breaksWords?: boolean;
}

function wrapLine(line: string, columns: number, { breaksWords = true }: WrapOptions): string[] {
  const lines: string[] = [];
  let current = '';
  let width = 0;
  let blanks = '';
  const finish = () => {
    lines.push(current);
    current = '';
    width = 0;
    blanks = '';
  };
  for (const piece of pieces(line)) {
    if (piece.blank) {
      // Blanks wait: they are printed only when a word follows on the same line.
      blanks = piece.text;
      continue;
    }
    if (width + blanks.length + piece.width <= columns) {
      current += blanks + piece.text;
      width += blanks.length + piece.width;
      blanks = '';
      continue;
    }
    if (current !== '') finish();
    blanks = '';
    const parts =
      breaksWords && piece.width > columns ? breakWord(piece.text, columns) : [piece.text];
    const last = parts.pop() ?? '';
    lines.push(...parts);
    current = last;
    width = widthOf(last);
  }
  finish();
  return lines;
}

/**
 * Breaks text into lines at words; Thai and its like at the words a dictionary finds. A word wider
 * than a line is broken between characters, never within one,
 * or left whole where that is asked for.
 * @param text any number of lines without colour codes
 * @param columns the widest a line may be, 1 or more
 * @returns at least one line; none is wider than `columns` (but a word that is left whole), and blanks at a break are left out
 */
export function wrap(text: SafeText, columns: number, options?: WrapOptions): SafeText[];
export function wrap(text: string, columns: number, options?: WrapOptions): string[];
export function wrap(text: string, columns: number, options: WrapOptions = {}): string[] {
  const most = Math.max(1, Math.floor(columns));
  return text.split('\n').flatMap((line) => wrapLine(line, most, options));
}
