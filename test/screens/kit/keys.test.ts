import type { Key as InkKey } from 'ink';
import { describe, expect, test } from 'vitest';
import { eachCharacter, keyReader, keysFromChunk, press } from '../../../src/screens/kit/keys.ts';

const nothingHeld: InkKey = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageDown: false,
  pageUp: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  ctrl: false,
  shift: false,
  tab: false,
  backspace: false,
  delete: false,
  meta: false,
  super: false,
  hyper: false,
  capsLock: false,
  numLock: false,
};

describe('a chunk of typing', () => {
  test('of letters is one text', () => {
    expect(keysFromChunk('jjj', nothingHeld)).toEqual([{ kind: 'text', text: 'jjj' }]);
  });

  test('with a Windows line end has one Enter in it', () => {
    expect(keysFromChunk('a\r\nb', nothingHeld)).toEqual([
      { kind: 'text', text: 'a' },
      press('enter'),
      { kind: 'text', text: 'b' },
    ]);
  });

  test('never lets escape sequences or paste markers through as text', () => {
    expect(keysFromChunk('a\x1b[200~b\x1b[1;5Cc[201~', nothingHeld)).toEqual([
      { kind: 'text', text: 'abc' },
    ]);
  });

  test('with the Windows or Command key held does nothing', () => {
    expect(keysFromChunk('c', { ...nothingHeld, super: true })).toEqual([]);
  });

  test('is three keys for a list when three letters came at once', () => {
    expect(eachCharacter({ kind: 'text', text: 'jที่👍🏽' })).toEqual(
      ['j', 'ที่', '👍🏽'].map((text) => ({ kind: 'text', text })),
    );
    expect(eachCharacter(press('enter'))).toEqual([press('enter')]);
  });
});

test('a character whose halves come in two chunks is put together', () => {
  const read = keyReader();
  expect(read('a\ud83d', nothingHeld)).toEqual([{ kind: 'text', text: 'a' }]);
  expect(read('\udc4db', nothingHeld)).toEqual([{ kind: 'text', text: '👍b' }]);
});

test('half a character that never gets its other half does not spoil the next key', () => {
  const read = keyReader();
  expect(read('\ud83d', nothingHeld)).toEqual([]);
  expect(read('', { ...nothingHeld, upArrow: true })).toEqual([press('up')]);
  expect(read('z', { ...nothingHeld, ctrl: true })).toEqual([press('z', { ctrl: true })]);
});
