/**
 * Some moments that cut time into spans, and the spans between them. Span 0 is all that was before the
 * first cut, the last one all that comes after the last.
 */
export class Spans {
  readonly #cuts: readonly number[];
  #first = 0;
  #end = 0;
  #last = 0;

  /** @param cuts whole seconds, rising */
  constructor(cuts: readonly number[]) {
    this.#cuts = cuts;
  }

  /** How many spans there are: one more than cuts. */
  get size(): number {
    return this.#cuts.length + 1;
  }

  /** @returns the span in which a moment lies. Complaints come in order: mostly it is the one before. */
  of(moment: number): number {
    if (moment < this.#first || moment >= this.#end) this.#look(moment);
    return this.#last;
  }

  /**
   * @param since a cut
   * @param until a later cut
   * @returns the spans from the one to the other, the first and the one behind the last
   */
  between(since: number, until: number): readonly [first: number, end: number] {
    return [this.of(since), this.of(until)];
  }

  #look(moment: number): void {
    let low = 0;
    let high = this.#cuts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#cuts[middle] ?? 0) <= moment) low = middle + 1;
      else high = middle;
    }
    this.#last = low;
    this.#first = this.#cuts[low - 1] ?? Number.NEGATIVE_INFINITY;
    this.#end = this.#cuts[low] ?? Number.POSITIVE_INFINITY;
  }
}
