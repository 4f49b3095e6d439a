import { OrderOf } from './date-order.ts';
import { readDateShape } from './date-text.ts';
import type { FileRow } from './file-row.ts';
import type { ImportField } from './import-fields.ts';

/** Most of what stands in a column has to be what it is taken for. */
const share = 0.9;
/** A column of more different words is no choice. */
const mostWords = 30;

/** The first rows, a column at a time. */
export class Sample {
  readonly #columns: readonly string[];
  readonly #rows: readonly FileRow[];

  constructor(columns: readonly string[], rows: readonly FileRow[]) {
    this.#columns = columns;
    this.#rows = rows.filter(({ fault }) => fault === undefined);
  }

  texts(column: string): readonly { readonly row: number; readonly text: string }[] {
    const at = this.#columns.indexOf(column);
    return this.#rows.flatMap(({ row, cells }) => {
      const cell = cells[at];
      return typeof cell === 'string' && cell.trim() !== '' ? [{ row, text: cell.trim() }] : [];
    });
  }

  /** @returns the different texts of a column, as long as they are few. */
  words(column: string): readonly string[] {
    const words = this.#different(column);
    return words.size > mostWords ? [] : [...words];
  }

  fits(column: string, kind: ImportField['kind']): boolean {
    const texts = this.texts(column);
    if (kind === 'list') return false;
    if (kind === 'text') return texts.length > 0;
    if (kind === 'choice') return texts.length > 0 && this.words(column).length > 0;
    return this.mostAre(column, (text) => isOf(kind, text));
  }

  /** @returns whether something stands in a column, and most of it is such a text. */
  mostAre(column: string, isSuch: (text: string) => boolean): boolean {
    const texts = this.texts(column);
    const such = texts.filter(({ text }) => isSuch(text));
    return texts.length > 0 && such.length >= texts.length * share;
  }

  /** @returns whether what stands in a column is seldom the same twice. */
  mostDiffer(column: string): boolean {
    return 2 * this.#different(column).size > this.texts(column).length;
  }

  /** @returns how long the texts of a column are in the middle; 0 for an empty one. */
  middleLength(column: string): number {
    const lengths = this.texts(column).map(({ text }) => text.length);
    return lengths.sort((one, other) => one - other)[Math.floor(lengths.length / 2)] ?? 0;
  }

  order(column: string) {
    const order = new OrderOf(column);
    for (const { row, text } of this.texts(column)) order.add(row, text);
    return order.found;
  }

  isUnique(column: string): boolean {
    const many = this.#rows.length;
    return this.texts(column).length === many && this.#different(column).size === many;
  }

  #different(column: string): ReadonlySet<string> {
    return new Set(this.texts(column).map(({ text }) => text));
  }
}

function isOf(kind: ImportField['kind'], text: string): boolean {
  switch (kind) {
    case 'time':
    case 'day':
      return readDateShape(text) !== undefined;
    case 'whole':
      return /^\d{1,9}$/.test(text);
    case 'yes-no':
      return /^(true|false|yes|no|y|n|0|1)$/i.test(text);
    case 'sum':
      return /\d/.test(text) && !/\p{L}{4}/u.test(text);
    default:
      return true;
  }
}
