import { openConnection } from './connection.ts';
import { DirectRows } from './direct-rows.ts';
import { StoreError } from './errors.ts';
import { exportCache } from './exports/export-cache.ts';
import type { Figures } from './figure-sheets/read-figures.ts';
import { type RecordReader, ScriptReader } from './record-reader.ts';

/** The record, opened by a script to be read. */
export interface OpenedRecord {
  readonly read: RecordReader;
  /**
   * Reads what figures are counted from. Sheets that are stale are made anew and kept first, where the
   * file can be written; where it cannot, they are made for this once.
   * @param work whatever it reads through \`read\` and the figures is of one moment
   * @param onProgress hears how much of the making is done, from 0 to 1
   */
  figures<Result>(
    work: (figures: Figures) => Promise<Result>,
    onProgress?: (share: number) => void,
  ): Promise<Result>;
  close(): Promise<void>;
}

/** Pages of the file that are kept in memory, in kibibytes. */
const CACHE = 48_000;

/**
 * Opens the record to read it without the query builder, which takes a script longer to load than
 * everything else it does.
 * @param path the database file
 * @param timeout how long to wait for another process, in milliseconds
 * @throws StoreError when it cannot be opened; `readonly` with the reason `outdated` when it has to
 *   be migrated first
 */
export function openRecordFile(path: string, timeout: number): OpenedRecord {
  const { database, outdated } = openConnection({ path, readonly: true, create: false, timeout });
  if (outdated) {
    database.close();
    throw new StoreError('readonly', { path, reason: 'outdated' });
  }
  database.pragma(`cache_size = -${CACHE}`);
  const db = new DirectRows(database);
  const read = new ScriptReader(
    db,
    async (text, limit) => {
      const { readerOver } = await import('./reader-over.ts');
      return readerOver(database).customersMatching(text, limit);
    },
    async (query) => {
      // Nothing is read twice, so that memory for it is better spent on pages on their way out.
      database.pragma(`cache_size = -${exportCache}`);
      const { readBeside } = await import('./exports/read-beside.ts');
      return readBeside({ path, timeout, query });
    },
  );
  return {
    read,
    async figures(work, onProgress) {
      const { readFigures, readState } = await import('./figure-sheets/read-figures.ts');
      if ((await readState(db)).stale.length > 0) {
        const { freshenFigures } = await import('./figure-sheets/freshen-figures.ts');
        await freshenFigures(path, onProgress);
      }
      db.run('BEGIN', []);
      try {
        return await work(await readFigures(db));
      } finally {
        db.run('COMMIT', []);
      }
    },
    async close() {
      database.close();
    },
  };
}
