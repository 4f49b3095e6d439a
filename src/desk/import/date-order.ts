import { type DateOrder, inOrder, readDateShape } from './date-text.ts';

/** What the values of a column say about the order of day and month in it. */
export interface OrderFound {
  readonly column: string;
  /** Values that can only be read one way, and how many; the rows of the first few. */
  readonly dayFirst: { readonly many: number; readonly rows: readonly number[] };
  readonly monthFirst: { readonly many: number; readonly rows: readonly number[] };
  /** Values that could be both. */
  readonly either: { readonly many: number; readonly rows: readonly number[] };
  /**
   * - `told`: no value of three numbers leaves it open
   * - an order: every value fits it, and at least one fits no other
   * - `open`: every value fits both
   * - `contradicts`: some fit only the one, others only the other
   */
  readonly order: DateOrder | 'told' | 'open' | 'contradicts';
}

/** How many rows are named. */
const named = 3;

class Tally {
  many = 0;
  readonly rows: number[] = [];

  count(row: number): void {
    this.many++;
    if (this.rows.length < named) this.rows.push(row);
  }
}

/** Gathers a whole column before it says in which order its dates are. */
export class OrderOf {
  readonly column: string;
  readonly #dayFirst = new Tally();
  readonly #monthFirst = new Tally();
  readonly #either = new Tally();

  constructor(column: string) {
    this.column = column;
  }

  add(row: number, text: string): void {
    const shape = readDateShape(text);
    if (shape === undefined || 'date' in shape) return;
    const dayFirst = inOrder(shape, 'dmy');
    const monthFirst = inOrder(shape, 'mdy');
    if (dayFirst !== undefined && monthFirst !== undefined) {
      // The third of the third is the same day in both.
      if (dayFirst.day !== monthFirst.day) this.#either.count(row);
    } else if (dayFirst !== undefined) this.#dayFirst.count(row);
    else if (monthFirst !== undefined) this.#monthFirst.count(row);
  }

  get found(): OrderFound {
    return {
      column: this.column,
      dayFirst: this.#dayFirst,
      monthFirst: this.#monthFirst,
      either: this.#either,
      order: this.#order(),
    };
  }

  #order(): OrderFound['order'] {
    const day = this.#dayFirst.many > 0;
    const month = this.#monthFirst.many > 0;
    if (day && month) return 'contradicts';
    if (day) return 'dmy';
    if (month) return 'mdy';
    return this.#either.many > 0 ? 'open' : 'told';
  }
}
