import { expect, test } from 'vitest';
import { decimalText } from '../../src/language/money-text.ts';
import { exportTables } from '../../src/store/exports/index.ts';
import type { ComplaintFilter } from '../../src/store/find-complaints.ts';
import { decimal, isoTime } from '../../src/store/machine-form.ts';
import type { Store } from '../../src/store/open-store.ts';
import { type RecordField, recordFields } from '../../src/store/record-fields.ts';
import { exportSelect } from '../../src/store/record-sql.ts';
import { morning, openComplaint, rawDatabase, tempPath, tempStore } from './temp-store.ts';

async function exported(
  store: Store,
  format: 'csv' | 'jsonl',
  {
    filter = {},
    guard = false,
    fields = recordFields,
  }: {
    filter?: ComplaintFilter;
    guard?: boolean;
    fields?: readonly RecordField[];
  } = {},
): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const { bytes: piece } of store.read.exportBytes({
    table: exportTables.complaints,
    format,
    fields,
    filter,
    formulaGuard: guard,
  })) {
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** A reader of CSV after RFC 4180; a cell without quotes that is empty is null. */
function readCsv(text: string): (string | null)[][] {
  const rows: (string | null)[][] = [];
  let row: (string | null)[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/gy;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (found === null) throw new Error('not CSV');
    const [, quoted, plain, end] = found;
    row.push(quoted?.replaceAll('""', '"') ?? (plain === '' ? null : (plain ?? null)));
    if (end === '\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

const nasty = [
  '=1+1',
  '+359',
  '-5',
  '@x',
  '\ttab',
  '\rcr',
  '"quoted"',
  'a,b',
  'two\nlines',
  '',
  "'",
  'น้ำ🫖',
  '\\n\u2028',
];

/** Complaints with everything in them that makes an export go wrong. */
async function nastyDesk(): Promise<Store> {
  const store = await tempStore();
  await store.transact(async (tx) => {
    for (const [index, words] of nasty.entries()) {
      const customer_id = await tx.insertCustomer({
        name: words,
        phone: '+359 88',
        created_at: 1,
        updated_at: 1,
      });
      const complaint_id = await openComplaint(tx, {
        words,
        customer_id,
        owner: words,
        chosen: ['1', '2', '3', 'neither', null][index % 5] ?? null,
        confirmed: index % 2 === 0 ? 1 : 0,
        thanked: null,
        happened: '2026-11-12',
        opened_at: morning + index,
      });
      await tx.replaceOffers(complaint_id, [
        { complaint_id, n: 1, remedy: 'refund', amount: 2990, currency: 'EUR', state: 'put' },
        { complaint_id, n: 2, remedy: words, amount: 1205, currency: 'JPY', state: 'put' },
        { complaint_id, n: 3, remedy: 'discount', percent: 12.5, state: 'put' },
      ]);
      await tx.putPromise({
        complaint_id,
        n: 1,
        what: words,
        who: 'Sam',
        due: morning + 7,
        made_at: 1,
        state: 'open',
      });
      await tx.putContact({
        complaint_id,
        n: 1,
        kind: 'wait',
        at: morning,
        reason: words,
        state: 'due',
      });
    }
  });
  return store;
}

const names = recordFields.map(({ name }) => name);
const allIds = nasty.map((_, index) => 1001 + index);

test('the record of a complaint reads as a script expects it', async () => {
  const store = await nastyDesk();
  const [record] = await store.read.records([1001], recordFields);
  expect(Object.keys(record ?? {})).toEqual(names);
  expect(record).toMatchObject({
    reference: 'C-1001',
    stage: 'open',
    revision: 1,
    opened_at: '2026-11-21T09:03:00.000Z',
    customer_name: '=1+1',
    confirmed: true,
    thanked: null,
    happened: '2026-11-12',
    chosen: 'refund',
    chosen_amount: '29.90',
    chosen_currency: 'EUR',
    chosen_percent: null,
    offers: [
      { n: 1, remedy: 'refund', amount: '29.90', currency: 'EUR', percent: null, state: 'put' },
      { n: 2, remedy: '=1+1', amount: '1205', currency: 'JPY', percent: null, state: 'put' },
      { n: 3, remedy: 'discount', amount: null, currency: null, percent: 12.5, state: 'put' },
    ],
    promises: [{ n: 1, what: '=1+1', who: 'Sam', due: '2026-11-21T09:03:00.007Z', state: 'open' }],
    contacts: [
      {
        n: 1,
        kind: 'wait',
        at: '2026-11-21T09:03:00.000Z',
        reason: '=1+1',
        reach: null,
        state: 'due',
      },
    ],
    closed_at: null,
  });
  const [, , third, neither, none] = await store.read.records(
    [1001, 1002, 1003, 1004, 1005],
    recordFields,
  );
  expect(third).toMatchObject({ chosen: 'discount', chosen_amount: null, chosen_percent: 12.5 });
  expect(neither).toMatchObject({ chosen: 'neither', chosen_amount: null, chosen_currency: null });
  expect(none).toMatchObject({ chosen: null });
});

test('records come in the order asked for, with the fields asked for', async () => {
  const store = await nastyDesk();
  const fields = recordFields.filter(({ name }) => name === 'reference' || name === 'words');
  expect(await store.read.records([1003, 1, 1001], fields)).toEqual([
    { reference: 'C-1003', words: '-5' },
    { reference: 'C-1001', words: '=1+1' },
  ]);
});

test('JSON lines and the record of a complaint are the same', async () => {
  const store = await nastyDesk();
  const lines = (await exported(store, 'jsonl')).trimEnd().split('\n');
  const records = await store.read.records(allIds, recordFields);
  expect(lines.map((line) => JSON.parse(line))).toEqual(records);
});

test('CSV read by its standard gives back every text, however nasty', async () => {
  const store = await nastyDesk();
  const [header, ...rows] = readCsv(await exported(store, 'csv'));
  expect(header).toEqual(names);
  const records = await store.read.records(allIds, recordFields);
  const cells = records.map((record) =>
    Object.values(record).map((value) => {
      if (value === null) return null;
      return typeof value === 'object' ? expect.any(String) : String(value);
    }),
  );
  expect(rows).toEqual(cells);
  const offers = rows.map((row) => JSON.parse(row[names.indexOf('offers')] ?? ''));
  expect(offers).toEqual(records.map((record) => record['offers']));
});

test('CSV and a plain SELECT of the same columns agree', async () => {
  const store = await nastyDesk();
  const rows = rawDatabase(store.path)
    .prepare(exportSelect(recordFields))
    .raw()
    .all() as unknown[][];
  const asText = rows.map((row) => row.map((value) => (value === null ? null : String(value))));
  const [header, ...cells] = readCsv(await exported(store, 'csv'));
  expect(header).toHaveLength(recordFields.length);
  expect(cells).toEqual(asText);
});

test('no cell begins like a formula, and no number is touched', async () => {
  const store = await nastyDesk();
  const guarded = readCsv(await exported(store, 'csv', { guard: true })).slice(1);
  const plain = readCsv(await exported(store, 'csv')).slice(1);
  const dangerous = /^[=+\-@\t\r]/;
  for (const [index, row] of guarded.entries()) {
    for (const [column, field] of recordFields.entries()) {
      const before = plain[index]?.[column] ?? null;
      const guards = field.kind === 'text' && before !== null && dangerous.test(before);
      expect(row[column]).toBe(guards ? `'${before}` : before);
      if (field.kind === 'text') expect(row[column] ?? '').not.toMatch(dangerous);
    }
  }
});

test('a filter narrows an export; pages of many rows are joined without a seam', async () => {
  const store = await tempStore();
  await store.transact(async (tx) => {
    for (let index = 0; index < 450; index++) {
      await openComplaint(tx, { owner: index % 2 === 0 ? 'Sam' : 'Lejla' });
    }
  });
  const fields = recordFields.filter(({ name }) => name === 'reference');
  const references = (step: number) =>
    Array.from({ length: 450 / step }, (_, index) => `"C-${1001 + index * step}"`).join('\n');
  expect(await exported(store, 'csv', { fields })).toBe(`reference\n${references(1)}\n`);
  const filter = { owner: 'Sam' };
  expect(await exported(store, 'csv', { fields, filter })).toBe(`reference\n${references(2)}\n`);
  const nobody = { owner: 'Nobody' };
  expect(await exported(store, 'csv', { fields, filter: nobody })).toBe('reference\n');
  expect(await exported(store, 'jsonl', { fields, filter: nobody })).toBe('');
});

test('every moment is written to the millisecond', () => {
  const database = rawDatabase(tempPath());
  const write = database
    .prepare<[number], string>(`SELECT ${isoTime('at')} FROM (SELECT cast(? AS INTEGER) AS at)`)
    .pluck();
  const moments = [0, 1, 999, 253_402_300_799_999, Date.UTC(2024, 1, 29, 23, 59, 59, 999)];
  for (let index = 0; index < 20_000; index++) moments.push(morning + index * 86_399_001);
  for (const at of moments) expect(write.get(at)).toBe(new Date(at).toISOString());
});

test('every currency has the decimals it has elsewhere in the program', () => {
  const database = rawDatabase(tempPath());
  const write = database
    .prepare<[number, string], string>(
      `SELECT ${decimal('m', 'c')} FROM (SELECT cast(? AS INTEGER) AS m, ? AS c)`,
    )
    .pluck();
  for (const currency of [...Intl.supportedValuesOf('currency'), 'UYI', 'XXX']) {
    for (const minor of [0, 5, 99, 100, 123_456_789]) {
      expect(write.get(minor, currency), currency).toBe(decimalText(minor, currency));
    }
  }
});
