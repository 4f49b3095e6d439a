import { expect, it } from 'vitest';
import { nastyTexts, textsToBe } from './forbidden.ts';

const codes = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

it('every nasty text has a name of its own', () => {
  const names = nastyTexts.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

it.each([
  ['C0 control but tab and line feed', [...codes(1, 8), ...codes(0x0b, 0x1f)]],
  ['delete and C1 control', codes(0x7f, 0x9f)],
  ['bidirectional control', [0x61c, 0x200e, 0x200f, ...codes(0x202a, 0x202e)]],
  ['isolate', codes(0x2066, 0x2069)],
  ['zero-width character', [0x200b, 0x2060, 0xfeff, 0xad]],
  ['line separator', [0x2028, 0x2029]],
  ['tag character', [0xe0001, ...codes(0xe0020, 0xe007f)]],
])('every %s is among what must be marked', (_kind, wanted) => {
  const marked = textsToBe('marked').map(({ text }) => text);
  const missing = wanted.filter((code) => !marked.includes(`ket${String.fromCodePoint(code)}tle`));
  expect(missing).toEqual([]);
});

it('what is refused is no text: NUL or half a character', () => {
  for (const { text } of textsToBe('refused')) {
    expect(text.isWellFormed() && !text.includes('\0')).toBe(false);
  }
  for (const { text, fate } of nastyTexts) {
    if (fate !== 'refused') expect(text.isWellFormed() && !text.includes('\0')).toBe(true);
  }
});

it('what is plain holds nothing that acts on a terminal', () => {
  for (const { name, text } of textsToBe('plain')) {
    expect(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(text), name).toBe(false);
  }
});
