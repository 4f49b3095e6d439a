import { describe, expect, test } from 'vitest';
import { type Key, type KeyName, press } from '../../../src/screens/kit/keys.ts';
import {
  bufferOf,
  emptyBuffer,
  indexOfPlace,
  layoutBuffer,
  type TextBuffer,
  textOf,
} from '../../../src/screens/kit/text-buffer.ts';
import { applyTextKey } from '../../../src/screens/kit/text-keys.ts';

const text = (typed: string): Key => ({ kind: 'text', text: typed });
const ctrl = (name: KeyName) => press(name, { ctrl: true });
const alt = (name: KeyName) => press(name, { alt: true });

function keyed(buffer: TextBuffer, ...keys: Key[]): TextBuffer {
  return keys.reduce((state, key) => {
    const changed = applyTextKey(state, key, 40, 5);
    if (changed === undefined) throw new Error(`not a text key: ${JSON.stringify(key)}`);
    return changed;
  }, buffer);
}

describe('in an editor of several lines', () => {
  test('letters, pastes and new lines come in where the cursor is', () => {
    const written = keyed(
      emptyBuffer(),
      text('Dear'),
      press('j', { ctrl: true }),
      { kind: 'paste', text: 'all\r\nof you' },
      alt('enter'),
      press('space', { shift: true }),
      text('!'),
    );
    expect(textOf(written)).toBe('Dear\nall\nof you\n !');
  });

  test.each<[string, Key, string]>([
    ['Ctrl+W takes the last word', ctrl('w'), 'the old '],
    ['Alt+Backspace takes the last word', alt('backspace'), 'the old '],
    ['Ctrl+U takes the line', ctrl('u'), ''],
    ['Backspace takes a letter', press('backspace'), 'the old kettl'],
  ])('%s', (_, key, expected) => {
    expect(textOf(keyed(bufferOf('the old kettle'), key))).toBe(expected);
  });

  test.each<[string, Key[], number]>([
    ['Ctrl+A goes to the start', [ctrl('a')], 0],
    ['Ctrl+E goes back to the end', [ctrl('a'), ctrl('e')], 14],
    ['Alt+B goes a word back', [alt('b')], 8],
    ['Ctrl+Left goes a word back', [ctrl('left')], 8],
    ['Alt+F goes a word on', [ctrl('a'), alt('f')], 3],
    ['Ctrl+Right goes a word on', [press('home'), ctrl('right'), ctrl('right')], 7],
    ['Left and Right go a letter', [press('left'), press('left'), press('right')], 13],
  ])('%s', (_, keys, expected) => {
    const moved = keyed(bufferOf('the old kettle'), ...keys);
    expect(indexOfPlace(moved.paragraphs, moved.cursor)).toBe(expected);
  });

  test('Ctrl+Z and Ctrl+Y take back and do again', () => {
    const undone = keyed(emptyBuffer(), text('one'), ctrl('z'));
    expect(textOf(undone)).toBe('');
    expect(textOf(keyed(undone, ctrl('y')))).toBe('one');
  });

  test('a page moves all rows but one', () => {
    const paged = keyed(bufferOf('x\n'.repeat(20)), press('pageup'));
    expect(layoutBuffer(paged, 40, 1).firstLine).toBe(16);
  });
});

describe('a key is left to the conversation', () => {
  test.each<[string, Key]>([
    ['Enter, which goes on', press('enter')],
    ['Tab', press('tab')],
    ['Shift+Tab, which goes back', press('tab', { shift: true })],
    ['Escape', press('escape')],
    ['Ctrl+K, the call-back (P9)', ctrl('k')],
    ['Ctrl+P, the palette', ctrl('p')],
    ['Ctrl+Z with nothing typed to take back', ctrl('z')],
    ['Ctrl+Y with nothing to do again', ctrl('y')],
  ])('%s', (_, key) => {
    expect(applyTextKey(bufferOf('text'), key, 40, 5)).toBeUndefined();
  });

  test.each<[string, Key]>([
    ['Up', press('up')],
    ['Page Down', press('pagedown')],
    ['Alt+Enter', alt('enter')],
  ])('%s on a single line, where it moves in the list below', (_, key) => {
    const line = bufferOf('mar', { multiLine: false });
    expect(applyTextKey(line, key, 40, 1)).toBeUndefined();
  });
});
