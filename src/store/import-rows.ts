import type { Database, Statement } from 'better-sqlite3';
import { StatementCache } from './statement-cache.ts';
import { requireWellFormed } from './well-formed.ts';

/** What a column holds. */
export type Value = string | number | Uint8Array | null;

/**
 * A row as its values, in the order of the names of their columns; columns left out hold nothing. Rows
 * that have the same columns had best share the list of them: by it their statement is found.
 */
export interface RowValues {
  readonly columns: readonly string[];
  readonly values: readonly Value[];
}

/**
 * @param unknown columns to stand first, with null until it is known what they hold
 * @returns what a row holds. Other nulls are left out: a complaint is half of them, and binding them
 *   takes a twentieth of an import
 */
export function heldValues(
  row: Readonly<Record<string, Value | undefined>>,
  unknown: readonly string[] = [],
): RowValues {
  const columns = [...unknown];
  const values: Value[] = unknown.map(() => null);
  const all = Object.values(row);
  for (const [index, column] of Object.keys(row).entries()) {
    const value = all[index] ?? null;
    if (value === null || unknown.includes(column)) continue;
    columns.push(column);
    values.push(value);
  }
  return { columns, values };
}

/** The same for a table of few columns, which are always the same. */
export const valuesIn = <Column extends string>(
  columns: readonly Column[],
  row: Readonly<Record<Column, Value>>,
): RowValues => ({ columns, values: columns.map((column) => row[column]) });

/**
 * Rows through statements that are prepared once and run at once: what an import of a million rows
 * takes, and nothing else needs. Everything runs inside `atOnce` of the import's writer.
 */
export class ImportRows {
  readonly #database: Database;
  readonly #statements: StatementCache;
  /** Those that insert, by the table and the list of columns itself: it is found sooner than its names. */
  readonly #insertsOf = new Map<string, WeakMap<readonly string[], Statement>>();
  readonly #values = new Map<string, Statement>();
  readonly #later = new Map<string, RowValues[]>();

  constructor(database: Database) {
    this.#database = database;
    this.#statements = new StatementCache(database);
  }

  /**
   * Writes one row.
   * @returns its number, where the table has one
   * @throws StoreError `bad-text`; the error of SQLite otherwise
   */
  insert(table: string, row: RowValues): number {
    return write(this.#insertInto(table, row.columns, 1), row.values);
  }

  /**
   * Writes a row when the batch ends, behind those of its table that came before it: table by table
   * SQLite finds what it needs at hand, where going from one to the next takes it twice as long.
   */
  insertLater(table: string, row: RowValues): void {
    const rows = this.#later.get(table);
    if (rows === undefined) this.#later.set(table, [row]);
    else rows.push(row);
  }

  /** Writes what waits, in the order of the tables given; those left out come last. */
  insertWaiting(order: readonly string[]): void {
    for (const table of new Set([...order, ...this.#later.keys()])) {
      this.#insertAll(table, this.#later.get(table) ?? []);
    }
    this.forgetWaiting();
  }

  /** Many at a time, where they have the same columns: most of a short row's time goes into the call. */
  #insertAll(table: string, rows: readonly RowValues[]): void {
    const atOnce = one.has(table) ? 1 : many;
    for (let at = 0; at < rows.length; at += atOnce) {
      const some = rows.slice(at, at + atOnce);
      const columns = some.length === atOnce ? columnsOfAll(some) : undefined;
      if (columns === undefined) for (const row of some) this.insert(table, row);
      else {
        const values = some.flatMap((row) => row.values);
        write(this.#insertInto(table, columns, atOnce), values);
      }
    }
  }

  /** Forgets what a batch that failed would have written. */
  forgetWaiting(): void {
    this.#later.clear();
  }

  /** @returns the first row that a query finds. */
  first<Found>(sql: string, ...values: readonly unknown[]): Found | undefined {
    return this.#statements.prepare(sql).get(...values) as Found | undefined;
  }

  /** @returns the first column of the first row that a query finds; undefined for no row. */
  value<Found extends string | number | null>(
    sql: string,
    ...values: readonly unknown[]
  ): Found | undefined {
    let query = this.#values.get(sql);
    if (query === undefined) {
      query = this.#database.prepare(sql).pluck();
      this.#values.set(sql, query);
    }
    return query.get(...values) as Found | undefined;
  }

  /** @returns all rows that a query finds. */
  all<Found>(sql: string, ...values: readonly unknown[]): readonly Found[] {
    return this.#statements.prepare(sql).all(...values) as Found[];
  }

  #insertInto(table: string, columns: readonly string[], rows: number): Statement {
    const kind = rows === 1 ? table : `${table} ${rows}`;
    let known = this.#insertsOf.get(kind);
    if (known === undefined) {
      known = new WeakMap();
      this.#insertsOf.set(kind, known);
    }
    let insert = known.get(columns);
    if (insert === undefined) {
      insert = this.#statements.prepare(insertInto(table, columns, rows));
      known.set(columns, insert);
    }
    return insert;
  }
}

/** So many rows of one table are written at a time. */
const many = 16;
/**
 * Each row of these has a statement of its own: complaints seldom have the same columns one after the
 * other, and FTS5 writes out all it has gathered before a statement of many rows.
 */
const one = new Set(['complaint', 'complaint_search', 'customer_search']);

/** @returns the list of columns that rows share; undefined where they do not. */
function columnsOfAll(rows: readonly RowValues[]): readonly string[] | undefined {
  const columns = rows[0]?.columns;
  return rows.every((row) => row.columns === columns) ? columns : undefined;
}

function write(insert: Statement, values: readonly Value[]): number {
  for (const value of values) if (typeof value === 'string') requireWellFormed(value);
  return Number(insert.run(values).lastInsertRowid);
}

function insertInto(table: string, columns: readonly string[], rows: number): string {
  const values = columns.map((column) =>
    inUtf8.has(`${table}.${column}`) ? 'cast(? AS TEXT)' : '?',
  );
  const row = `(${values.join()})`;
  return `INSERT INTO ${table} (${columns.join()}) VALUES ${Array(rows).fill(row).join()}`;
}

/** Long texts that come as they go into the file: they need not be written twice. */
const inUtf8 = new Set(['event.body', 'complaint_search.text']);
