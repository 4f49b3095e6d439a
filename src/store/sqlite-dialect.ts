import type { Database as SqliteDatabase } from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { storeErrorOf } from './sqlite-errors.ts';
import { StatementCache } from './statement-cache.ts';
import { requireWellFormed } from './well-formed.ts';

/**
 * Kysely over an open better-sqlite3 database. It differs from Kysely's own in three things: a
 * transaction takes the write lock when it begins, prepared statements are kept, and texts that
 * SQLite would not give back unchanged are refused.
 * @param database open, with its pragmas set
 */
export function sqliteDialect(database: SqliteDatabase): Dialect {
  return {
    createDriver: () => new ImmediateDriver(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new TransactionalAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateDriver implements Driver {
  readonly #database: SqliteDatabase;
  readonly #connection: CachedConnection;

  constructor(database: SqliteDatabase) {
    this.#database = database;
    this.#connection = new CachedConnection(database);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }

  /**
   * A plain BEGIN would let a transaction read, and then fail at its first write without waiting,
   * because another had written since.
   */
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(begin);
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(commit);
  }

  /** On a full disk SQLite has rolled back by itself; saying it twice would hide the reason. */
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await connection.executeQuery(rollback);
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    this.#database.close();
  }
}

const begin = CompiledQuery.raw('begin immediate');
const commit = CompiledQuery.raw('commit');
const rollback = CompiledQuery.raw('rollback');

class CachedConnection implements DatabaseConnection {
  readonly #statements: StatementCache;
  readonly #path: string;

  constructor(database: SqliteDatabase) {
    this.#statements = new StatementCache(database);
    this.#path = database.name;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    for (const value of query.parameters) if (typeof value === 'string') requireWellFormed(value);
    try {
      const statement = this.#statements.prepare(query.sql);
      if (statement.reader) return { rows: statement.all(query.parameters) as Row[] };
      const { changes, lastInsertRowid } = statement.run(query.parameters);
      return {
        insertId: BigInt(lastInsertRowid),
        numAffectedRows: BigInt(changes),
        rows: [],
      };
    } catch (error) {
      throw storeErrorOf(error, this.#path);
    }
  }

  /** Long reads go page by page, which holds no lock; a stream would hold the only connection. */
  // biome-ignore lint/correctness/useYield: it never streams.
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('The store does not stream: read in pages.');
  }
}
