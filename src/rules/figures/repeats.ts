import { type Chunk, marks } from './sheets.ts';

/** So long after the one before, a complaint is still a repeat, in seconds: a year. */
export const REPEAT_WITHIN = 365 * 24 * 3600;

/** A minute and the number of a complaint fit into one number that sorts by both. */
const COMPLAINTS = 2 ** 27;

/** Finds the complaints of customers who had complained not long before (P40). */
export class Repeats {
  #order = new Float64Array(4096);
  #customers = new Uint32Array(4096);
  #length = 0;

  /** Looks at the complaints of a chunk. Merged ones are not complaints of their own. */
  add(chunk: Chunk): void {
    const { customer, received, marks: marked } = chunk.sheet('complaint');
    this.#customers = withRoom(this.#customers, chunk.first + customer.length, Uint32Array);
    this.#order = withRoom(this.#order, this.#length + customer.length, Float64Array);
    for (let row = 0; row < customer.length; row++) {
      const who = customer[row] ?? 0;
      if (who === 0 || ((marked[row] ?? 0) & marks.merged) !== 0) continue;
      const minute = Math.floor((received[row] ?? 0) / 60);
      this.#order[this.#length++] = minute * COMPLAINTS + chunk.first + row;
      this.#customers[chunk.first + row] = who;
    }
  }

  /** @returns 1 for the number of each complaint that is a repeat. */
  found(): Uint8Array {
    const order = this.#order.subarray(0, this.#length);
    if (!isRising(order)) order.sort();
    const repeats = new Uint8Array(this.#customers.length);
    const last = new Float64Array(
      this.#customers.reduce((most, who) => Math.max(most, who), 0) + 1,
    );
    last.fill(Number.NEGATIVE_INFINITY);
    for (const key of order) {
      const complaint = key % COMPLAINTS;
      const minute = Math.floor(key / COMPLAINTS);
      const who = this.#customers[complaint] ?? 0;
      if (minute - (last[who] ?? 0) <= REPEAT_WITHIN / 60) repeats[complaint] = 1;
      last[who] = minute;
    }
    return repeats;
  }
}

/** Complaints that nobody imported came in the order of their numbers. */
const isRising = (keys: Float64Array): boolean =>
  keys.every((key, at) => at === 0 || key > (keys[at - 1] ?? 0));

function withRoom<Numbers extends Uint32Array | Float64Array>(
  numbers: Numbers,
  least: number,
  make: new (length: number) => Numbers,
): Numbers {
  if (least <= numbers.length) return numbers;
  const more = new make(Math.max(least, numbers.length * 2));
  more.set(numbers);
  return more;
}
