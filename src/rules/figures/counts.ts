import { forEachCounted, type Rows } from './rows.ts';
import type { SheetNamed } from './sheets.ts';
import type { Spans } from './spans.ts';
import { onlySpans } from './tally-spans.ts';

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
   * @param passes 1 for the complaints that are looked at; undefined for all
   */
  add(rows: Rows, passes: Uint8Array | undefined): void {
    forEachCounted(rows, passes, this.#spans, (place) => {
      if (place >= this.#counts.length) this.#grow(place);
      this.#counts[place] = (this.#counts[place] ?? 0) + 1;
    });
  }

  /**
   * Counts a whole chunk at once, where all that a question counts lies within one span.
   * @param place the question's, in `tallied`
   * @returns whether it does; nothing was counted otherwise
   */
  addTallied(tallies: SheetNamed<'tallies'>, place: number): boolean {
    const found = onlySpans(tallies, place, this.#spans);
    for (const { group, span, many } of found ?? []) {
      const at = group * this.#spans.size + span;
      if (at >= this.#counts.length) this.#grow(at);
      this.#counts[at] = (this.#counts[at] ?? 0) + many;
    }
    return found !== undefined;
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
