import { settledAt } from './complaint-figures.ts';
import type { Chunk, SheetNamed } from './sheets.ts';
import type { Spans } from './spans.ts';
import { placeOfCost } from './tallied.ts';
import { onlySpans } from './tally-spans.ts';

/** A sum in the smallest unit of a currency, which is a number of a word. */
export interface NumberedSum {
  readonly minor: number;
  readonly currency: number;
}

/** What a remedy costs us when no sum was named, by the number of its word. */
export type UsualCost = (remedy: number) => NumberedSum | undefined;

/** What the remedies that customers chose cost, by group and span; each when it was settled. */
export class Costs {
  readonly #spans: Spans;
  readonly #usual: UsualCost;
  readonly #sums = new Map<number, number[]>();

  constructor(spans: Spans, usual: UsualCost) {
    this.#spans = spans;
    this.#usual = usual;
  }

  /** Adds up the complaints of a chunk; the parameters are those of `Counts.add`. */
  add(chunk: Chunk, groups: Uint32Array | undefined, passes: Uint8Array | undefined): void {
    const { remedy, amount, currency } = chunk.sheet('chosen');
    const complaint = chunk.sheet('complaint');
    for (let row = 0; row < remedy.length; row++) {
      if (remedy[row] === 0 || (passes !== undefined && passes[row] !== 1)) continue;
      const named = amount[row] ?? -1;
      const usual = named < 0 ? this.#usual(remedy[row] ?? 0) : undefined;
      const minor = named < 0 ? usual?.minor : named;
      if (minor === undefined || minor === 0) continue;
      const unit = usual?.currency ?? currency[row] ?? 0;
      const group = groups === undefined ? 0 : (groups[row] ?? 0);
      const at = group * this.#spans.size + this.#spans.of(settledAt(complaint, row));
      this.#put(unit, at, minor);
    }
  }

  /**
   * Adds up a whole chunk at once, where all of it lies within one span.
   * @returns whether it does; nothing was added otherwise
   */
  addTallied(tallies: SheetNamed<'tallies'>): boolean {
    const named = onlySpans(tallies, placeOfCost('named'), this.#spans);
    const unnamed = onlySpans(tallies, placeOfCost('unnamed'), this.#spans);
    if (named === undefined || unnamed === undefined) return false;
    for (const { group: currency, span, many } of named) this.#put(currency, span, many);
    for (const { group: remedy, span, many } of unnamed) {
      const usual = this.#usual(remedy);
      if (usual !== undefined) this.#put(usual.currency, span, many * usual.minor);
    }
    return true;
  }

  #put(currency: number, at: number, minor: number): void {
    const sums = this.#sums.get(currency) ?? [];
    if (sums.length === 0) this.#sums.set(currency, sums);
    sums[at] = (sums[at] ?? 0) + minor;
  }

  /** @returns what they cost between two cuts: one sum a currency, none for nothing. */
  between(since: number, until: number, group = 0): readonly NumberedSum[] {
    const [first, end] = this.#spans.between(since, until);
    return [...this.#sums].flatMap(([currency, sums]) => {
      let minor = 0;
      for (let span = first; span < end; span++)
        minor += sums[group * this.#spans.size + span] ?? 0;
      return minor === 0 ? [] : [{ minor, currency }];
    });
  }
}
