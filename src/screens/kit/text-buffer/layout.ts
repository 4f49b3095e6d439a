/** How a buffer looks in a field of so many columns and rows, and where the cursor stands in it. */

import { joinSafe, type SafeText, safeLine } from '../../../terminal/safe-text.ts';
import type { TextBuffer } from './buffer.ts';
import { cellsOf } from './cells.ts';
import { firstAbove, rowStarts } from './rows.ts';

/** What a text field draws. */
export interface TextLayout {
  /** The visible rows, safe to print, each at most `columns` wide. */
  readonly lines: readonly SafeText[];
  /** The row of the cursor among the visible ones, from 0. */
  readonly cursorRow: number;
  /** The column of the cursor, from 0, always below `columns`. */
  readonly cursorColumn: number;
  /** How many rows are above the visible ones. */
  readonly firstLine: number;
  /** How many rows the whole text has. */
  readonly totalLines: number;
}

/**
 * Lays a buffer out: soft wrap at words, cursor always in view. A single line does not wrap but
 * shows the part around the cursor. The last column is kept free for a cursor after a full row.
 * @param columns width of the field, at least 2
 * @param rows height of the field, at least 1; a single line takes one
 * @param firstLine the `firstLine` of the layout before, so that the text scrolls only when it must
 */
export function layoutBuffer(
  buffer: TextBuffer,
  columns: number,
  rows: number,
  firstLine = 0,
): TextLayout {
  return buffer.multiLine
    ? layoutRows(buffer, columns, rows, firstLine)
    : layoutLine(buffer, columns);
}

/** @returns the columns that text may take in a field of so many columns. */
export function roomIn(columns: number): number {
  return Math.max(1, columns - 1);
}

/** @returns the row of its paragraph that the cursor is drawn in, from 0. */
export function cursorRowIn(buffer: TextBuffer, starts: readonly number[]): number {
  const { offset } = buffer.cursor;
  const row = firstAbove(starts, offset) - 1;
  return buffer.leansBack && row > 0 && starts[row] === offset ? row - 1 : row;
}

function layoutRows(buffer: TextBuffer, columns: number, rows: number, hint: number): TextLayout {
  const room = roomIn(columns);
  const { paragraphs, cursor } = buffer;
  const rowsAbove: number[] = [];
  let totalLines = 0;
  for (const paragraph of paragraphs) {
    rowsAbove.push(totalLines);
    totalLines += rowStarts(paragraph, room, 'words').length;
  }
  const paragraph = paragraphs[cursor.paragraph] ?? '';
  const starts = rowStarts(paragraph, room, 'words');
  const row = cursorRowIn(buffer, starts);
  const cursorLine = (rowsAbove[cursor.paragraph] ?? 0) + row;
  const highest = Math.max(0, Math.min(cursorLine, totalLines - rows));
  const firstLine = Math.max(cursorLine - rows + 1, Math.min(hint, highest));
  const before = paragraph.slice(starts[row] ?? 0, cursor.offset);
  return {
    lines: visibleRows(buffer, room, rowsAbove, firstLine, Math.min(totalLines, firstLine + rows)),
    cursorRow: cursorLine - firstLine,
    cursorColumn: Math.min(widthBefore(before, room), columns - 1),
    firstLine,
    totalLines,
  };
}

function visibleRows(
  buffer: TextBuffer,
  room: number,
  rowsAbove: readonly number[],
  from: number,
  until: number,
): SafeText[] {
  const lines: SafeText[] = [];
  for (let at = firstAbove(rowsAbove, from) - 1; at < rowsAbove.length; at += 1) {
    const paragraph = buffer.paragraphs[at] ?? '';
    const starts = rowStarts(paragraph, room, 'words');
    const above = rowsAbove[at] ?? 0;
    if (above >= until) break;
    for (let row = Math.max(0, from - above); row < starts.length; row += 1) {
      if (above + row >= until) break;
      lines.push(drawn(paragraph.slice(starts[row], starts[row + 1]), room, room));
    }
  }
  return lines;
}

/**
 * The line is cut into half windows; the one with the cursor and the one before it are in view, and
 * at the end of the line as much as fits before it.
 */
function layoutLine(buffer: TextBuffer, columns: number): TextLayout {
  const room = roomIn(columns);
  const half = Math.max(1, Math.floor(room / 2));
  const line = buffer.paragraphs[0] ?? '';
  const starts = rowStarts(line, half, 'graphemes');
  const row = cursorRowIn(buffer, starts);
  const start =
    row === starts.length - 1
      ? startOfTail(line, starts[Math.max(0, row - 2)] ?? 0, room, half)
      : (starts[Math.max(0, row - 1)] ?? 0);
  const end = starts[row + 3] ?? line.length;
  const before = line.slice(start, buffer.cursor.offset);
  return {
    lines: [drawn(line.slice(start, end), room, half)],
    cursorRow: 0,
    cursorColumn: Math.min(widthBefore(before, half), columns - 1),
    firstLine: 0,
    totalLines: 1,
  };
}

/** @returns where the longest end of the line starts that fits, not before `from`. */
function startOfTail(line: string, from: number, room: number, widest: number): number {
  const tail = line.slice(from);
  let width = widthBefore(tail, widest);
  for (const cell of cellsOf(tail, widest)) {
    if (width <= room) return from + cell.start;
    width -= cell.width;
  }
  return line.length;
}

const nothing = safeLine('');

function drawn(text: string, room: number, widest: number): SafeText {
  const shown: SafeText[] = [];
  let width = 0;
  for (const cell of cellsOf(text, widest)) {
    width += cell.width;
    if (width > room) break;
    shown.push(cell.shown);
  }
  return joinSafe(shown, nothing);
}

function widthBefore(text: string, widest: number): number {
  let width = 0;
  for (const cell of cellsOf(text, widest)) width += cell.width;
  return width;
}
