import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  backspace,
  bufferOf,
  deleteForward,
  deleteToLineEnd,
  deleteToLineStart,
  deleteWordBack,
  deleteWordForward,
  emptyBuffer,
  indexOfPlace,
  insert,
  left,
  newline,
  paste,
  redo,
  replaceRange,
  right,
  setText,
  type TextBuffer,
  textOf,
  toTextEnd,
  toTextStart,
  undo,
  wordLeft,
  wordRight,
} from '../../../../src/screens/kit/text-buffer.ts';
import * as slow from './reference.ts';

const cursorOf = (buffer: TextBuffer) => indexOfPlace(buffer.paragraphs, buffer.cursor);
const typedOneByOne = (buffer: TextBuffer, text: string) =>
  [...text].reduce((state, character) => insert(state, character), buffer);

/** Pieces that join each other in every way graphemes can. */
const pieces = fc.constantFrom(
  ...['a', 'Z', ' ', '  ', '\n', ',', 'kettle', 'é', 'e\u0301', '\u0301', '\u200d', '\ufe0f'],
  ...['👨‍👩‍👧‍👦', '👩', '🇧', '🇬', '🇧🇬', '👍🏽', '🏽', '漢', '字', 'ｶﾞ', '한', 'ᄒ', 'ᅡ'],
  ...[
    'ก',
    'ำ',
    'ี่',
    'สวัสดีครับ',
    'ผมซื้อกาน้ำ',
    'ᠮᠣᠩᠭᠣᠯ',
    '\u180e',
    'Ө',
    'ү',
    'क्ष',
    '\u202e',
    '\x1b',
    '\t',
  ],
);
const texts = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));

type Step = readonly [name: string, text: string];
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.tuple(
    fc.constantFrom('type', 'type', 'paste', 'newline', 'back', 'forward', 'left', 'left', 'right'),
    texts,
  ),
  { maxLength: 30 },
);

function applied(buffer: TextBuffer, [name, text]: Step): TextBuffer {
  if (name === 'type') return insert(buffer, text);
  if (name === 'paste') return paste(buffer, text);
  if (name === 'newline') return newline(buffer);
  if (name === 'back') return backspace(buffer);
  if (name === 'forward') return deleteForward(buffer);
  return name === 'left' ? left(buffer) : right(buffer);
}

function appliedSlowly(state: slow.Reference, [name, text]: Step): slow.Reference {
  if (name === 'type' || name === 'paste') return slow.typed(state, text);
  if (name === 'newline') return slow.typed(state, '\n');
  if (name === 'back') return slow.erasedBack(state);
  if (name === 'forward') return slow.erasedForward(state);
  return name === 'left' ? slow.goneLeft(state) : slow.goneRight(state);
}

describe('whatever an agent types', () => {
  test('the text and the cursor are those of the obvious editor', () => {
    fc.assert(
      fc.property(texts, steps, (start, keys) => {
        let buffer = bufferOf(start);
        let state: slow.Reference = { text: start, cursor: start.length };
        for (const key of keys) {
          buffer = applied(buffer, key);
          state = appliedSlowly(state, key);
          expect({ text: textOf(buffer), cursor: cursorOf(buffer) }).toEqual(state);
          expect(buffer.length).toBe(state.text.length);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('undoing everything gives the first text back, redoing everything the last', () => {
    fc.assert(
      fc.property(texts, steps, (start, keys) => {
        const first = bufferOf(start);
        const last = keys.reduce(applied, first);
        let buffer = last;
        for (let count = last.history.done.length; count > 0; count -= 1) buffer = undo(buffer);
        expect(textOf(buffer)).toBe(start);
        expect(undo(buffer)).toBe(buffer);
        for (let count = buffer.history.undone.length; count > 0; count -= 1) buffer = redo(buffer);
        expect(textOf(buffer)).toBe(textOf(last));
        expect(redo(buffer)).toBe(buffer);
      }),
      { numRuns: 300 },
    );
  });

  test('moving and deleting by words never leaves the cursor inside a character', () => {
    const moves = [wordLeft, wordRight, deleteWordBack, deleteWordForward, left, right];
    fc.assert(
      fc.property(texts, fc.array(fc.constantFrom(...moves), { maxLength: 12 }), (start, path) => {
        let buffer = bufferOf(start);
        for (const move of path) {
          buffer = move(buffer);
          expect(slow.stops(textOf(buffer))).toContain(cursorOf(buffer));
        }
      }),
    );
  });
});

describe('deleting', () => {
  test('takes a whole family, flag or Thai syllable at a time', () => {
    expect(textOf(backspace(bufferOf('ok 👨‍👩‍👧‍👦')))).toBe('ok ');
    expect(textOf(backspace(bufferOf('🇧🇬🇧🇦')))).toBe('🇧🇬');
    expect(textOf(backspace(bufferOf('ที่')))).toBe('');
  });

  test('a word back takes the blanks after it too, also inside Thai', () => {
    expect(textOf(deleteWordBack(bufferOf('the kettle broke  ')))).toBe('the kettle ');
    expect(textOf(deleteWordBack(bufferOf('สวัสดีครับ')))).toBe('สวัสดี');
    expect(textOf(deleteWordBack(bufferOf('one\n')))).toBe('one');
  });

  test('to the start or the end of the line leaves the other lines alone', () => {
    const inside = left(left(bufferOf('first\nsecond')));
    expect(textOf(deleteToLineStart(inside))).toBe('first\nnd');
    expect(textOf(deleteToLineEnd(inside))).toBe('first\nseco');
  });
});

describe('undo', () => {
  test('takes typing back a word at a time', () => {
    const typed = typedOneByOne(emptyBuffer(), 'it broke twice');
    expect(textOf(undo(typed))).toBe('it broke ');
    expect(textOf(undo(undo(typed)))).toBe('it ');
    expect(textOf(redo(undo(undo(typed))))).toBe('it broke ');
  });

  test('takes a pasted letter of several pages back at once', () => {
    const pasted = paste(
      typedOneByOne(emptyBuffer(), 'they wrote: '),
      'one two\nthree\n'.repeat(200),
    );
    expect(textOf(undo(pasted))).toBe('they wrote: ');
  });

  test('treats words typed in two places as two steps', () => {
    const typed = insert(toTextStart(typedOneByOne(emptyBuffer(), 'cup')), 'tea');
    expect(textOf(undo(typed))).toBe('cup');
  });

  test('starts a new step after a look around, even where the cursor was before', () => {
    const back = right(left(typedOneByOne(emptyBuffer(), 'cup')));
    expect(textOf(undo(insert(back, 's')))).toBe('cup');
  });

  test('after a new key there is nothing left to redo', () => {
    const typed = insert(undo(typedOneByOne(emptyBuffer(), 'one two')), 'x');
    expect(redo(typed)).toBe(typed);
  });
});

describe('what may come in', () => {
  test('line ends of every system become one kind', () => {
    expect(textOf(paste(emptyBuffer(), 'a\r\nb\rc\nd'))).toBe('a\nb\nc\nd');
  });

  test('on a single line a pasted address becomes one line', () => {
    const line = paste(emptyBuffer({ multiLine: false }), '\n12 High Street\r\nLeeds\n\nUK\n');
    expect(textOf(line)).toBe('12 High Street Leeds UK');
    expect(textOf(newline(line))).toBe('12 High Street Leeds UK');
  });

  test('NUL and half characters are left out, the rest stays, and the buffer says so', () => {
    const pasted = paste(emptyBuffer(), 'a\0b\ud83dc👍');
    expect(textOf(pasted)).toBe('abc👍');
    expect(pasted.refused).toBe('unprintable');
    expect(left(pasted).refused).toBeUndefined();
  });

  test('a text that would be too long is refused whole and nothing typed is lost', () => {
    const full = bufferOf('1234567', { maxLength: 10 });
    const refused = paste(full, 'abcd');
    expect(textOf(refused)).toBe('1234567');
    expect(refused.refused).toBe('too-long');
    expect(textOf(paste(refused, 'abc'))).toBe('1234567abc');
  });

  test('a stored text above the limit can still be made shorter', () => {
    const long = bufferOf('0123456789', { maxLength: 5 });
    expect(textOf(backspace(long))).toBe('012345678');
    expect(insert(long, 'x').refused).toBe('too-long');
  });
});

describe('a better wording in place of a phrase (P16)', () => {
  const said = 'Sorry, it is our policy to wait.\nThank you.';

  test('replaces the phrase as one step and keeps the cursor where the agent was', () => {
    const better = replaceRange(bufferOf(said), 7, 23, 'here is what I can do:');
    expect(textOf(better)).toBe('Sorry, here is what I can do: to wait.\nThank you.');
    expect(cursorOf(better)).toBe(textOf(better).length);
    expect(textOf(undo(better))).toBe(said);
  });

  test('leaves a cursor before the phrase in its place', () => {
    expect(cursorOf(replaceRange(toTextStart(bufferOf(said)), 7, 23, 'x'))).toBe(0);
  });

  test('never cuts a character in half', () => {
    expect(textOf(replaceRange(bufferOf('a👍🏽b'), 2, 3, '-'))).toBe('a-b');
  });

  test('a whole new text is one step too', () => {
    const set = setText(bufferOf('old'), 'new text');
    expect(cursorOf(set)).toBe(8);
    expect(textOf(undo(set))).toBe('old');
    expect(cursorOf(toTextEnd(toTextStart(set)))).toBe(8);
  });
});
