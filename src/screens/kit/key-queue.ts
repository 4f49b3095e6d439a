import type { Key } from './keys.ts';

/**
 * Takes keys one after the other: one that asks the desk for something holds the next back, so that
 * hurried fingers answer the question they mean.
 */
export class KeyQueue {
  readonly #take: (key: Key) => Promise<void>;
  readonly #waiting: Key[] = [];
  #working = false;

  /** @param take does what a key means; must not throw */
  constructor(take: (key: Key) => Promise<void>) {
    this.#take = take;
  }

  /** Whether no key waits behind the one that is being taken. */
  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  press(keys: readonly Key[]): void {
    this.#waiting.push(...keys);
    if (!this.#working) void this.#work();
  }

  async #work(): Promise<void> {
    this.#working = true;
    for (let key = this.#waiting.shift(); key !== undefined; key = this.#waiting.shift()) {
      await this.#take(key);
    }
    this.#working = false;
  }
}
