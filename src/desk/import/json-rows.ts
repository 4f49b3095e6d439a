import type { Cell, FileRow, RowFault } from './file-row.ts';

/**
 * Reads the objects of a JSON file one by one: of JSON lines, of one array around all, or one behind
 * the other. A column is a name; its cells are text, as the numbers stand in the file.
 */
export class JsonRows {
  /** The names met so far, in the order in which they came. */
  readonly columns: string[] = [];
  readonly #places = new Map<string, number>();

  /**
   * @param pieces the text, in pieces as they come
   * @param lines each line is an object of its own, so that a broken one spoils no other
   * @returns the rows that end in each piece
   */
  async *rows(
    pieces: AsyncIterable<string>,
    lines: boolean,
  ): AsyncGenerator<readonly FileRow[], void> {
    const cutter = new ValueCutter(lines);
    for await (const piece of pieces) yield [...this.#read(cutter, piece, false)];
    yield [...this.#read(cutter, '', true)];
  }

  /** @returns the rows of a text; a last one that may go on is left out unless the text is `whole`. */
  rowsIn(text: string, lines: boolean, whole: boolean): FileRow[] {
    return [...this.#read(new ValueCutter(lines), text, whole)];
  }

  *#read(cutter: ValueCutter, piece: string, last: boolean): Generator<FileRow, void> {
    for (const { row, raw } of cutter.cut(piece, last)) yield { row, raw, ...this.#cellsOf(raw) };
  }

  #cellsOf(raw: string): { readonly cells: readonly Cell[]; readonly fault?: RowFault } {
    let value: unknown;
    try {
      value = parseKeepingNumbers(raw);
    } catch {
      return { cells: [], fault: 'not-json' };
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return { cells: [], fault: 'not-an-object' };
    }
    const cells: Cell[] = this.columns.map(() => null);
    for (const [name, inner] of Object.entries(value)) {
      let place = this.#places.get(name);
      if (place === undefined) {
        place = this.columns.push(name) - 1;
        this.#places.set(name, place);
      }
      while (cells.length < place) cells.push(null);
      cells[place] = cellOf(inner);
    }
    return { cells };
  }
}

function cellOf(value: unknown): Cell {
  if (value === null || typeof value === 'string') return value;
  return typeof value === 'object' ? value : String(value);
}

/** A number that a program cannot hold, or would write in another way, stays the text that it is. */
const delicate = /\d{16}|\d\.\d*0(?!\d)|\d[eE]|-0/;

function parseKeepingNumbers(raw: string): unknown {
  if (!delicate.test(raw)) return JSON.parse(raw);
  return JSON.parse(raw, (_: string, value: unknown, context?: { readonly source?: string }) =>
    typeof value === 'number' ? (context?.source ?? value) : value,
  );
}

/** Cuts a text into values without reading them. */
class ValueCutter {
  readonly #lines: boolean;
  #text = '';
  #at = 0;
  #row = 0;
  /** How far it has looked, and in what it stands there. */
  #seen = 0;
  #depth = 0;
  #inText = false;
  #from = -1;
  #inArray = false;

  constructor(lines: boolean) {
    this.#lines = lines;
  }

  *cut(piece: string, last: boolean): Generator<{ row: number; raw: string }, void> {
    this.#text = this.#text.slice(this.#at) + piece;
    this.#seen -= this.#at;
    if (this.#from >= 0) this.#from -= this.#at;
    this.#at = 0;
    yield* this.#lines ? this.#cutLines(last) : this.#cutValues(last);
  }

  *#cutLines(last: boolean): Generator<{ row: number; raw: string }, void> {
    for (
      let end = this.#text.indexOf('\n', this.#seen);
      ;
      end = this.#text.indexOf('\n', this.#at)
    ) {
      const stop = end === -1 && last ? this.#text.length : end;
      if (stop === -1 || this.#at >= this.#text.length) break;
      this.#row++;
      const raw = this.#text.slice(this.#at, stop).replace(/\r$/, '');
      this.#at = stop + 1;
      if (raw.trim() !== '') yield { row: this.#row, raw };
    }
    this.#seen = this.#text.length;
    this.#at = Math.min(this.#at, this.#text.length);
  }

  *#cutValues(last: boolean): Generator<{ row: number; raw: string }, void> {
    const text = this.#text;
    for (; this.#seen < text.length; this.#seen++) {
      const code = text.charCodeAt(this.#seen);
      if (this.#inText) {
        if (code === BACKSLASH) this.#seen++;
        else if (code === QUOTE) this.#inText = false;
        continue;
      }
      if (code === QUOTE) this.#inText = true;
      if (this.#from < 0) {
        if (code <= SPACE || code === COMMA) continue;
        if (code === OPEN_ARRAY && !this.#inArray && this.#row === 0) {
          this.#inArray = true;
          continue;
        }
        if (code === CLOSE_ARRAY && this.#inArray) continue;
        this.#from = this.#seen;
        this.#depth = 0;
      }
      if (code === OPEN_ARRAY || code === OPEN_OBJECT) this.#depth++;
      else if (code === CLOSE_ARRAY || code === CLOSE_OBJECT) this.#depth--;
      if (
        this.#depth < 0 ||
        (this.#depth === 0 && (code === CLOSE_ARRAY || code === CLOSE_OBJECT))
      ) {
        yield this.#value(this.#seen + 1);
      } else if (this.#depth === 0 && code === COMMA) {
        yield this.#value(this.#seen);
      }
    }
    if (last && this.#from >= 0) yield this.#value(text.length);
    else if (this.#from < 0) this.#at = Math.min(this.#seen, text.length);
    else this.#at = this.#from;
  }

  #value(end: number): { row: number; raw: string } {
    const raw = this.#text.slice(this.#from, end);
    this.#from = -1;
    this.#row++;
    return { row: this.#row, raw };
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const COMMA = 0x2c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
