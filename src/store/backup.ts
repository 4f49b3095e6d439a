import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { storeErrorOf } from './sqlite-errors.ts';

/** Pages copied at a step; between steps the event loop gets its turn (a gap of about 4 ms). */
const pagesAStep = 100;

/**
 * Copies a database in use, consistently. Copying the file itself would miss what is still in its
 * write-ahead log. The copy is read through a connection of its own: through one that is in the
 * middle of a write, better-sqlite3 makes an empty file and reports success.
 * @param source the path of the database
 * @param path where the copy goes; it appears there only when it is whole, for its owner's eyes only
 * @returns the path of the copy
 * @throws StoreError when the one cannot be read or the other not be written
 */
export async function backupTo(source: string, path: string): Promise<string> {
  const unfinished = `${path}.part`;
  let reading: Sqlite.Database | undefined;
  try {
    closeSync(openSync(unfinished, 'w', 0o600));
    reading = new Sqlite(source, { readonly: true, fileMustExist: true });
    // One snapshot for all steps: otherwise every write by others starts the copy anew.
    reading.exec('BEGIN; SELECT count(*) FROM sqlite_schema');
    await reading.backup(unfinished, { progress: () => pagesAStep });
    renameSync(unfinished, path);
    return path;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw storeErrorOf(error, path);
  } finally {
    reading?.close();
  }
}
