import type { Database } from 'better-sqlite3';
import type { SqlRows } from './sql-rows.ts';
import { storeErrorOf } from './sqlite-errors.ts';
import { StatementCache } from './statement-cache.ts';
import { requireWellFormed } from './well-formed.ts';

/** What came of a statement: rows of one that reads, counts of one that writes. */
export interface Ran<Row> {
  readonly rows: Row[];
  readonly changes: number;
  readonly lastInsertRowid: number | bigint;
}

/** SQL text on an open database, with its statements kept. */
export class DirectRows implements SqlRows {
  readonly #statements: StatementCache;
  readonly #path: string;

  constructor(database: Database) {
    this.#statements = new StatementCache(database);
    this.#path = database.name;
  }

  async rows<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.run<Row>(sql, values).rows;
  }

  /**
   * Runs one statement.
   * @throws StoreError when SQLite refuses it, or a text would not come back unchanged
   */
  run<Row>(sql: string, values: readonly unknown[]): Ran<Row> {
    for (const value of values) if (typeof value === 'string') requireWellFormed(value);
    try {
      const statement = this.#statements.prepare(sql);
      if (!statement.reader) return { rows: [], ...statement.run(values) };
      return { rows: statement.all(values) as Row[], changes: 0, lastInsertRowid: 0 };
    } catch (error) {
      throw storeErrorOf(error, this.#path);
    }
  }
}
