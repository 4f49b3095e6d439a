/** Moves of the cursor that do not depend on how the text is drawn. */

import { currentParagraph, type TextBuffer } from './buffer.ts';
import { boundaryAfter, boundaryBefore } from './graphemes.ts';
import { closeRun } from './history.ts';
import { endOfText, type Place } from './place.ts';
import { wordLeftOf, wordRightOf } from './words.ts';

/** One grapheme to the left; from the start of a paragraph to the end of the one above. */
export function left(buffer: TextBuffer): TextBuffer {
  const { paragraph, offset } = buffer.cursor;
  if (offset > 0) {
    return moved(buffer, { paragraph, offset: boundaryBefore(currentParagraph(buffer), offset) });
  }
  if (paragraph === 0) return moved(buffer, buffer.cursor);
  const above = buffer.paragraphs[paragraph - 1] ?? '';
  return moved(buffer, { paragraph: paragraph - 1, offset: above.length });
}

/** One grapheme to the right; from the end of a paragraph to the start of the one below. */
export function right(buffer: TextBuffer): TextBuffer {
  const { paragraph, offset } = buffer.cursor;
  const text = currentParagraph(buffer);
  if (offset < text.length) {
    return moved(buffer, { paragraph, offset: boundaryAfter(text, offset) });
  }
  const last = paragraph === buffer.paragraphs.length - 1;
  return moved(buffer, last ? buffer.cursor : { paragraph: paragraph + 1, offset: 0 });
}

/** To the start of the word before the cursor. */
export function wordLeft(buffer: TextBuffer): TextBuffer {
  return moved(buffer, wordLeftOf(buffer.paragraphs, buffer.cursor));
}

/** To the end of the word after the cursor. */
export function wordRight(buffer: TextBuffer): TextBuffer {
  return moved(buffer, wordRightOf(buffer.paragraphs, buffer.cursor));
}

/** To the start of the text. */
export function toTextStart(buffer: TextBuffer): TextBuffer {
  return moved(buffer, { paragraph: 0, offset: 0 });
}

/** To the end of the text. */
export function toTextEnd(buffer: TextBuffer): TextBuffer {
  return moved(buffer, endOfText(buffer.paragraphs));
}

/** How a move leaves the cursor; see the fields of `TextBuffer`. */
export interface Landing {
  readonly leansBack?: boolean;
  readonly goalColumn?: number;
}

/** @returns the buffer with the cursor elsewhere; what is typed next is undone by itself. */
export function moved(buffer: TextBuffer, cursor: Place, landing: Landing = {}): TextBuffer {
  return {
    ...buffer,
    cursor,
    leansBack: landing.leansBack ?? false,
    goalColumn: landing.goalColumn,
    history: closeRun(buffer.history),
    refused: undefined,
  };
}
