import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import {
  columnLetters,
  longestCell,
  workbookBytes,
} from '../../../src/reports/workbook/workbook.ts';

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Writes a workbook and reads it back with another program's reader. */
async function readBack(columns: readonly { name: string; kind: string }[], rows: Rows) {
  const cuts = { count: 0 };
  const pages = (async function* () {
    for (const row of rows) yield [row];
  })();
  const pieces: Uint8Array[] = [];
  for await (const piece of workbookBytes({ name: 'sample', columns }, pages, cuts)) {
    pieces.push(piece);
  }
  return { cells: await readSheet(Buffer.concat(pieces), { trim: false }), cuts: cuts.count };
}

const texts = (values: readonly string[]) =>
  readBack(
    [{ name: 'words', kind: 'text' }],
    values.map((words) => ({ words })),
  );

describe('a workbook', () => {
  it('types numbers, sums, moments, days and truth values', async () => {
    const kinds = ['integer', 'number', 'decimal', 'time', 'day', 'boolean', 'json'];
    const row = {
      integer: 42,
      number: 12.5,
      decimal: '29.90',
      time: '2026-11-21T09:03:00.000Z',
      day: '2026-11-12',
      boolean: false,
      json: [{ n: 1 }],
    };
    const { cells } = await readBack(
      kinds.map((kind) => ({ name: kind, kind })),
      [row],
    );
    expect(cells).toEqual([
      kinds,
      [42, 12.5, 29.9, new Date(row.time), new Date('2026-11-12'), false, '[{"n":1}]'],
    ]);
  });

  it('keeps a sum with more digits than a sheet can count with as a text', async () => {
    const { cells } = await readBack(
      [{ name: 'sum', kind: 'decimal' }],
      [{ sum: '90071992547409.93' }, { sum: '9007199254740.99' }],
    );
    expect(cells.slice(1)).toEqual([['90071992547409.93'], [9007199254740.99]]);
  });

  it('leaves what is not known empty, and the cells behind it in their place', async () => {
    const columns = ['a', 'b', 'c'].map((name) => ({ name, kind: 'text' }));
    const { cells } = await readBack(columns, [{ a: null, b: undefined, c: 'here' }]);
    expect(cells[1]).toEqual([null, null, 'here']);
  });

  it('cuts no text but one that is longer than a cell, and counts it', async () => {
    const longest = 'a'.repeat(longestCell);
    const { cells, cuts } = await texts([longest, `${longest}b`, `${'a'.repeat(32_765)}🫖 more`]);
    expect(cuts).toBe(2);
    expect(cells[1]).toEqual([longest]);
    expect(cells[2]).toEqual([`${'a'.repeat(longestCell - 1)}…`]);
    expect(cells[3]).toEqual([`${'a'.repeat(32_765)}…`]);
  });

  it('writes what XML cannot hold so that a spreadsheet reads it back (ECMA-376, 22.9.2.19)', async () => {
    const { cells } = await texts(['a\u0007b\rc\u001bd', 'not an escape: _x0041_', '\ttab\nline']);
    expect(cells.slice(1)).toEqual([
      ['a\u0007b\rc\u001bd'],
      ['not an escape: _x0041_'],
      ['\ttab\nline'],
    ]);
  });

  it('brings every text back as it was', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (values) => {
        const { cells } = await texts(values);
        expect(cells.slice(1).map(([cell]) => cell)).toEqual(values);
      }),
      { numRuns: 40 },
    );
  });

  it('names columns as every spreadsheet does', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });
});
