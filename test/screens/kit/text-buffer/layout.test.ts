import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowStarts } from '../../../../src/screens/kit/text-buffer/rows.ts';
import { rowEnd } from '../../../../src/screens/kit/text-buffer/wrapping.ts';
import {
  bufferOf,
  down,
  indexOfPlace,
  insert,
  layoutBuffer,
  left,
  paste,
  replaceRange,
  type TextBuffer,
  textOf,
  toRowEnd,
  toRowStart,
  toTextStart,
  up,
} from '../../../../src/screens/kit/text-buffer.ts';
import { widthOf } from '../../../../src/terminal/width.ts';
import { stops } from './reference.ts';

const cursorOf = (buffer: TextBuffer) => indexOfPlace(buffer.paragraphs, buffer.cursor);
const at = (text: string, index: number) => {
  let buffer = bufferOf(text);
  while (cursorOf(buffer) > index) buffer = left(buffer);
  return buffer;
};

const pieces = fc.constantFrom(
  ...[
    'a',
    ' ',
    '   ',
    '\n',
    '. ',
    'kettle ',
    'policy',
    'e\u0301',
    '\u0301',
    '👨‍👩‍👧‍👦',
    '🇧🇬',
    '漢字',
    '。',
  ],
  ...[
    'กาน้ำ',
    'สวัสดีครับ',
    'ᠮᠣᠩᠭᠣᠯ',
    '\u180e',
    '\u202e',
    '\x1b[31m',
    '\t',
    'Баярлалаа ',
    '\u200d',
    '\r',
  ],
);
const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));

describe('the text on the screen', () => {
  test('is never wider than its field, and the cursor is always inside', () => {
    fc.assert(
      fc.property(
        texts,
        fc.integer({ min: 2, max: 40 }),
        fc.integer({ min: 1, max: 8 }),
        fc.nat(60),
        fc.boolean(),
        (text, columns, rows, back, multiLine) => {
          let buffer = bufferOf(text, { multiLine });
          for (let count = 0; count < back; count += 1) buffer = left(buffer);
          const layout = layoutBuffer(buffer, columns, rows, back);
          for (const line of layout.lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
          expect(layout.lines.length).toBe(Math.min(multiLine ? rows : 1, layout.totalLines));
          expect(layout.cursorColumn).toBeGreaterThanOrEqual(0);
          expect(layout.cursorColumn).toBeLessThan(columns);
          expect(layout.cursorRow).toBeGreaterThanOrEqual(0);
          expect(layout.cursorRow).toBeLessThan(layout.lines.length);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('wraps at words and never inside a character', () => {
    const layout = layoutBuffer(bufferOf('The kettle arrived in pieces.'), 13, 5);
    expect(layout.lines.map((line) => line.trimEnd())).toEqual([
      'The kettle',
      'arrived in',
      'pieces.',
    ]);
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 20 }), (text, room) => {
        for (const paragraph of bufferOf(text).paragraphs) {
          for (const start of rowStarts(paragraph, room, 'words')) {
            expect(stops(paragraph)).toContain(start);
          }
        }
      }),
    );
  });

  test('wraps Thai between words, with SARA AM one column wide', () => {
    const { lines } = layoutBuffer(bufferOf('สวัสดีครับผมซื้อกาน้ำ'), 11, 5);
    expect(lines[0]).toBe('สวัสดีครับผม');
    expect(lines.join('')).toBe('สวัสดีครับผมซื้อกาน้ำ');
    expect(layoutBuffer(bufferOf('กาน้ำ'), 20, 1).cursorColumn).toBe(4);
  });

  test('breaks a word that is longer than a row', () => {
    expect(layoutBuffer(bufferOf('x'.repeat(12)), 6, 5).lines).toEqual(['xxxxx', 'xxxxx', 'xx']);
  });

  test('shows what a terminal would obey as marks, while the text keeps it', () => {
    const buffer = bufferOf('paid\x1b[2J\u202e');
    expect(layoutBuffer(buffer, 40, 1).lines).toEqual(['paid␛[2J‹U+202E›']);
    expect(textOf(buffer)).toBe('paid\x1b[2J\u202e');
  });

  test('leaves an opening bracket with the Thai word it opens', () => {
    expect(layoutBuffer(bufferOf('กาน้ำ(ร้อน)'), 6, 3).lines).toEqual(['กาน้ำ', '(ร้อน)']);
  });

  test('shows a joiner as a mark only where it joins nothing', () => {
    expect(layoutBuffer(bufferOf('می‌خواهم'), 40, 1).lines).toEqual(['می‌خواهم']);
    expect(layoutBuffer(bufferOf('a\u200cb'), 40, 1).lines).toEqual(['a‹U+200C›b']);
  });

  test('after a full row the cursor has a column of its own', () => {
    expect(layoutBuffer(bufferOf('12345'), 6, 3)).toMatchObject({ cursorRow: 0, cursorColumn: 5 });
  });

  test('scrolls only when the cursor would leave', () => {
    const text = Array.from({ length: 20 }, (_, line) => `line ${line}`).join('\n');
    const end = layoutBuffer(bufferOf(text), 20, 5);
    expect(end).toMatchObject({ firstLine: 15, cursorRow: 4, totalLines: 20 });
    const oneUp = layoutBuffer(up(bufferOf(text), 20), 20, 5, end.firstLine);
    expect(oneUp).toMatchObject({ firstLine: 15, cursorRow: 3 });
    const top = layoutBuffer(toTextStart(bufferOf(text)), 20, 5, end.firstLine);
    expect(top).toMatchObject({ firstLine: 0, cursorRow: 0 });
  });

  test('a single line keeps what is around the cursor in view', () => {
    const line = bufferOf('0123456789abcdefghij', { multiLine: false });
    const layout = layoutBuffer(line, 9, 1);
    expect(layout.lines).toEqual(['cdefghij']);
    expect(layout.cursorColumn).toBe(8);
    expect(layoutBuffer(toRowStart(line, 9), 9, 1)).toMatchObject({
      lines: ['01234567'],
      cursorColumn: 0,
    });
  });
});

describe('a long text', () => {
  const long = (texts: readonly string[]) => texts.join('').replaceAll('\n', ' ').repeat(60);

  test('is wrapped the same after an edit as if it were new', () => {
    fc.assert(
      fc.property(
        fc.array(pieces, { minLength: 10, maxLength: 30 }).map(long),
        fc.nat(2000),
        texts.map((text) => text.replaceAll('\n', ' ')),
        (text, where, added) => {
          const buffer = bufferOf(text);
          layoutBuffer(buffer, 31, 5);
          const [edited = ''] = replaceRange(buffer, where, where + 3, added).paragraphs;
          const fresh = [0];
          for (;;) {
            const end = rowEnd(edited, fresh.at(-1) ?? 0, 30, 'words');
            if (end >= edited.length) break;
            fresh.push(end);
          }
          expect(rowStarts(edited, 30, 'words')).toEqual(fresh);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('of 100,000 characters is typed into like any other', () => {
    let buffer = paste(bufferOf(''), 'It broke again and nobody called back. '.repeat(2600));
    for (const key of 'and again') buffer = insert(buffer, key);
    expect(layoutBuffer(buffer, 80, 10).lines.at(-1)).toContain('and again');
  });
});

describe('moving by rows', () => {
  test('up and down keep the column they began in, past shorter rows', () => {
    const start = at('a long line\nshort\nanother line', 9);
    const middle = down(start, 40);
    expect(layoutBuffer(middle, 40, 5).cursorColumn).toBe(5);
    expect(layoutBuffer(down(middle, 40), 40, 5).cursorColumn).toBe(9);
  });

  test('up on the first row goes to its start, down on the last to its end', () => {
    expect(cursorOf(up(at('one\ntwo', 2), 40))).toBe(0);
    expect(cursorOf(down(at('one\ntwo', 5), 40))).toBe(7);
  });

  test('End of a wrapped row is after its last word, Home before its first', () => {
    const buffer = at('The kettle arrived in pieces.', 12);
    expect(layoutBuffer(toRowEnd(buffer, 13), 13, 5)).toMatchObject({
      cursorRow: 1,
      cursorColumn: 10,
    });
    expect(cursorOf(toRowStart(buffer, 13))).toBe(11);
  });

  test('End of a row broken inside a word stays on that row', () => {
    const end = toRowEnd(at('x'.repeat(12), 1), 6);
    expect(layoutBuffer(end, 6, 5)).toMatchObject({ cursorRow: 0, cursorColumn: 5 });
    expect(layoutBuffer(toRowStart(end, 6), 6, 5)).toMatchObject({ cursorRow: 0, cursorColumn: 0 });
  });

  test('every row can be reached and left, whatever is in it', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 30 }), (text, columns) => {
        const rowOf = (state: TextBuffer) => layoutBuffer(state, columns, 1).firstLine;
        let buffer = bufferOf(text);
        const { totalLines } = layoutBuffer(buffer, columns, 1);
        for (let row = totalLines - 1; row >= 0; row -= 1) {
          expect(rowOf(buffer)).toBe(row);
          expect(stops(textOf(buffer))).toContain(cursorOf(buffer));
          buffer = up(buffer, columns);
        }
        for (let row = 1; row < totalLines; row += 1) {
          buffer = down(buffer, columns);
          expect(rowOf(buffer)).toBe(row);
        }
      }),
      { numRuns: 300 },
    );
  });
});
