import type { ExportTable, NumberedBy } from './exports/export-table.ts';
import { type ExportScope, numbersIn } from './exports/numbers.ts';
import { type Beside, pagesInOrder } from './exports/pages-in-order.ts';
import { numberedRecords } from './numbered-records.ts';
import { type RecordField, recordTables } from './record-fields.ts';
import { csvLine, jsonLine } from './record-sql.ts';
import type { SqlRows } from './sql-rows.ts';

/** Which rows are exported. */
export interface ExportedRows extends ExportScope {
  readonly table: ExportTable;
}

/** Which rows are exported, and how they are written. */
export interface ExportOptions extends ExportedRows {
  /**
   * `csv`: RFC 4180 with a header line, every text in quotes, lines that end in LF alone (what
   * `sort` and `awk` expect; spreadsheets take it too). `jsonl`: one JSON object a line.
   */
  readonly format: 'csv' | 'jsonl';
  /** The columns, in this order. */
  readonly fields: readonly RecordField[];
  /** Whether text that a spreadsheet would run as a formula gets a leading apostrophe. CSV only. */
  readonly formulaGuard: boolean;
}

/** Numbers a page: nothing is locked between pages, and larger ones only cost memory. */
const page = 100;

/** A piece of an exported file. */
export interface ExportPiece {
  /** Some whole lines, in UTF-8. */
  readonly bytes: Uint8Array;
  /** How many rows are in it; a header line is none. */
  readonly rows: number;
}

/**
 * A part of the record as a file, in the order of its numbers.
 * @returns pieces of the file
 */
export async function* exportBytes(
  db: SqlRows,
  { table, format, fields, formulaGuard, ...scope }: ExportOptions,
  beside?: (query: string) => Promise<Beside<Piece> | undefined>,
): AsyncIterable<ExportPiece> {
  if (format === 'csv') {
    yield { bytes: Buffer.from(`${fields.map(({ name }) => name).join()}\n`), rows: 0 };
  }
  const row = format === 'csv' ? csvLine(fields, formulaGuard) : jsonLine(fields);
  const line = `${row} || char(10)`;
  const { where, pages } = await planned(db, table, scope);
  const query = `SELECT cast(group_concat(line, '') AS BLOB) AS bytes, count(*) AS rows
    FROM (SELECT ${line} AS line FROM ${wherever(table, where)})`;
  for await (const [piece] of pagesInOrder<Piece>(db, query, pages, beside)) {
    if (piece?.bytes) yield { bytes: piece.bytes, rows: piece.rows };
  }
}

interface Piece {
  readonly bytes: Uint8Array | null;
  readonly rows: number;
}

/**
 * The same rows for a writer that needs their values.
 * @returns pages of records, each with the fields as keys in their order, as JSON has them
 */
export async function* exportRecords(
  db: SqlRows,
  { table, ...scope }: ExportedRows,
  fields: readonly RecordField[],
): AsyncIterable<readonly Readonly<Record<string, unknown>>[]> {
  const { where, pages } = await planned(db, table, scope);
  const query = `SELECT ${jsonLine(fields)} AS line FROM ${wherever(table, where)}`;
  for await (const values of pages) {
    const rows = await db.rows<{ line: string }>(query, values);
    yield rows.map(({ line }) => JSON.parse(line));
  }
}

/** @returns how many rows an export has. */
export async function exportCount(db: SqlRows, { table, ...scope }: ExportedRows): Promise<number> {
  const { where, pages } = await planned(db, table, scope);
  const query = `SELECT count(*) AS rows FROM ${wherever(table, where, false)}`;
  let count = 0;
  for await (const values of pages) {
    const [counted] = await db.rows<{ rows: number }>(query, values);
    count += counted?.rows ?? 0;
  }
  return count;
}

function wherever(
  { from, number, within, where }: ExportTable,
  wanted: string,
  inOrder = true,
): string {
  const order = inOrder ? ` ORDER BY ${[number, within ?? []].flat().join(', ')}` : '';
  return `${from} WHERE ${number} ${wanted}${where === undefined ? '' : ` AND (${where})`}${order}`;
}

/** @returns the condition on the number of a row, and page by page the values of its parameters. */
async function planned(
  db: SqlRows,
  { by }: ExportTable,
  scope: ExportScope,
): Promise<{ readonly where: string; readonly pages: AsyncIterable<readonly unknown[]> }> {
  const numbers = await numbersIn(db, by, scope);
  if (numbers === undefined) return { where: 'BETWEEN ? AND ?', pages: everyPage(db, by, scope) };
  // Taken from an index, so that a narrow filter reads few rows.
  return { where: 'IN (SELECT value FROM json_each(?))', pages: pagesAmong(numbers) };
}

async function* pagesAmong(numbers: readonly number[]): AsyncGenerator<readonly [string], void> {
  for (let from = 0; from < numbers.length; from += page) {
    yield [JSON.stringify(numbers.slice(from, from + page))];
  }
}

/** Where the numbers of each kind are found, in order. */
const numbered: Readonly<Record<NumberedBy, string>> = {
  complaint: 'SELECT id AS number FROM complaint INDEXED BY complaint_number WHERE id',
  customer: 'SELECT id AS number FROM customer WHERE id',
  event: 'SELECT seq AS number FROM event WHERE seq',
};

/** @returns the first and the last number of each page. */
async function* everyPage(
  db: SqlRows,
  by: NumberedBy,
  { after = 0, upTo = Number.MAX_SAFE_INTEGER }: ExportScope,
): AsyncIterable<readonly [first: number, last: number]> {
  if (by === 'event') {
    // The log has no holes.
    const [row] = await db.rows<{ last: number | null }>('SELECT max(seq) AS last FROM event');
    const end = Math.min(row?.last ?? 0, upTo);
    for (let from = after; from < end; from += page) {
      yield [from + 1, Math.min(from + page, end)];
    }
    return;
  }
  const query = `SELECT max(number) AS last FROM (${numbered[by]} > ? ORDER BY 1 LIMIT ${page})`;
  for (let before = 0; ; ) {
    const [row] = await db.rows<{ last: number | null }>(query, [before]);
    if (row === undefined || row.last === null) return;
    yield [before + 1, row.last];
    before = row.last;
  }
}

/**
 * @param ids numbers of complaints
 * @returns their records in the order given, each with the fields as keys in their order; numbers
 * that are no complaint are left out
 */
export async function records(
  db: SqlRows,
  ids: readonly number[],
  fields: readonly RecordField[],
): Promise<Record<string, unknown>[]> {
  return numberedRecords(db, recordTables, 'c.id', ids, fields);
}
