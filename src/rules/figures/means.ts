import { forEachCounted, type Rows } from './rows.ts';
import type { SheetNamed } from './sheets.ts';
import type { Spans } from './spans.ts';
import { onlySpans } from './tally-spans.ts';

/** The mean of the numbers of some rows, by group and span. */
export class Means {
  readonly #spans: Spans;
  readonly #sums: number[] = [];
  readonly #counts: number[] = [];

  constructor(spans: Spans) {
    this.#spans = spans;
  }

  /** Takes the numbers of a chunk; the parameters are those of `Values.add`. */
  add(rows: Rows, values: ArrayLike<number>, passes: Uint8Array | undefined): void {
    forEachCounted(rows, passes, this.#spans, (place, row) => {
      this.#put(place, 1, values[row] ?? 0);
    });
  }

  /**
   * Takes a whole chunk at once, where all of it lies within one span.
   * @param count the place of the question how many there are, in `tallied`
   * @param sum the place of the question what they come to
   * @returns whether it does; nothing was taken otherwise
   */
  addTallied(tallies: SheetNamed<'tallies'>, count: number, sum: number): boolean {
    const counts = onlySpans(tallies, count, this.#spans);
    const sums = onlySpans(tallies, sum, this.#spans);
    if (counts === undefined || sums === undefined) return false;
    for (const { group, span, many } of counts) this.#put(group * this.#spans.size + span, many, 0);
    for (const { group, span, many } of sums) this.#put(group * this.#spans.size + span, 0, many);
    return true;
  }

  /** @returns the mean between two cuts, or undefined where there are none. */
  mean(since: number, until: number, group = 0): number | undefined {
    const [first, end] = this.#spans.between(since, until);
    let [count, sum] = [0, 0];
    for (let span = first; span < end; span++) {
      count += this.#counts[group * this.#spans.size + span] ?? 0;
      sum += this.#sums[group * this.#spans.size + span] ?? 0;
    }
    return count === 0 ? undefined : sum / count;
  }

  #put(at: number, count: number, sum: number): void {
    this.#counts[at] = (this.#counts[at] ?? 0) + count;
    this.#sums[at] = (this.#sums[at] ?? 0) + sum;
  }
}
