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
import { DirectRows } from './direct-rows.ts';

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
  readonly #direct: DirectRows;

  constructor(database: SqliteDatabase) {
    this.#direct = new DirectRows(database);
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, changes, lastInsertRowid } = this.#direct.run<Row>(sql, parameters);
    return { rows, insertId: BigInt(lastInsertRowid), numAffectedRows: BigInt(changes) };
  }

  /** Long reads go page by page, which holds no lock; a stream would hold the only connection. */
  // biome-ignore lint/correctness/useYield: it never streams.
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('The store does not stream: read in pages.');
  }
}
