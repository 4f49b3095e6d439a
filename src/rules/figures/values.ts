import { quantileOf } from './quantile.ts';
import type { Spans } from './spans.ts';

/** The numbers of some rows, kept by group and span until their middle is asked for. */
export class Values {
  readonly #spans: Spans;
  readonly #kept: Pile[] = [];

  constructor(spans: Spans) {
    this.#spans = spans;
  }

  /** Keeps the numbers of a chunk; the parameters are those of `Counts.add`. */
  add(
    moments: Uint32Array,
    values: ArrayLike<number>,
    passes: Uint8Array,
    complaintOf: Uint16Array | undefined,
    groupOf: ((row: number) => number) | undefined,
  ): void {
    const { size } = this.#spans;
    for (let row = 0; row < moments.length; row++) {
      const moment = moments[row] ?? 0;
      if (moment === 0) continue;
      if (passes[complaintOf === undefined ? row : (complaintOf[row] ?? 0)] !== 1) continue;
      const at = (groupOf === undefined ? 0 : groupOf(row)) * size + this.#spans.of(moment);
      let pile = this.#kept[at];
      if (pile === undefined) {
        pile = new Pile();
        this.#kept[at] = pile;
      }
      pile.put(values[row] ?? 0);
    }
  }

  /** @returns how many there are between two cuts. */
  count(since: number, until: number, group = 0): number {
    return this.#piles(since, until, group).reduce((all, { length }) => all + length, 0);
  }

  /** @returns their mean, or undefined where there are none. */
  mean(since: number, until: number, group = 0): number | undefined {
    const piles = this.#piles(since, until, group);
    const count = piles.reduce((all, { length }) => all + length, 0);
    if (count === 0) return undefined;
    return piles.reduce((all, pile) => all + pile.reduce((sum, one) => sum + one, 0), 0) / count;
  }

  /**
   * @param share 0.5 for the median, 0.9 for what nine of ten do not exceed
   * @returns the nearest-rank quantile, or undefined where there are none
   */
  quantile(share: number, since: number, until: number, group = 0): number | undefined {
    const piles = this.#piles(since, until, group);
    const [only] = piles;
    if (piles.length === 1 && only !== undefined) return quantileOf(only, share);
    const all = new Uint32Array(piles.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const pile of piles) {
      all.set(pile, at);
      at += pile.length;
    }
    return quantileOf(all, share);
  }

  #piles(since: number, until: number, group: number): readonly Uint32Array[] {
    const [first, end] = this.#spans.between(since, until);
    const piles: Uint32Array[] = [];
    for (let span = first; span < end; span++) {
      const pile = this.#kept[group * this.#spans.size + span];
      if (pile !== undefined) piles.push(pile.numbers());
    }
    return piles;
  }
}

/** Numbers that become more. */
class Pile {
  #numbers = new Uint32Array(64);
  #length = 0;

  put(number: number): void {
    if (this.#length === this.#numbers.length) {
      const more = new Uint32Array(this.#length * 2);
      more.set(this.#numbers);
      this.#numbers = more;
    }
    this.#numbers[this.#length++] = number;
  }

  numbers(): Uint32Array {
    return this.#numbers.subarray(0, this.#length);
  }
}
