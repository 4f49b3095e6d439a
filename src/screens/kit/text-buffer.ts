/** The text editor's model: an immutable text with a cursor, and pure operations on it. */

export {
  type BufferOptions,
  bufferOf,
  type EntryRefusal,
  emptyBuffer,
  type TextBuffer,
  textOf,
} from './text-buffer/buffer.ts';
export {
  backspace,
  deleteForward,
  deleteToLineEnd,
  deleteToLineStart,
  deleteWordBack,
  deleteWordForward,
  insert,
  newline,
  paste,
  redo,
  replaceRange,
  setText,
  undo,
} from './text-buffer/edit.ts';
export { layoutBuffer, type TextLayout } from './text-buffer/layout.ts';
export {
  left,
  right,
  toTextEnd,
  toTextStart,
  wordLeft,
  wordRight,
} from './text-buffer/movement.ts';
export { indexOfPlace, type Place, placeAt } from './text-buffer/place.ts';
export { down, toRowEnd, toRowStart, up } from './text-buffer/vertical.ts';
