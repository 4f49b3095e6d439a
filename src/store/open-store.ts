import type { Database as SqliteDatabase } from 'better-sqlite3';
import { Kysely } from 'kysely';
import { backupTo } from './backup.ts';
import { openConnection } from './connection.ts';
import { StoreError } from './errors.ts';
import { type Head, HeadFile } from './head-file.ts';
import type { ImportWriter } from './import-writer.ts';
import { migrate } from './migrate.ts';
import type { Queryable } from './prepared.ts';
import { askCountry } from './queries/customers.ts';
import { Reader } from './reader.ts';
import type { Database } from './schema.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { storeErrorOf } from './sqlite-errors.ts';
import { Transactor } from './transactor.ts';
import { type Verification, verifyLog } from './verify.ts';

/** Which file, and how it is opened. */
export interface StoreOptions {
  /** The database file. */
  readonly path: string;
  /** Refuses every write. */
  readonly readonly?: boolean;
  /** Whether a file that is not there is made; it is, unless this or `readonly` says otherwise. */
  readonly create?: boolean;
  /** How long to wait for another process's write, in milliseconds; 5,000 if not given. */
  readonly timeout?: number;
  /** The time in epoch milliseconds, for the names of backups. */
  readonly now?: () => number;
}

/** The record on disk. */
export interface Store {
  readonly path: string;
  readonly readonly: boolean;
  /** Reads outside any transaction. Inside `transact` only its transactor may be used. */
  readonly read: Reader;
  /**
   * Does some reading and writing as one: when it returns, all of it is on the disk; when it
   * throws, nothing was done. The write lock is taken at its start, so what it reads stays true
   * until it ends.
   * @throws StoreError `locked` when another process keeps the lock, `full`, `readonly`; and
   * whatever `work` throws
   */
  transact<Result>(work: (tx: Transactor) => Promise<Result>): Promise<Result>;
  /** @returns the newest event's place and hash, or undefined for an empty log. */
  head(): Promise<Head | undefined>;
  /** @returns the head that the file beside the database remembers. */
  rememberedHead(): Head | undefined;
  /**
   * Walks the whole log against its hashes and against the remembered head.
   * @param expect a hash that was printed once, 64 hexadecimal digits; it must be in the log
   */
  verify(expect?: string): Promise<Verification>;
  /** Asks SQLite whether the file is sound. @returns what it finds wrong; empty when all is well. */
  quickCheck(): string[];
  /**
   * @returns a number that becomes another one when another connection has written (SQLite's
   *   `PRAGMA data_version`); what this one writes does not change it
   * @throws StoreError when SQLite cannot read
   */
  dataVersion(): number;
  /**
   * @returns what imports write with; while one is under way nothing else of this store is used
   * @throws StoreError `readonly`
   */
  importWriter(): Promise<ImportWriter>;
  /** Copies the record, consistently and while it is in use. @returns the path of the copy. */
  backup(path: string): Promise<string>;
  /** Closes the file. Nothing of the store works afterwards. */
  close(): Promise<void>;
}

/** @see the busy_timeout of the design. */
const patience = 5000;

/**
 * Opens the record, making and migrating it as needed. A file that is up to date costs one look at
 * its version.
 * @throws StoreError when it cannot be opened, is not ours, or comes from a newer version
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { path, readonly = false, create = !readonly, timeout = patience } = options;
  const { database, outdated } = openConnection({ path, readonly, create, timeout });
  if (outdated) await bringUpToDate(database, readonly, options.now ?? Date.now);
  return new SqliteStore(path, readonly, database);
}

async function bringUpToDate(
  database: SqliteDatabase,
  readonly: boolean,
  now: () => number,
): Promise<void> {
  try {
    if (readonly) throw new StoreError('readonly', { path: database.name, reason: 'outdated' });
    // Loaded only when needed: an ordinary start has nothing to migrate.
    const { migrations } = await import('./migrations/index.ts');
    await migrate(database, migrations, now());
  } catch (error) {
    const path = database.name;
    database.close();
    throw storeErrorOf(error, path);
  }
}

class SqliteStore implements Store {
  readonly path: string;
  readonly readonly: boolean;
  readonly read: Reader;
  readonly #database: SqliteDatabase;
  readonly #db: Queryable;
  readonly #headFile: HeadFile;

  constructor(path: string, readonly: boolean, database: SqliteDatabase) {
    this.path = path;
    this.readonly = readonly;
    this.#database = database;
    this.#db = new Kysely<Database>({ dialect: sqliteDialect(database) });
    this.#headFile = new HeadFile(path);
    this.read = new Reader(this.#db);
  }

  async transact<Result>(work: (tx: Transactor) => Promise<Result>): Promise<Result> {
    if (this.readonly) throw new StoreError('readonly', { path: this.path });
    let head: Head | undefined;
    const result = await this.#db.transaction().execute(async (transaction) => {
      const tx = new Transactor(transaction);
      const done = await work(tx);
      head = tx.newHead;
      return done;
    });
    if (head !== undefined) this.#headFile.write(head);
    return result;
  }

  async head(): Promise<Head | undefined> {
    return await this.read.head();
  }

  rememberedHead(): Head | undefined {
    return this.#headFile.read();
  }

  async verify(expect?: string): Promise<Verification> {
    const remembered = this.rememberedHead();
    return await verifyLog(
      this.#db,
      expect === undefined ? { remembered } : { remembered, expect },
    );
  }

  quickCheck(): string[] {
    try {
      const found = this.#database.prepare('PRAGMA quick_check').pluck().all().map(String);
      return found.filter((line) => line !== 'ok');
    } catch (error) {
      throw storeErrorOf(error, this.path);
    }
  }

  dataVersion(): number {
    try {
      return Number(this.#database.pragma('data_version', { simple: true }));
    } catch (error) {
      throw storeErrorOf(error, this.path);
    }
  }

  async importWriter(): Promise<ImportWriter> {
    if (this.readonly) throw new StoreError('readonly', { path: this.path });
    // Loaded only when something is imported.
    const { ImportWriter } = await import('./import-writer.ts');
    return new ImportWriter(this.#database, this.#headFile, askCountry(this.#db));
  }

  async backup(path: string): Promise<string> {
    return await backupTo(this.path, path);
  }

  async close(): Promise<void> {
    this.#headFile.close();
    // Kysely closes only what it has used, and waits for what is under way.
    await this.#db.destroy();
    if (this.#database.open) this.#database.close();
  }
}
