/** Moves of the cursor by the rows that are on the screen. */

import { currentParagraph, type TextBuffer } from './buffer.ts';
import { cellsOf } from './cells.ts';
import { cursorRowIn, roomIn } from './layout.ts';
import { moved } from './movement.ts';
import { rowStarts } from './rows.ts';

/** To the start of the row; on a single line, of the line. */
export function toRowStart(buffer: TextBuffer, columns: number): TextBuffer {
  const { paragraph } = buffer.cursor;
  const row = cursorRow(buffer, columns);
  return moved(buffer, { paragraph, offset: row.start });
}

/** To the end of the row; on a single line, of the line. */
export function toRowEnd(buffer: TextBuffer, columns: number): TextBuffer {
  return landOn(buffer, cursorRow(buffer, columns), columns, Number.POSITIVE_INFINITY);
}

/** Up so many rows, towards the column that the moves up and down began in. */
export function up(buffer: TextBuffer, columns: number, rows = 1): TextBuffer {
  return byRows(buffer, columns, -rows);
}

/** Down so many rows, towards the column that the moves up and down began in. */
export function down(buffer: TextBuffer, columns: number, rows = 1): TextBuffer {
  return byRows(buffer, columns, rows);
}

/** One row of a paragraph as it is drawn. */
interface Row {
  readonly paragraph: number;
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** Whether the paragraph goes on in the next row. */
  readonly wraps: boolean;
}

function byRows(buffer: TextBuffer, columns: number, rows: number): TextBuffer {
  if (!buffer.multiLine) return moved(buffer, buffer.cursor);
  const from = cursorRow(buffer, columns);
  const goalColumn = buffer.goalColumn ?? columnInRow(buffer, from, columns);
  const to = rowAway(buffer, from, columns, rows);
  // On the first and the last row there is nowhere to go but to the ends of the text.
  if (to.paragraph === from.paragraph && to.index === from.index) {
    const column = rows < 0 ? 0 : Number.POSITIVE_INFINITY;
    return { ...landOn(buffer, from, columns, column), goalColumn };
  }
  return { ...landOn(buffer, to, columns, goalColumn), goalColumn };
}

function startsOf(buffer: TextBuffer, paragraph: number, columns: number): readonly number[] {
  const room = buffer.multiLine ? roomIn(columns) : Number.MAX_SAFE_INTEGER;
  return buffer.multiLine ? rowStarts(buffer.paragraphs[paragraph] ?? '', room, 'words') : [0];
}

function cursorRow(buffer: TextBuffer, columns: number): Row {
  const starts = startsOf(buffer, buffer.cursor.paragraph, columns);
  return rowAt(buffer, buffer.cursor.paragraph, cursorRowIn(buffer, starts), starts);
}

function rowAt(
  buffer: TextBuffer,
  paragraph: number,
  index: number,
  starts: readonly number[],
): Row {
  const length = buffer.paragraphs[paragraph]?.length ?? 0;
  return {
    paragraph,
    index,
    start: starts[index] ?? 0,
    end: starts[index + 1] ?? length,
    wraps: index + 1 < starts.length,
  };
}

/** @returns the row so many rows away, or the first or last one when the text ends before. */
function rowAway(buffer: TextBuffer, from: Row, columns: number, rows: number): Row {
  let { paragraph } = from;
  let index = from.index + rows;
  let starts = startsOf(buffer, paragraph, columns);
  while (index < 0 && paragraph > 0) {
    paragraph -= 1;
    starts = startsOf(buffer, paragraph, columns);
    index += starts.length;
  }
  while (index >= starts.length && paragraph < buffer.paragraphs.length - 1) {
    index -= starts.length;
    paragraph += 1;
    starts = startsOf(buffer, paragraph, columns);
  }
  const inside = Math.min(Math.max(index, 0), starts.length - 1);
  return rowAt(buffer, paragraph, inside, starts);
}

function columnInRow(buffer: TextBuffer, row: Row, columns: number): number {
  const room = roomIn(columns);
  let column = 0;
  for (const cell of cellsOf(
    currentParagraph(buffer).slice(row.start, buffer.cursor.offset),
    room,
  )) {
    column += cell.width;
  }
  return Math.min(column, room);
}

/** Puts the cursor into a row at a column, or at its end when it is shorter. */
function landOn(buffer: TextBuffer, row: Row, columns: number, column: number): TextBuffer {
  const text = (buffer.paragraphs[row.paragraph] ?? '').slice(row.start, row.end);
  // A row that wraps ends before the blanks that hang over its edge: typing there goes on the word.
  const end = row.wraps ? wordsEnd(text) || text.length : text.length;
  let offset = end;
  if (column !== Number.POSITIVE_INFINITY) {
    let width = 0;
    for (const cell of cellsOf(text, roomIn(columns))) {
      if (cell.start >= end) break;
      if (width + cell.width > column) {
        offset = cell.start;
        break;
      }
      width += cell.width;
    }
  }
  const leansBack = row.wraps && offset === text.length;
  return moved(buffer, { paragraph: row.paragraph, offset: row.start + offset }, { leansBack });
}

function wordsEnd(text: string): number {
  let end = text.length;
  while (text[end - 1] === ' ') end -= 1;
  return end;
}
