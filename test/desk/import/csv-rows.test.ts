import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRows, csvRowsIn } from '../../../src/desk/import/csv-rows.ts';
import type { FileRow } from '../../../src/desk/import/file-row.ts';

/** @returns the rows of a text that comes in pieces of a size. */
async function inPieces(text: string, size: number, delimiter = ','): Promise<FileRow[]> {
  const pieces = async function* () {
    for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size);
  };
  const rows: FileRow[] = [];
  for await (const some of csvRows(pieces(), delimiter)) rows.push(...some);
  return rows;
}

const cellsOf = (text: string, delimiter = ',') =>
  csvRowsIn(text, delimiter, true).map(({ cells }) => cells);

describe('rows of a CSV file', () => {
  test('are cut at line ends of every kind, and keep those within quotation marks', () => {
    expect(cellsOf('a,b\r\n1,"x\r\ny"\n2,z\r3,')).toEqual([
      ['a', 'b'],
      ['1', 'x\r\ny'],
      ['2', 'z'],
      ['3', null],
    ]);
  });

  test('tell an empty cell from one with an empty text', () => {
    expect(cellsOf('a,,"",""""')).toEqual([['a', null, '', '"']]);
  });

  test('keep leading zeros, blanks and inch marks as they are', () => {
    expect(cellsOf('0042, x ,5" pipe')).toEqual([['0042', ' x ', '5" pipe']]);
  });

  test('count as a spreadsheet does: a blank line is a row, and comes to nothing', () => {
    const rows = csvRowsIn('a\n\nb\n', ',', true);
    expect(rows.map(({ row, raw }) => [row, raw])).toEqual([
      [1, 'a'],
      [3, 'b'],
    ]);
  });

  test('spoil no other row when a quotation mark is out of place', () => {
    const rows = csvRowsIn('a,b\n"x"y,1\nc,d\n', ',', true);
    expect(rows.map(({ fault }) => fault)).toEqual([undefined, 'quote-within', undefined]);
    expect(rows[1]?.raw).toBe('"x"y,1');
  });

  test('end with what a quotation mark that nobody closes has swallowed, letter by letter', () => {
    const rows = csvRowsIn('a,b\n1,"oops\n2,x\n', ',', true);
    expect(rows[1]).toMatchObject({ row: 2, fault: 'quote-open', raw: '1,"oops\n2,x' });
  });

  test('are the same however the file comes in', async () => {
    const text = 'a;b\r\n"x;""y""\r\n";2\r\n3;\r\n';
    const whole = csvRowsIn(text, ';', true);
    for (let size = 1; size < 12; size++) expect(await inPieces(text, size, ';')).toEqual(whole);
  });

  test('a cell of ten megabytes is read once, not at every piece of it', async () => {
    const long = 'x"",\n'.repeat(2_000_000);
    const rows = await inPieces(`a,b\n1,"${long}"\n2,z\n`, 65_536);
    expect(rows.map(({ cells }) => cells.length)).toEqual([2, 2, 2]);
    expect(String(rows[1]?.cells[1]).length).toBe(8_000_000);
  });

  const cell = fc.string({ unit: fc.constantFrom('a', 'ж', '😀', '"', ',', ';', '\n', '\r', ' ') });

  test('are what csv-parse finds in any well-formed file', async () => {
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(',', ';', '\t'),
        fc.integer({ min: 1, max: 9 }),
        async (rows, delimiter, size) => {
          const text = rows
            .map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter))
            .join('\n');
          const found = (await inPieces(text, size, delimiter)).map(({ cells }) => cells);
          expect(found).toEqual(rows);
          const theirs = parse(text, { delimiter, relax_column_count: true });
          expect(found).toEqual(theirs);
        },
      ),
    );
  });

  test('lose no letter of any text at all', async () => {
    await fc.assert(
      fc.asyncProperty(cell, fc.integer({ min: 1, max: 5 }), async (text, size) => {
        const raw = (await inPieces(text, size)).map((row) => row.raw).join('');
        expect(raw.replaceAll(/[\r\n]/g, '')).toBe(text.replaceAll(/[\r\n]/g, ''));
      }),
    );
  });
});
