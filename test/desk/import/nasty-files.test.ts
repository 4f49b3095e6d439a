import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf } from '../../../src/desk/import/decode.ts';
import { importRows } from '../../../src/desk/import/import-rows.ts';
import type { Mapping } from '../../../src/desk/import/mapping.ts';
import { prepareImport } from '../../../src/desk/import/prepare-import.ts';
import { readHere } from '../../../src/desk/import/read-rows.ts';
import { verifyRecord } from '../../../src/desk/verify-record.ts';
import { openSampleDesk } from '../../support/sample-record.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const mapping: Mapping = {
  source: 'nasty',
  id: ['id'],
  fields: { opened_at: { columns: ['at'] }, words: { columns: ['words'] } },
  rest: 'keep',
};

/** @returns what came of a file at a desk of its own: counts, rejected rows, and the words on record. */
async function imported(bytes: Uint8Array, size = 65_536, read = readHere) {
  const desk = await openSampleDesk(temporaryFolder());
  const open = async function* () {
    for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
  };
  const file = { open, size: bytes.length };
  const prepared = await prepareImport(desk, file, { mapping, encoding: 'utf-8', delimiter: ',' });
  if ('fault' in prepared) throw new Error(prepared.fault);
  const rejected: { raw: string; code: string }[] = [];
  const done = await importRows(read(file, prepared.facts), {
    writer: await desk.store.importWriter(),
    system: 'nasty',
    agent: desk.agent.name,
    now: desk.now(),
    how: 'batches',
    signal: new AbortController().signal,
    onRefused: async ({ raw }, { code }) => {
      rejected.push({ raw, code });
    },
    onProgress: () => {},
  });
  const ids = await desk.store.read.findComplaints({
    filter: {},
    sort: { by: 'id', direction: 'asc' },
    limit: 1000,
  });
  const words: (string | null)[] = [];
  for (const id of ids) words.push((await desk.store.read.complaint(id))?.words ?? null);
  const { faults } = await verifyRecord(desk.store, { rebuild: true });
  await desk.store.close();
  return { done, rejected, words, faults };
}

const at = '2025-03-14T05:20:00Z';
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Bytes that stand for themselves, and text that acts, hides, runs or is cut in half. */
const piece = fc.constantFrom(
  'a',
  'ж',
  'ก',
  '😀',
  '"',
  '""',
  ',',
  ';',
  '\n',
  '\r\n',
  '\t',
  '=1+1',
  '@',
  "'",
  '\u202e',
  '\u200b',
  '\u001b[2J',
  '\ufeff',
  '\ufffd',
  '\0',
  '\udcc3',
  '\udcff',
  ' ',
  '\\',
  'x'.repeat(300),
);
const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

const isKept = (cell: string): boolean => cell.isWellFormed() && !cell.includes('\0');

describe('a nasty file', () => {
  test('comes in as it is or is rejected as it was, row by row, and the record stays sound', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 40 }),
        async (cells, size) => {
          const rows = cells.map((cell, index) => `${index},${at},${quoted(cell)}`);
          const { done, rejected, words, faults } = await imported(
            bytesOf(`id,at,words\n${rows.join('\n')}\n`),
            size,
          );
          expect(done.rows).toBe(cells.length);
          const kept = cells.filter(isKept).map((cell) => (cell.trim() === '' ? null : cell));
          expect(words).toEqual(kept);
          expect(rejected.map(({ raw }) => raw)).toEqual(
            rows.filter((_, index) => !isKept(cells[index] ?? '')),
          );
          expect(faults).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);

  test('of anything at all loses no row without saying so', async () => {
    const row = fc.oneof(
      text,
      fc.array(text, { minLength: 1, maxLength: 5 }).map((cells) => cells.join(',')),
      text.map((cell) => `1,${at},${cell}`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        const { done, rejected, words, faults } = await imported(
          bytesOf(`id,at,words\n${rows.join('\n')}\n`),
        );
        expect(done.added).toBe(words.length);
        expect(done.refused).toBe(rejected.length);
        expect(faults).toEqual([]);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  test('of five hundred columns, with a cell of ten megabytes, comes in whole', async () => {
    const names = Array.from({ length: 500 }, (_, index) => `c${index}`);
    const long = 'ten megabytes '.repeat(750_000);
    const rest = names.map((_, index) => `v${index}`).join(',');
    const csv = `id,at,words,${names.join(',')}\n1,${at},${quoted(long)},${rest}\n2,${at},short,${rest}\n`;
    const { done, words, faults } = await imported(Buffer.from(csv));
    expect(done).toMatchObject({ added: 2, refused: 0 });
    expect(words[0] === long).toBe(true);
    expect(faults).toEqual([]);
  }, 60_000);

  test('with ragged rows brings in the even ones, and says how many cells the others have', async () => {
    const csv = `id,at,words\n1,${at}\n2,${at},x\n3,${at},x,y\n4,${at},x,,\n\n5,${at},z\n`;
    const { done, rejected } = await imported(Buffer.from(csv));
    expect(done.added).toBe(3);
    expect(rejected).toEqual([
      { raw: `1,${at}`, code: 'cells' },
      { raw: `3,${at},x,y`, code: 'cells' },
    ]);
  });
});
