import type { Database, Statement } from 'better-sqlite3';
import type { SearchIndex } from './search-index.ts';
import { requireWellFormed } from './well-formed.ts';

/** A row by the names of its columns. */
export type Row = Readonly<Record<string, string | number | Uint8Array | null>>;

/**
 * Single rows through statements that are prepared once and run at once: what an import of a million
 * rows takes, and nothing else needs. Everything runs inside `atOnce` of the import's writer.
 */
export class ImportRows {
  readonly #database: Database;
  readonly #inserts = new Map<string, { readonly columns: readonly string[]; run: Statement }>();
  readonly #queries = new Map<string, Statement>();
  readonly #values = new Map<string, Statement>();
  #toIndex: { search: SearchIndex; id: number; text: string }[] = [];

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Writes one row.
   * @returns its number, where the table has one
   * @throws StoreError `bad-text`; the error of SQLite otherwise
   */
  insert(table: string, row: Row): number {
    const { columns, run } = this.#insertInto(table, row);
    const values = columns.map((column) => row[column] ?? null);
    for (const value of values) if (typeof value === 'string') requireWellFormed(value);
    return Number(run.run(values).lastInsertRowid);
  }

  /** Puts a folded text into a search index when the batch ends. */
  index(search: SearchIndex, id: number, text: string): void {
    this.#toIndex.push({ search, id, text });
  }

  /**
   * Writes what is to be found, last of a batch: a statement with a trigger, such as each event's,
   * makes FTS5 write out all that it has gathered so far.
   */
  writeIndexes(): void {
    for (const { search, id, text } of this.#toIndex) this.insert(search, { rowid: id, text });
    this.forgetIndexes();
  }

  /** Forgets what a batch that failed would have indexed. */
  forgetIndexes(): void {
    this.#toIndex = [];
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

  #query(sql: string): Statement {
    let query = this.#queries.get(sql);
    if (query === undefined) {
      query = this.#database.prepare(sql);
      this.#queries.set(sql, query);
    }
    return query;
  }

  /** Rows of a table always have the same columns here, so the first one says which. */
  #insertInto(table: string, row: Row) {
    let insert = this.#inserts.get(table);
    if (insert === undefined) {
      const columns = Object.keys(row);
      const values = columns.map(() => '?').join();
      const run = this.#database.prepare(
        `INSERT INTO ${table} (${columns.join()}) VALUES (${values})`,
      );
      insert = { columns, run };
      this.#inserts.set(table, insert);
    }
    return insert;
  }
}
