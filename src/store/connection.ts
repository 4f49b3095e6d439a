import Sqlite, { type Database as SqliteDatabase } from 'better-sqlite3';
import { StoreError } from './errors.ts';
import { requireKnown, versionOf } from './migrate.ts';
import { setPragmas } from './pragmas.ts';
import { prepareFile } from './private-file.ts';
import { applicationId, schemaVersion } from './schema.ts';
import { storeErrorOf } from './sqlite-errors.ts';

/** Which file, and how it is opened. */
export interface ConnectionOptions {
  readonly path: string;
  /** Refuses every write, and never creates the file. */
  readonly readonly: boolean;
  /** Whether a file that is not there is made. */
  readonly create: boolean;
  /** How long to wait for another process's write, in milliseconds. */
  readonly timeout: number;
}

/**
 * Opens the file, makes sure that it is ours and that every safeguard is on.
 * @returns the open database, and whether it needs migrating
 * @throws StoreError when it cannot be opened, is not ours, is newer than we are, or is refused by
 * a SQLite that is too old
 */
export function openConnection(options: ConnectionOptions): {
  database: SqliteDatabase;
  outdated: boolean;
} {
  const { path, readonly, timeout } = options;
  prepareFile(path, options);
  let database: SqliteDatabase | undefined;
  try {
    database = new Sqlite(path, { readonly, timeout, fileMustExist: true });
    requireSafeSqlite(database);
    const version = versionOf(database);
    requireOurs(database, version, readonly);
    requireKnown(version, schemaVersion, path);
    setPragmas(database, { readonly, timeout });
    return { database, outdated: version < schemaVersion };
  } catch (error) {
    database?.close();
    throw storeErrorOf(error, path);
  }
}

/** Before 3.51.3 two connections that write and checkpoint at once can lose a commit. */
const safeSqlite = [3, 51, 3] as const;

function requireSafeSqlite(database: SqliteDatabase): void {
  const version = String(database.prepare('SELECT sqlite_version()').pluck().get());
  requireSafeVersion(version);
}

/**
 * @param version of the SQLite library, `3.54.1`
 * @throws StoreError `old-sqlite` below 3.51.3
 */
export function requireSafeVersion(version: string): void {
  const parts = version.split('.').map(Number);
  for (const [index, least] of safeSqlite.entries()) {
    const part = parts[index] ?? 0;
    if (part > least) return;
    if (part < least) throw new StoreError('old-sqlite', { version, least: safeSqlite.join('.') });
  }
}

/** A new, empty file is ours to fill; any other must carry our mark. */
function requireOurs(database: SqliteDatabase, version: number, readonly: boolean): void {
  const mark = database.pragma('application_id', { simple: true });
  if (mark === applicationId) return;
  const empty =
    mark === 0 &&
    version === 0 &&
    database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
  if (!empty || readonly) throw new StoreError('not-a-database', { path: database.name });
}
