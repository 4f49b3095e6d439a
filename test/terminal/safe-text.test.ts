import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinSafe, safe, safeBlock, safeLine } from '../../src/terminal/safe-text.ts';

/** What no printed text may hold, written out on its own and not taken from the module. */
const NEVER =
  /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\u{e0000}-\u{e007f}\p{Cs}\p{Co}\p{Cn}]/v;

const CLEAN = [
  'The kettle arrived in pieces.',
  'Б. Болдбаатар: цахилгаан данх эвдэрсэн, Өвөрхангай, үйлчилгээ',
  'Каната пристигна счупена, ѝ казах аз. Ще се обадя в 16:40 ч.',
  'Νίκος Αλεξίου: ο βραστήρας ήρθε σπασμένος· γιατί;',
  'Amra Hodžić: čajnik je stigao razbijen, đak, šišmiš',
  'สมชาย ใจดี: กาต้มน้ำมาถึงแตกเป็นชิ้น ๆ ช่วยด้วยครับ',
  '👩‍👩‍👧‍👦 👍🏽 🏳️‍🌈 🇧🇬 1️⃣ ❤️ ✓ ▸ €29.90 “quoted” … ½ № ฿100 ₮500',
  'می‌خواهم क्‍ष 葛󠄀城 中文 한국어 日本語',
];

/** Text of the kind that breaks things: control characters, marks, joiners, halves of characters. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(
        '\r\n',
        '\r',
        '\n',
        '\t',
        '\x1b[31m',
        '\x9b',
        '\u202e',
        '\u200d',
        '\u200c',
        '\ufe0f',
        '\u0301',
        '\u0301'.repeat(40),
        '👩',
        '👍🏽',
        '\u{1f3fd}',
        'ا',
        'क',
        '\u094d',
        '葛',
        '\u{e0100}',
        '1',
        '\u20e3',
        '\u{e0067}',
        '\ud83d',
        '\udc69',
        '\u2028',
        'ำ',
        ' ',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('text made safe to print', () => {
  it.each(CLEAN)('leaves what people write as it is: %s', (text) => {
    expect(safeLine(text)).toBe(text);
    expect(safeBlock(`${text}\n${text}`)).toBe(`${text}\n${text}`);
  });

  it.each([
    ['a colour code', '\x1b[31mred', '␛[31mred'],
    ['a cursor movement in one byte', '\x9b2J', '‹U+009B›2J'],
    ['a return that would overwrite the line', 'PAID\rOPEN', 'PAID␍OPEN'],
    ['a backspace', 'ab\bc', 'ab␈c'],
    ['a bell', '\x07', '␇'],
    ['a delete', '\x7f', '␡'],
    ['text turned around', 'a\u202egnp.exe', 'a‹U+202E›gnp.exe'],
    ['a zero-width blank', 'a\u200bb', 'a‹U+200B›b'],
    ['a soft hyphen', 'a\u00adb', 'a‹U+00AD›b'],
    ['a byte-order mark', '\ufeffa', '‹U+FEFF›a'],
    ['a line separator', 'a\u2028b', 'a‹U+2028›b'],
    ['a tag character', 'a\u{e0041}', 'a‹U+E0041›'],
    ['half a character', 'a\ud83d', 'a‹U+D83D›'],
    ['an annotation mark', '\ufff9a', '‹U+FFF9›a'],
    ['a private character', '\ue000', '‹U+E000›'],
    ['a blank that looks like a letter', 'a\u3164', 'a‹U+3164›'],
    ['a joiner that joins nothing', 'a\u200db', 'a‹U+200D›b'],
    ['a style mark on a letter', 'a\ufe0f', 'a‹U+FE0F›'],
    ['a mark that would sit on our own text', '\u0301a', '◌\u0301a'],
  ])('shows %s', (_, text, shown) => {
    expect(safeLine(text)).toBe(shown);
    expect(safeBlock(text)).toBe(shown);
  });

  it('shows the line ends of a text that has one line to itself', () => {
    expect(safeLine('one\r\ntwo\nthree\tfour')).toBe('one↵two↵three four');
  });

  it('keeps the lines of a block, and shows a return that ends none', () => {
    expect(safeBlock('one\r\ntwo\nthree\rfour')).toBe('one\ntwo\nthree␍four');
  });

  it('does not let marks pile up over the lines above', () => {
    const shown = safeLine(`a${'\u0301'.repeat(500)}`);
    expect(shown.match(/\u0301/g)).toHaveLength(30);
  });

  it('never prints anything a terminal obeys or a reader cannot see', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(safeBlock(text)).not.toMatch(NEVER);
        expect(safeLine(text)).not.toMatch(NEVER);
        expect(safeLine(text)).not.toContain('\n');
      }),
      { numRuns: 2000 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(safeLine(safeLine(text))).toBe(safeLine(text));
        expect(safeBlock(safeBlock(text))).toBe(safeBlock(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('makes a text of many megabytes safe', () => {
    expect(safeLine('\x1b'.repeat(1_000_000))).toBe('␛'.repeat(1_000_000));
    expect(safeLine(`${'a'.repeat(20_000_000)}\x1b`)).toHaveLength(20_000_001);
  });

  it('trusts what we wrote and nothing that was put into it', () => {
    expect(safe`${'C-1042'}  ${'Mallory\x1b[2J'} ${2}`).toBe('C-1042  Mallory␛[2J 2');
    expect(joinSafe([safe`a`, safeLine('\n')], safe`, `)).toBe('a, ↵');
  });
});
