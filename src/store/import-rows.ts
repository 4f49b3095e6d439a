import type { Database, Statement } from 'better-sqlite3';
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
export function valuesOf(
  row: Readonly<Record<string, Value>>,
  unknown: readonly string[] = [],
): RowValues {
  const held = Object.keys(row).filter((column) => row[column] !== null);
  return {
    columns: [...unknown, ...held],
    values: [...unknown.map(() => null), ...held.map((column) => row[column] ?? null)],
  };
}

/** The same for a table of few columns, which are always the same. */
export const valuesIn = <Column extends string>(
  columns: readonly Column[],
  row: Readonly<Record<Column, Value>>,
): RowValues => ({ columns, values: columns.map((column) => row[column]) });

/**
 * Single rows through statements that are prepared once and run at once: what an import of a million
 * rows takes, and nothing else needs. Everything runs inside `atOnce` of the import's writer.
 */
export class ImportRows {
  readonly #database: Database;
  readonly #inserts = new Map<string, Statement>();
  /** The same by the table and the list of columns itself, which is found sooner than its names. */
  readonly #insertsOf = new Map<string, WeakMap<readonly string[], Statement>>();
  readonly #queries = new Map<string, Statement>();
  readonly #values = new Map<string, Statement>();
  readonly #later = new Map<string, RowValues[]>();

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Writes one row.
   * @returns its number, where the table has one
   * @throws StoreError `bad-text`; the error of SQLite otherwise
   */
  insert(table: string, row: RowValues): number {
    return write(this.#insertInto(table, row), row);
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
      for (const row of this.#later.get(table) ?? []) this.insert(table, row);
    }
    this.forgetWaiting();
  }

  /** Forgets what a batch that failed would have written. */
  forgetWaiting(): void {
    this.#later.clear();
  }

  /** @returns the first row that a query finds. */
  first<Found>(sql: string, ...values: readonly unknown[]): Found | undefined {
    return this.#query(sql).get(...values) as Found | undefined;
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
    return this.#query(sql).all(...values) as Found[];
  }

  #insertInto(table: string, { columns }: RowValues): Statement {
    let known = this.#insertsOf.get(table);
    if (known === undefined) {
      known = new WeakMap();
      this.#insertsOf.set(table, known);
    }
    let insert = known.get(columns);
    if (insert === undefined) {
      insert = this.#prepared(insertInto(table, columns));
      known.set(columns, insert);
    }
    return insert;
  }

  #prepared(sql: string): Statement {
    let insert = this.#inserts.get(sql);
    if (insert === undefined) {
      insert = this.#database.prepare(sql);
      if (this.#inserts.size >= mostInserts) this.#inserts.clear();
      this.#inserts.set(sql, insert);
    }
    return insert;
  }

  #query(sql: string): Statement {
    let query = this.#queries.get(sql);
    if (query === undefined) {
      query = this.#database.prepare(sql);
      this.#queries.set(sql, query);
    }
    return query;
  }
}

/** Some megabytes of statements. */
const mostInserts = 500;

function write(insert: Statement, { values }: RowValues): number {
  for (const value of values) if (typeof value === 'string') requireWellFormed(value);
  return Number(insert.run(values).lastInsertRowid);
}

function insertInto(table: string, columns: readonly string[]): string {
  const values = columns.map((column) =>
    inUtf8.has(`${table}.${column}`) ? 'cast(? AS TEXT)' : '?',
  );
  return `INSERT INTO ${table} (${columns.join()}) VALUES (${values.join()})`;
}

/** Long texts that come as they go into the file: they need not be written twice. */
const inUtf8 = new Set(['event.body', 'complaint_search.text']);
