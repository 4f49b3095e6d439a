import type { Database } from 'better-sqlite3';
import type { SqlRows } from './sql-rows.ts';
import { storeErrorOf } from './sqlite-errors.ts';
import { StatementCache } from './statement-cache.ts';
import { requireWellFormed } from './well-formed.ts';

/** SQL text on an open database, with its statements kept. */
export class DirectRows implements SqlRows {
  readonly #statements: StatementCache;
  readonly #path: string;

  constructor(database: Database) {
    this.#statements = new StatementCache(database);
    this.#path = database.name;
  }

  async rows<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    for (const value of values) if (typeof value === 'string') requireWellFormed(value);
    try {
      return this.#statements.prepare(sql).all(values) as Row[];
    } catch (error) {
      throw storeErrorOf(error, this.#path);
    }
  }
}
