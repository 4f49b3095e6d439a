import { Worker } from 'node:worker_threads';
import type { ImportFile } from './file-shape.ts';
import { unpackRows } from './packed-rows.ts';
import type { ReadingFacts } from './reading-facts.ts';
import type { PieceDone, PieceGiven } from './reading-thread.ts';
import type { RowRead } from './row-reader.ts';

/** The thread is a file of its own, beside this one in the sources and in what is built. */
const thread = import.meta.url.endsWith('.ts')
  ? './reading-thread.ts'
  : './desk-import-reading-thread.js';

/**
 * Pieces of the file that are under way at most, there and back: more than the largest transaction
 * takes, and twelve megabytes.
 */
const mostUnderWay = 48;

/** Rows of a file that a thread of their own reads, so that this one has time to write them. */
export class RowsBeside {
  readonly #file: ImportFile;
  readonly #worker: Worker;
  readonly #come: PieceDone[] = [];
  /** How long each piece is that was given and has not come back. */
  readonly #given: number[] = [];
  #rows = 0;
  #bytes = 0;
  #lost = false;
  #wake: () => void = () => {};

  constructor(file: ImportFile, facts: ReadingFacts) {
    this.#file = file;
    this.#worker = new Worker(new URL(thread, import.meta.url), {
      workerData: facts,
      // What goes wrong there goes wrong here again, and is told from here.
      stderr: true,
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: 24 },
    });
    this.#worker.on('message', (done: PieceDone) => {
      this.#come.push(done);
      this.#wake();
    });
    const lose = (): void => {
      this.#lost = true;
      this.#wake();
    };
    this.#worker.on('error', lose);
    this.#worker.on('exit', lose);
  }

  /** How many rows have come, with those in which nothing stands. */
  get rows(): number {
    return this.#rows;
  }

  /** How much of the file the rows are that have come. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * @returns the rows, as many at a time as end in a piece of the file; it ends early when the thread
   *   is lost. @throws whatever the reading of the file throws
   */
  async *read(): AsyncGenerator<readonly RowRead[], 'whole' | 'lost'> {
    const pieces = this.#file.open()[Symbol.asyncIterator]();
    let more = true;
    try {
      for (;;) {
        while (more && !this.#lost && this.#given.length < mostUnderWay) {
          const { value, done } = await pieces.next();
          more = done !== true;
          this.#give(done === true ? null : value);
        }
        const come = this.#come.shift();
        if (come !== undefined) {
          this.#rows = come.rows;
          this.#bytes += this.#given.shift() ?? 0;
          yield unpackRows(come.read);
          if (come.last) return 'whole';
        } else if (this.#lost) return 'lost';
        else await this.#news();
      }
    } finally {
      await pieces.return?.();
      await this.#worker.terminate();
    }
  }

  /** A copy goes: the piece itself may be a view on memory that is in use. */
  #give(piece: PieceGiven): void {
    this.#given.push(piece?.length ?? 0);
    const copy = piece === null ? null : new Uint8Array(piece);
    this.#worker.postMessage(copy, copy === null ? [] : [copy.buffer]);
  }

  async #news(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
  }
}
