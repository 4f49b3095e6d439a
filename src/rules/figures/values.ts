import { quantileOf } from './quantile.ts';
import { forEachCounted, type Rows } from './rows.ts';
import type { SheetNamed } from './sheets.ts';
import type { Spans } from './spans.ts';
import { onlySpans } from './tally-spans.ts';

/** The numbers of some rows, kept by group and span until their middle is asked for. */
export class Values {
  readonly #spans: Spans;
  readonly #kept: Pile[] = [];

  constructor(spans: Spans) {
    this.#spans = spans;
  }

  /**
   * Keeps the numbers of a chunk.
   * @param values one for each row
   * @param passes 1 for the complaints that are looked at; undefined for all
   */
  add(rows: Rows, values: ArrayLike<number>, passes: Uint8Array | undefined): void {
    forEachCounted(rows, passes, this.#spans, (place, row) => {
      this.#pile(place).put(values[row] ?? 0);
    });
  }

  /**
   * Keeps all numbers of a chunk at once, where they all lie within one span.
   * @param place of the question that counts their rows, in `tallied`
   * @param whole gives all of the numbers
   * @returns whether they do; nothing was kept otherwise
   */
  addTallied(
    tallies: SheetNamed<'tallies'>,
    place: number,
    whole: () => ArrayLike<number>,
  ): boolean {
    const found = onlySpans(tallies, place, this.#spans);
    // Nobody can ask for what lies before the first cut or after the last.
    const asked = found?.filter(({ span }) => span > 0 && span < this.#spans.size - 1) ?? [];
    for (const { span } of asked) this.#pile(span).putAll(whole());
    return found !== undefined;
  }

  /** @returns how many there are between two cuts. */
  count(since: number, until: number, group = 0): number {
    return this.#piles(since, until, group).reduce((all, { length }) => all + length, 0);
  }

  /**
   * @param share 0.5 for the median, 0.9 for what nine of ten do not exceed
   * @returns the nearest-rank quantile, or undefined where there are none
   */
  quantile(share: number, since: number, until: number, group = 0): number | undefined {
    return quantileOf(this.#between(since, until, group), share);
  }

  /** All numbers between two cuts, put together once: their order does not matter. */
  #between(since: number, until: number, group: number): Uint32Array {
    const key = `${since} ${until} ${group}`;
    if (this.#together?.key === key) return this.#together.numbers;
    const piles = this.#piles(since, until, group);
    const numbers = new Uint32Array(piles.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const pile of piles) {
      numbers.set(pile, at);
      at += pile.length;
    }
    this.#together = { key, numbers };
    return numbers;
  }
  #together: { readonly key: string; readonly numbers: Uint32Array } | undefined;

  #pile(at: number): Pile {
    const known = this.#kept[at];
    if (known !== undefined) return known;
    const pile = new Pile();
    this.#kept[at] = pile;
    return pile;
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
    if (this.#length === this.#numbers.length) this.#grow(this.#length + 1);
    this.#numbers[this.#length++] = number;
  }

  putAll(numbers: ArrayLike<number>): void {
    const length = this.#length + numbers.length;
    if (length > this.#numbers.length) this.#grow(length);
    this.#numbers.set(numbers, this.#length);
    this.#length = length;
  }

  #grow(least: number): void {
    const more = new Uint32Array(Math.max(least, this.#length * 2));
    more.set(this.#numbers.subarray(0, this.#length));
    this.#numbers = more;
  }

  numbers(): Uint32Array {
    return this.#numbers.subarray(0, this.#length);
  }
}
