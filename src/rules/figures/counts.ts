import type { Spans } from './spans.ts';

/** How many rows there are, by group and span. */
export class Counts {
  readonly #spans: Spans;
  #counts: Float64Array;

  constructor(spans: Spans) {
    this.#spans = spans;
    this.#counts = new Float64Array(spans.size);
  }

  /**
   * Counts the rows of a chunk.
   * @param moments 0 for a row that does not count
   * @param passes 1 for the complaints that are looked at
   * @param complaintOf the complaint's place of each row; none where rows are complaints
   * @param groupOf the group of each row; none for one group
   */
  add(
    moments: Uint32Array,
    passes: Uint8Array,
    complaintOf: Uint16Array | undefined,
    groupOf: ((row: number) => number) | undefined,
  ): void {
    const spans = this.#spans;
    const { size } = spans;
    for (let row = 0; row < moments.length; row++) {
      const moment = moments[row] ?? 0;
      if (moment === 0) continue;
      if (passes[complaintOf === undefined ? row : (complaintOf[row] ?? 0)] !== 1) continue;
      const at = (groupOf === undefined ? 0 : groupOf(row)) * size + spans.of(moment);
      if (at >= this.#counts.length) this.#grow(at);
      this.#counts[at] = (this.#counts[at] ?? 0) + 1;
    }
  }

  /** How many groups there are numbers for. */
  get groups(): number {
    return Math.ceil(this.#counts.length / this.#spans.size);
  }

  /** @returns how many rows of a group count from one moment to another, both cuts. */
  between(since: number, until: number, group = 0): number {
    const [first, end] = this.#spans.between(since, until);
    return this.#sum(group, first, end);
  }

  /** @returns how many rows of a group counted before a moment, which is a cut. */
  before(moment: number, group = 0): number {
    return this.#sum(group, 0, this.#spans.of(moment));
  }

  #sum(group: number, first: number, end: number): number {
    const { size } = this.#spans;
    let sum = 0;
    for (let span = first; span < end; span++) sum += this.#counts[group * size + span] ?? 0;
    return sum;
  }

  #grow(least: number): void {
    const counts = new Float64Array(Math.max(least + 1, this.#counts.length * 2));
    counts.set(this.#counts);
    this.#counts = counts;
  }
}
