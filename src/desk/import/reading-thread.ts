import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { type PackedRows, packRows } from './packed-rows.ts';
import type { ReadingFacts } from './reading-facts.ts';
import { type RowRead, RowReader } from './row-reader.ts';

/** A piece of the file, from its beginning; null behind the last. */
export type PieceGiven = Uint8Array | null;

/** What came of one piece. */
export interface PieceDone {
  /** The rows that ended in it. */
  readonly read: PackedRows;
  /** Rows read so far, with those in which nothing stands. */
  readonly rows: number;
  readonly last: boolean;
}

/** Reads the rows of a file that comes in pieces. Whatever goes wrong ends the thread. */
async function serve(facts: ReadingFacts): Promise<void> {
  const port = parentPort;
  if (port === null) return;
  const given: PieceGiven[] = [];
  let wake = (): void => {};
  port.on('message', (piece: PieceGiven) => {
    given.push(piece);
    wake();
  });
  const reader = await RowReader.of(facts);
  let gathered: RowRead[] = [];
  const done = (last: boolean): void => {
    const piece: PieceDone = { read: packRows(gathered), rows: reader.rows, last };
    port.postMessage(piece, [piece.read.texts.buffer]);
    gathered = [];
  };
  async function* pieces(): AsyncGenerator<Uint8Array, void> {
    for (;;) {
      const piece = given.shift();
      if (piece === null) return;
      if (piece === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      yield piece;
      // Asked for the next one, it has read all rows that end in this one.
      done(false);
    }
  }
  for await (const rows of reader.read({ open: pieces })) gathered = gathered.concat(rows);
  done(true);
  port.close();
}

/**
 * Lets whoever works at the desk go first, and the thread that holds the record's lock. Only Linux
 * takes it for this thread; elsewhere the whole import would be slowed down.
 */
function stepBack(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Where that is not allowed, it reads like everybody else.
  }
}

stepBack();
await serve(workerData);
