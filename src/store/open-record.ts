import { openConnection } from './connection.ts';
import { DirectRows } from './direct-rows.ts';
import { StoreError } from './errors.ts';
import { type RecordReader, ScriptReader } from './record-reader.ts';

/** The record, opened by a script to be read. */
export interface OpenedRecord {
  readonly read: RecordReader;
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
  // An export meets every customer in no order; where they are kept, a third less is read.
  database.pragma(`cache_size = -${CACHE}`);
  const read = new ScriptReader(new DirectRows(database), async (text, limit) => {
    const { readerOver } = await import('./reader-over.ts');
    return readerOver(database).customersMatching(text, limit);
  });
  return {
    read,
    async close() {
      database.close();
    },
  };
}
