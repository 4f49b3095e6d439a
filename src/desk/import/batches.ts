import { setTimeout } from 'node:timers/promises';
import type { ImportWriter } from '../../store/import-writer.ts';

/** The shortest rest beside others, in milliseconds; see unhurried.ts. */
const shortest = 8;
/** How long a batch may keep others from writing while somebody else works here, in milliseconds. */
const beside = 5;
/** How long one may take where nobody has written for a while: whoever comes then waits once. */
const alone = 1500;
/** After somebody else wrote, they are thought to be here for so long, in milliseconds. */
const here = 120_000;
const most = 5000;

/**
 * How many rows go into a transaction, and how long it is rested after one. Alone an import hurries;
 * as soon as another window writes anything it goes in small steps, and rests twice as long as each
 * took, so that whoever answers a customer never waits for it.
 */
export class Batches {
  readonly #writer: ImportWriter;
  #version: number;
  #seen = Number.NEGATIVE_INFINITY;
  /** Milliseconds a row. */
  #pace = 0.5;
  #took = 0;
  #others = false;

  constructor(writer: ImportWriter) {
    this.#writer = writer;
    this.#version = writer.dataVersion();
  }

  /** How many rows the next transaction takes. */
  get size(): number {
    const room = this.#othersHere() ? beside : alone;
    return Math.max(1, Math.min(most, Math.floor(room / this.#pace)));
  }

  /** Writes one batch. @throws StoreError */
  write<Done>(rows: number, work: () => Done): Done {
    const started = performance.now();
    const done = this.#writer.atOnce(work);
    const took = performance.now() - started;
    const pace = took / Math.max(1, rows);
    this.#pace = this.#pace * 0.7 + pace * 0.3;
    this.#took = took;
    return done;
  }

  /** Lets others in. */
  async rest(): Promise<void> {
    await setTimeout(this.#othersHere() ? Math.max(shortest, 2 * this.#took) : 1);
  }

  #othersHere(): boolean {
    const version = this.#writer.dataVersion();
    const now = performance.now();
    if (version !== this.#version) this.#seen = now;
    this.#version = version;
    const others = now - this.#seen < here;
    if (others !== this.#others) this.#writer.makeRoom(others);
    this.#others = others;
    return others;
  }
}
