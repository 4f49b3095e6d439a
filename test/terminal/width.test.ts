import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pad, truncate, widthOf } from '../../src/terminal/width.ts';
import { wrap } from '../../src/terminal/wrap.ts';

/** Text of many scripts, put together in every order. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ maxLength: 30 }),
      fc.constantFrom(
        'น้ำ',
        'ำ',
        'กาต้มน้ำมาถึงแตกเป็นชิ้น ๆ',
        'สมชาย ใจดี',
        '漢字かな交じり文',
        '한국어',
        '👩‍👩‍👧‍👦',
        '👍🏽',
        '🇧🇬',
        '🇧',
        '1️⃣',
        'e\u0301',
        '\u0301',
        'क्षि',
        'Каната',
        'Νίκος',
        ' ',
        '  ',
        '\n',
        '-',
      ),
    ),
    { maxLength: 15 },
  )
  .map((parts) => parts.join(''));
const columns = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 500 }));

describe('width', () => {
  it.each([
    ['kettle', 6],
    ['น้ำ', 2],
    ['漢字', 4],
    ['👩‍👩‍👧‍👦', 2],
    ['e\u0301', 1],
    ['\x1b[31mred\x1b[39m', 3],
  ])('%s takes its columns', (written, wide) => {
    expect(widthOf(written)).toBe(wide);
  });

  it('cuts between characters and says that it cut', () => {
    expect(truncate('Maria Petrova', 8)).toBe('Maria P…');
    expect(truncate('Maria', 5)).toBe('Maria');
    expect(truncate('漢字漢字', 4)).toBe('漢…');
    expect(truncate('a👩‍👩‍👧‍👦b', 2)).toBe('a…');
    expect(truncate('น้ำน้ำ', 3)).toBe('น้ำ…');
    expect(truncate('Maria', 0)).toBe('');
  });

  it('fills with blanks on the side it is told', () => {
    expect(pad('น้ำ', 4)).toBe('น้ำ  ');
    expect(pad('29.90', 7, 'right')).toBe('  29.90');
    expect(pad('too wide', 3)).toBe('too wide');
  });

  it('never cuts to more than the columns it was given', () => {
    fc.assert(
      fc.property(text, columns, (written, most) => {
        const line = written.replaceAll('\n', ' ');
        expect(widthOf(truncate(line, most))).toBeLessThanOrEqual(most);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('wrapping', () => {
  it('breaks at words and leaves out the blanks at a break', () => {
    expect(wrap('I am sorry, Ms Petrova.', 10)).toEqual(['I am', 'sorry, Ms', 'Petrova.']);
  });

  it('keeps the lines and the indents that were written', () => {
    expect(wrap('one\n\n  two', 10)).toEqual(['one', '', '  two']);
    expect(wrap('', 10)).toEqual(['']);
  });

  it('breaks a word that is wider than the line', () => {
    expect(wrap('see https://example.org/x', 8)).toEqual(['see', 'https://', 'example.', 'org/x']);
  });

  it('breaks Thai where a word ends, and does not begin a line with ๆ', () => {
    const lines = wrap('กาต้มน้ำมาถึงแตกเป็นชิ้นๆ', 10);
    expect(lines.join('')).toBe('กาต้มน้ำมาถึงแตกเป็นชิ้นๆ');
    expect(lines.length).toBeGreaterThan(1);
    const ends = new Set<number>();
    const segments = new Intl.Segmenter('th', { granularity: 'word' }).segment(lines.join(''));
    for (const { index, segment } of segments) ends.add(index + segment.length);
    let at = 0;
    for (const line of lines) {
      at += line.length;
      expect(ends).toContain(at);
      expect(line.startsWith('ๆ')).toBe(false);
    }
  });

  it('breaks Japanese without beginning a line with its full stop', () => {
    for (const line of wrap('壊れています。返金してください。', 6)) expect(line).not.toMatch(/^。/);
  });

  it('says that a wide character is there when the line has no room for it', () => {
    expect(wrap('a漢b', 1)).toEqual(['a', '…', 'b']);
  });

  it('never makes a line wider than its columns', () => {
    fc.assert(
      fc.property(text, columns, (written, most) => {
        for (const line of wrap(written, most)) expect(widthOf(line)).toBeLessThanOrEqual(most);
      }),
      { numRuns: 2000 },
    );
  });

  it('loses nothing but blanks', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 80 }), (written, most) => {
        const bare = (lines: string) => lines.replaceAll(/[ \n]/g, '');
        expect(bare(wrap(written, most).join(''))).toBe(bare(written));
      }),
      { numRuns: 1000 },
    );
  });
});
