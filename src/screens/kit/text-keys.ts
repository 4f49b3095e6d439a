/** Which key does what in a text field. */

import { spelling } from './bindings.ts';
import type { Key } from './keys.ts';
import {
  backspace,
  deleteForward,
  deleteToLineEnd,
  deleteToLineStart,
  deleteWordBack,
  deleteWordForward,
  down,
  insert,
  left,
  newline,
  paste,
  redo,
  right,
  type TextBuffer,
  toRowEnd,
  toRowStart,
  toTextEnd,
  toTextStart,
  undo,
  up,
  wordLeft,
  wordRight,
} from './text-buffer.ts';

type Operation = (buffer: TextBuffer, columns: number, rows: number) => TextBuffer | undefined;

function redoIfAny(buffer: TextBuffer): TextBuffer | undefined {
  return buffer.history.undone.length > 0 ? redo(buffer) : undefined;
}

const anyField: Readonly<Record<string, Operation>> = {
  space: (buffer) => insert(buffer, ' '),
  'shift+space': (buffer) => insert(buffer, ' '),
  backspace,
  'ctrl+h': backspace,
  'shift+backspace': backspace,
  delete: deleteForward,
  'ctrl+d': deleteForward,
  'ctrl+w': deleteWordBack,
  'alt+backspace': deleteWordBack,
  'ctrl+backspace': deleteWordBack,
  'alt+d': deleteWordForward,
  'ctrl+delete': deleteWordForward,
  'ctrl+u': deleteToLineStart,
  'alt+k': deleteToLineEnd,
  left,
  right,
  'alt+b': wordLeft,
  'ctrl+left': wordLeft,
  'alt+left': wordLeft,
  'alt+f': wordRight,
  'ctrl+right': wordRight,
  'alt+right': wordRight,
  home: toRowStart,
  'ctrl+a': toRowStart,
  end: toRowEnd,
  'ctrl+e': toRowEnd,
  'ctrl+home': toTextStart,
  'ctrl+end': toTextEnd,
  // With nothing to take back the key is free for the conversation, where it takes back an answer.
  'ctrl+z': (buffer) => (buffer.history.done.length > 0 ? undo(buffer) : undefined),
  'ctrl+y': redoIfAny,
  'ctrl+shift+z': redoIfAny,
};

const severalLines: Readonly<Record<string, Operation>> = {
  'alt+enter': newline,
  'shift+enter': newline,
  'ctrl+j': newline,
  up: (buffer, columns) => up(buffer, columns),
  down: (buffer, columns) => down(buffer, columns),
  pageup: (buffer, columns, rows) => up(buffer, columns, page(rows)),
  pagedown: (buffer, columns, rows) => down(buffer, columns, page(rows)),
};

/** One row of the page before stays in view, so that the eye finds its place again. */
function page(rows: number): number {
  return Math.max(1, rows - 1);
}

/**
 * Applies a key to the text that has the focus.
 * @param columns width of the field, as it is drawn
 * @param rows height of the field
 * @returns the changed buffer; undefined when the key is not for a text (Enter, Tab, Up in a single
 *   line, Ctrl+Z with nothing to undo) and may do something else
 */
export function applyTextKey(
  buffer: TextBuffer,
  key: Key,
  columns: number,
  rows: number,
): TextBuffer | undefined {
  if (key.kind === 'text') return insert(buffer, key.text);
  if (key.kind === 'paste') return paste(buffer, key.text);
  const name = spelling(key) ?? '';
  const operation = anyField[name] ?? (buffer.multiLine ? severalLines[name] : undefined);
  return operation?.(buffer, columns, rows);
}
