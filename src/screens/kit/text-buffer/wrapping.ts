/** Where a paragraph wraps. A row depends only on what comes after its start, never on what precedes. */

import { wordBreaks } from '../../../language/word-breaks.ts';
import { cellsOf, isSimple } from './cells.ts';
import { boundaryAtOrBefore } from './graphemes.ts';

/** `words`: at blanks, and between words of scripts without blanks. `graphemes`: wherever it is full. */
export type Wrapping = 'words' | 'graphemes';

/**
 * Finds the end of one row. Blanks at the end of a row hang over its edge, so that the next row
 * begins with a word; a word too long for a row is broken between graphemes.
 * @param start a grapheme boundary, in UTF-16 units
 * @param room columns, at least 1
 * @returns where the next row starts; the length of the paragraph for the last row
 */
export function rowEnd(paragraph: string, start: number, room: number, at: Wrapping): number {
  const ahead = paragraph.slice(start, start + room + 1);
  return isSimple(ahead)
    ? simpleRowEnd(paragraph, start, room, at, ahead)
    : anyRowEnd(paragraph, start, room, at);
}

/** How far, in UTF-16 units, a row looks ahead of its start. */
export function lookahead(room: number): number {
  return 2 * room + 32;
}

function simpleRowEnd(
  paragraph: string,
  start: number,
  room: number,
  at: Wrapping,
  ahead: string,
): number {
  if (ahead.length <= room) return paragraph.length;
  if (at === 'graphemes') return start + room;
  if (ahead[room] === ' ') return endOfBlanks(paragraph, start + room);
  const blank = ahead.lastIndexOf(' ');
  return blank === -1 ? start + room : start + blank + 1;
}

function endOfBlanks(paragraph: string, from: number): number {
  let end = from;
  while (paragraph[end] === ' ') end += 1;
  // A combining mark after the last blank belongs to it. The text before has no say in that.
  return from + boundaryAtOrBefore(paragraph.slice(from, end + 2), end - from);
}

function anyRowEnd(paragraph: string, start: number, room: number, at: Wrapping): number {
  for (let reach = lookahead(room); ; reach *= 2) {
    const whole = start + reach >= paragraph.length;
    const end = rowEndWithin(paragraph.slice(start, start + reach), whole, room, at);
    if (end !== undefined) return start + end;
  }
}

/** @returns where the row ends within `ahead`; undefined when more text is needed to tell. */
function rowEndWithin(
  ahead: string,
  whole: boolean,
  room: number,
  at: Wrapping,
): number | undefined {
  const breaks = at === 'words' ? wordBreaks(ahead) : noBreaks;
  let width = 0;
  let lastBreak: number | undefined;
  let afterBlank = false;
  for (const cell of cellsOf(ahead, room)) {
    // The last grapheme of a cut text may go on behind the cut.
    if (!whole && cell.start + cell.text.length === ahead.length) return undefined;
    const blank = at === 'words' && cell.text === ' ';
    if ((afterBlank && !blank) || breaks.has(cell.start)) lastBreak = cell.start;
    if (!blank && width + cell.width > room && cell.start > 0) return lastBreak ?? cell.start;
    width += cell.width;
    afterBlank = blank;
  }
  return ahead.length;
}

const noBreaks: ReadonlySet<number> = new Set();
