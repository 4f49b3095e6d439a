import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import type { Database as SqliteDatabase } from 'better-sqlite3';
import { storeErrorOf } from './sqlite-errors.ts';

/** Pages copied at a step; between steps the event loop gets its turn (a gap of about 4 ms). */
const pagesAStep = 100;

/**
 * Copies a database in use, consistently. Copying the file itself would miss what is still in its
 * write-ahead log.
 * @param database open
 * @param path where the copy goes; it appears there only when it is whole, readable by its owner alone
 * @returns the path
 * @throws StoreError when SQLite cannot read or write
 */
export async function backupTo(database: SqliteDatabase, path: string): Promise<string> {
  const unfinished = `${path}.part`;
  try {
    closeSync(openSync(unfinished, 'w', 0o600));
    await database.backup(unfinished, { progress: () => pagesAStep });
    renameSync(unfinished, path);
    return path;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw storeErrorOf(error, path);
  }
}
