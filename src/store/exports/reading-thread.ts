import { parentPort, workerData } from 'node:worker_threads';
import { openConnection } from '../connection.ts';
import { DirectRows } from '../direct-rows.ts';
import { exportCache } from './export-cache.ts';

/** What the thread is started with. */
export interface ThreadWork {
  readonly path: string;
  /** How long to wait for another process, in milliseconds. */
  readonly timeout: number;
  readonly query: string;
}

/** One page to be read. */
export interface PageAsked {
  readonly at: number;
  readonly values: readonly unknown[];
}

/** One page that was read; its bytes change hands and are not copied. */
export interface PageRead {
  readonly at: number;
  readonly rows: readonly unknown[];
}

/** Reads pages of an export on a connection of its own. Whatever goes wrong ends the thread. */
async function serve({ path, timeout, query }: ThreadWork): Promise<void> {
  const { database } = openConnection({ path, readonly: true, create: false, timeout });
  database.pragma(`cache_size = -${exportCache}`);
  const rows = new DirectRows(database);
  parentPort?.on('message', ({ at, values }: PageAsked) => {
    const read: PageRead = { at, rows: rows.run(query, values).rows };
    parentPort?.postMessage(read, read.rows.flatMap(memoryOf));
  });
}

/** The memory of a row that can change hands: of bytes that have a piece of memory to themselves. */
const memoryOf = (row: unknown): ArrayBuffer[] =>
  Object.values(row ?? {}).flatMap((value) =>
    value instanceof Uint8Array &&
    value.buffer instanceof ArrayBuffer &&
    value.byteLength === value.buffer.byteLength
      ? [value.buffer]
      : [],
  );

await serve(workerData);
