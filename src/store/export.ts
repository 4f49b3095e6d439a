import { type ComplaintFilter, findComplaints } from './find-complaints.ts';
import { numberedRecords } from './numbered-records.ts';
import { type RecordField, recordTables } from './record-fields.ts';
import { csvLine, jsonLine } from './record-sql.ts';
import type { SqlRows } from './sql-rows.ts';

export interface ExportOptions {
  /**
   * `csv`: RFC 4180 with a header line, every text in quotes, lines that end in LF alone (what
   * `sort` and `awk` expect; spreadsheets take it too). `jsonl`: one JSON object a line.
   */
  readonly format: 'csv' | 'jsonl';
  /** The columns, in this order. */
  readonly fields: readonly RecordField[];
  readonly filter: ComplaintFilter;
  /** Whether text that a spreadsheet would run as a formula gets a leading apostrophe. CSV only. */
  readonly formulaGuard: boolean;
}

/** Rows a page: nothing is locked between pages, and larger ones only cost memory. */
const page = 100;

interface Page {
  readonly bytes: Buffer | null;
  readonly rows: number;
  readonly last: number | null;
}

/** A piece of an exported file. */
export interface ExportPiece {
  /** Some whole lines, in UTF-8. */
  readonly bytes: Buffer;
  /** How many complaints are in it; a header line is none. */
  readonly rows: number;
}

/**
 * The record as a file, in the order of the references.
 * @returns pieces of the file
 */
export async function* exportBytes(
  db: SqlRows,
  { format, fields, filter, formulaGuard }: ExportOptions,
): AsyncIterable<ExportPiece> {
  if (format === 'csv') {
    yield { bytes: Buffer.from(`${fields.map(({ name }) => name).join()}\n`), rows: 0 };
  }
  const line = format === 'csv' ? csvLine(fields, formulaGuard) : jsonLine(fields);
  yield* isEmpty(filter) ? everyPage(db, line) : pagesOf(db, line, filter);
}

async function* everyPage(db: SqlRows, line: string): AsyncIterable<ExportPiece> {
  const query = pageQuery(line, `c.id > ? ORDER BY c.id LIMIT ${page}`);
  for (let last: number | null = 0; last !== null; ) {
    const found: Page | undefined = await pageAt(db, query, last);
    if (found?.bytes) yield { bytes: found.bytes, rows: found.rows };
    last = found?.last ?? null;
  }
}

/** The numbers come first, straight from an index, so that a narrow filter reads few rows. */
async function* pagesOf(
  db: SqlRows,
  line: string,
  filter: ComplaintFilter,
): AsyncIterable<ExportPiece> {
  const ids = await findComplaints(db, { filter, sort: { by: 'id', direction: 'asc' } });
  const query = pageQuery(line, 'c.id IN (SELECT value FROM json_each(?)) ORDER BY c.id');
  for (let from = 0; from < ids.length; from += page) {
    const found = await pageAt(db, query, JSON.stringify(ids.slice(from, from + page)));
    if (found?.bytes) yield { bytes: found.bytes, rows: found.rows };
  }
}

function pageQuery(line: string, where: string): string {
  return `SELECT cast(group_concat(line, '') AS BLOB) AS bytes, count(*) AS rows, max(id) AS last
    FROM (SELECT c.id AS id, ${line} || char(10) AS line FROM ${recordTables} WHERE ${where})`;
}

async function pageAt(
  db: SqlRows,
  query: string,
  parameter: number | string,
): Promise<Page | undefined> {
  return (await db.rows<Page>(query, [parameter]))[0];
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

function isEmpty(filter: ComplaintFilter): boolean {
  return Object.values(filter).every(
    (value) => value === undefined || (Array.isArray(value) && value.length === 0),
  );
}
