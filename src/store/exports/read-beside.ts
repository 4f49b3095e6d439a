import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Beside } from './pages-in-order.ts';
import type { PageAsked, PageRead, ThreadWork } from './reading-thread.ts';

/** The thread is a file of its own, beside this one in the sources and in what is built. */
const thread = import.meta.url.endsWith('.ts')
  ? './reading-thread.ts'
  : './store-exports-reading-thread.js';

/**
 * Starts a thread that reads pages of an export.
 * @returns it; undefined on a computer with one core, where it would only be in the way
 */
export async function readBeside<Row>(work: ThreadWork): Promise<Beside<Row> | undefined> {
  if (availableParallelism() < 2) return undefined;
  const worker = new Worker(new URL(thread, import.meta.url), {
    workerData: work,
    // What goes wrong there is read here again, and told from here.
    stderr: true,
    execArgv: [],
  });
  worker.unref();
  return new ReadingThread<Row>(worker);
}

class ReadingThread<Row> implements Beside<Row> {
  readonly #worker: Worker;
  readonly #asked = new Map<number, readonly unknown[]>();
  #come = new Map<number, Row[]>();
  #wake: () => void = () => {};
  #lost = false;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', ({ at, rows }: PageRead) => {
      this.#asked.delete(at);
      this.#come.set(at, rows as Row[]);
      this.#wake();
    });
    const lose = (): void => {
      this.#lost = true;
      this.#wake();
    };
    worker.on('error', lose);
    worker.on('exit', lose);
  }

  get asked(): ReadonlyMap<number, readonly unknown[]> {
    return this.#asked;
  }

  get lost(): boolean {
    return this.#lost;
  }

  ask(at: number, values: readonly unknown[]): void {
    this.#asked.set(at, values);
    const asked: PageAsked = { at, values };
    this.#worker.postMessage(asked);
  }

  come(): ReadonlyMap<number, Row[]> {
    const come = this.#come;
    if (come.size > 0) this.#come = new Map();
    return come;
  }

  async news(): Promise<void> {
    if (this.#lost || this.#come.size > 0) return;
    // While it is waited for, it counts as work that is not done.
    this.#worker.ref();
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    this.#worker.unref();
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
