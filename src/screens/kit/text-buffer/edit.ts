/** Changes to the text. Each takes a buffer and returns the changed one. */

import { currentParagraph, type TextBuffer } from './buffer.ts';
import { entryOf } from './entry.ts';
import {
  boundaryAfter,
  boundaryAtOrAfter,
  boundaryAtOrBefore,
  boundaryBefore,
} from './graphemes.ts';
import { type EditKind, record } from './history.ts';
import {
  comparePlaces,
  endOfText,
  type Place,
  placeAfter,
  placeAt,
  textBetween,
  withTextBetween,
} from './place.ts';
import { wordLeftOf, wordRightOf } from './words.ts';

/** Types text at the cursor; runs of it are undone word by word. */
export function insert(buffer: TextBuffer, text: string): TextBuffer {
  return change(buffer, buffer.cursor, buffer.cursor, text, 'typing');
}

/** Puts in what came from the clipboard, as one undo step. Newlines: see `entryOf`. */
export function paste(buffer: TextBuffer, text: string): TextBuffer {
  return change(buffer, buffer.cursor, buffer.cursor, text, 'step');
}

/** Starts a new paragraph. On a single line nothing happens. */
export function newline(buffer: TextBuffer): TextBuffer {
  return buffer.multiLine ? change(buffer, buffer.cursor, buffer.cursor, '\n', 'typing') : buffer;
}

/** Takes away the grapheme before the cursor, or joins the paragraph to the one above. */
export function backspace(buffer: TextBuffer): TextBuffer {
  const { paragraph, offset } = buffer.cursor;
  const start =
    offset > 0
      ? { paragraph, offset: boundaryBefore(currentParagraph(buffer), offset) }
      : endOfParagraphAbove(buffer);
  return change(buffer, start, buffer.cursor, '', 'erasing');
}

/** Takes away the grapheme after the cursor, or joins the paragraph below to this one. */
export function deleteForward(buffer: TextBuffer): TextBuffer {
  const { paragraph, offset } = buffer.cursor;
  const text = currentParagraph(buffer);
  const end =
    offset < text.length
      ? { paragraph, offset: boundaryAfter(text, offset) }
      : startOfParagraphBelow(buffer);
  return change(buffer, buffer.cursor, end, '', 'erasing');
}

/** Takes away the word before the cursor and the blanks between. Works inside Thai. */
export function deleteWordBack(buffer: TextBuffer): TextBuffer {
  return change(buffer, wordLeftOf(buffer.paragraphs, buffer.cursor), buffer.cursor, '', 'step');
}

/** Takes away the word after the cursor and the blanks between. */
export function deleteWordForward(buffer: TextBuffer): TextBuffer {
  return change(buffer, buffer.cursor, wordRightOf(buffer.paragraphs, buffer.cursor), '', 'step');
}

/** Takes away everything from the start of the paragraph to the cursor. */
export function deleteToLineStart(buffer: TextBuffer): TextBuffer {
  const { paragraph } = buffer.cursor;
  return change(buffer, { paragraph, offset: 0 }, buffer.cursor, '', 'step');
}

/** Takes away everything from the cursor to the end of the paragraph. */
export function deleteToLineEnd(buffer: TextBuffer): TextBuffer {
  const { paragraph } = buffer.cursor;
  const end = { paragraph, offset: currentParagraph(buffer).length };
  return change(buffer, buffer.cursor, end, '', 'step');
}

/**
 * Puts `text` in place of a part of the whole text, as one undo step: a better wording in place of a
 * phrase to avoid (P16). The cursor keeps its place in what stays, or goes to the end of the new text.
 * @param start UTF-16 units from the start of the text; inside a grapheme it moves to its start
 * @param end the same, exclusive; inside a grapheme it moves to its end
 */
export function replaceRange(
  buffer: TextBuffer,
  start: number,
  end: number,
  text: string,
): TextBuffer {
  const { paragraphs } = buffer;
  const from = placeAt(paragraphs, Math.min(start, end));
  const to = placeAt(paragraphs, Math.max(start, end));
  return change(
    buffer,
    { ...from, offset: boundaryAtOrBefore(paragraphs[from.paragraph] ?? '', from.offset) },
    { ...to, offset: boundaryAtOrAfter(paragraphs[to.paragraph] ?? '', to.offset) },
    text,
    'step',
    'stays',
  );
}

/** Puts a new text in place of all of it, as one undo step, the cursor at its end. */
export function setText(buffer: TextBuffer, text: string): TextBuffer {
  const start = { paragraph: 0, offset: 0 };
  return change(buffer, start, endOfText(buffer.paragraphs), text, 'step');
}

/** Takes back the last change. Without one the buffer stays as it is. */
export function undo(buffer: TextBuffer): TextBuffer {
  const edit = buffer.history.done.at(-1);
  if (edit === undefined) return buffer;
  const end = placeAfter(edit.start, edit.inserted);
  return {
    ...replaced(buffer, edit.start, end, edit.removed, edit.cursorBefore),
    history: {
      done: buffer.history.done.slice(0, -1),
      undone: buffer.history.undone.concat(edit),
      open: false,
    },
  };
}

/** Does the last change that was taken back again. Without one the buffer stays as it is. */
export function redo(buffer: TextBuffer): TextBuffer {
  const edit = buffer.history.undone.at(-1);
  if (edit === undefined) return buffer;
  const end = placeAfter(edit.start, edit.removed);
  return {
    ...replaced(buffer, edit.start, end, edit.inserted, edit.cursorAfter),
    history: {
      done: buffer.history.done.concat(edit),
      undone: buffer.history.undone.slice(0, -1),
      open: false,
    },
  };
}

/** The one way every change takes: through the door, under the limit, into the history. */
function change(
  buffer: TextBuffer,
  start: Place,
  end: Place,
  text: string,
  kind: EditKind,
  cursor: 'moves' | 'stays' = 'moves',
): TextBuffer {
  const entry = entryOf(text, buffer.multiLine);
  const refused = entry.unprintable ? 'unprintable' : undefined;
  const removed = textBetween(buffer.paragraphs, start, end);
  if (removed === entry.text) return { ...buffer, goalColumn: undefined, refused };
  const growth = entry.text.length - removed.length;
  if (growth > 0 && buffer.length + growth > buffer.maxLength) {
    return { ...buffer, goalColumn: undefined, refused: 'too-long' };
  }
  const insertedEnd = placeAfter(start, entry.text);
  const wanted = cursor === 'stays' ? carried(buffer.cursor, start, end, insertedEnd) : insertedEnd;
  const after = replaced(buffer, start, end, entry.text, wanted);
  return {
    ...after,
    history: record(buffer.history, {
      kind,
      start,
      removed,
      inserted: entry.text,
      cursorBefore: buffer.cursor,
      cursorAfter: after.cursor,
    }),
    refused,
  };
}

function replaced(
  buffer: TextBuffer,
  start: Place,
  end: Place,
  text: string,
  cursor: Place,
): TextBuffer {
  const removed = textBetween(buffer.paragraphs, start, end);
  const paragraphs = withTextBetween(buffer.paragraphs, start, end, text);
  // What was put in may join what follows it: a letter before a combining mark, half a flag.
  const offset = boundaryAtOrAfter(paragraphs[cursor.paragraph] ?? '', cursor.offset);
  return {
    ...buffer,
    paragraphs,
    cursor: { paragraph: cursor.paragraph, offset },
    leansBack: false,
    goalColumn: undefined,
    length: buffer.length + text.length - removed.length,
    refused: undefined,
  };
}

/** Where a cursor outside a replaced part is afterwards. */
function carried(cursor: Place, start: Place, end: Place, insertedEnd: Place): Place {
  if (comparePlaces(cursor, start) <= 0) return cursor;
  if (comparePlaces(cursor, end) <= 0) return insertedEnd;
  const paragraph = cursor.paragraph + insertedEnd.paragraph - end.paragraph;
  return cursor.paragraph === end.paragraph
    ? { paragraph, offset: cursor.offset - end.offset + insertedEnd.offset }
    : { paragraph, offset: cursor.offset };
}

function endOfParagraphAbove({ paragraphs, cursor }: TextBuffer): Place {
  const paragraph = cursor.paragraph - 1;
  return paragraph < 0 ? cursor : { paragraph, offset: paragraphs[paragraph]?.length ?? 0 };
}

function startOfParagraphBelow({ paragraphs, cursor }: TextBuffer): Place {
  const paragraph = cursor.paragraph + 1;
  return paragraph < paragraphs.length ? { paragraph, offset: 0 } : cursor;
}
