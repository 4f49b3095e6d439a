import type { FileRow } from './file-row.ts';

/** What separates cells. */
export type Delimiter = ',' | ';' | '\t' | '|';
export const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];

/** A row longer than this is no row but a quotation mark that nobody closed. */
const longestRow = 64 * 1024 * 1024;

/**
 * Cuts a text into rows (RFC 4180): any delimiter, line ends of LF, CRLF or CR, quoted cells with
 * line ends and doubled quotation marks in them. Our own and no package, since it must tell an empty
 * cell from one with an empty text, give back a refused row letter by letter, and never stumble: a
 * quotation mark out of place is the fault of its row alone.
 * @param pieces the text, in pieces as they come
 * @param first the number of the first row, as spreadsheets count: blank lines count, and are no rows
 * @returns the rows that end in each piece
 */
export async function* csvRows(
  pieces: AsyncIterable<string>,
  delimiter: string,
  first = 1,
): AsyncGenerator<readonly FileRow[], void> {
  const cutter = new RowCutter(delimiter, first);
  for await (const piece of pieces) {
    cutter.add(piece);
    yield cutter.rows(false);
  }
  yield cutter.rows(true);
}

/** @returns the rows of a text; a last one that may go on is left out unless the text is `whole`. */
export function csvRowsIn(text: string, delimiter: string, whole: boolean): readonly FileRow[] {
  const cutter = new RowCutter(delimiter, 1);
  cutter.add(text);
  return cutter.rows(whole);
}

type Cut = Pick<FileRow, 'cells' | 'raw' | 'fault'>;

class RowCutter {
  readonly #delimiter: string;
  #text = '';
  #at = 0;
  /** The next delimiter and the next line end, as far as they were looked for. */
  #nextDelimiter = -1;
  #nextBreak = -1;
  #row: number;
  /** No row ends before there is so much: a cell of megabytes is not searched at every piece of it. */
  #wanted = 0;

  constructor(delimiter: string, first: number) {
    this.#delimiter = delimiter;
    this.#row = first - 1;
  }

  add(piece: string): void {
    this.#text = this.#at === 0 ? this.#text + piece : this.#text.slice(this.#at) + piece;
    this.#at = 0;
  }

  /** Cuts off all rows that are whole; blank lines are counted, and are none. */
  rows(last: boolean): readonly FileRow[] {
    const rows: FileRow[] = [];
    // It may begin again with a row that was not whole.
    this.#nextDelimiter = -1;
    this.#nextBreak = -1;
    for (;;) {
      const from = this.#at;
      const length = this.#text.length - from;
      if (length <= 0 || (!last && length < this.#wanted)) return rows;
      const cut = this.#next(last);
      this.#wanted = cut === undefined ? Math.min(2 * length, longestRow) : 0;
      if (cut === undefined) return rows;
      this.#row++;
      if (cut.raw !== '') rows.push({ row: this.#row, ...cut });
    }
  }

  /** @returns the next row; undefined when it needs more text. */
  #next(last: boolean): Cut | undefined {
    const text = this.#text;
    const from = this.#at;
    const cells: (string | null)[] = [];
    let fault: 'quote-open' | 'quote-within' | undefined;
    for (let at = from; ; ) {
      const quoted = text.charCodeAt(at) === QUOTE;
      let end: number;
      if (quoted) {
        const cell = this.#quotedCell(at);
        if (cell === undefined) {
          if (!last && text.length - from < longestRow) return undefined;
          // Up to its end the text could be anything: it is given back as one row that is refused.
          this.#at = text.length;
          return { cells, raw: text.slice(from).replace(/[\r\n]+$/, ''), fault: 'quote-open' };
        }
        cells.push(cell.text);
        end = cell.end;
        if (!this.#isEnd(end)) {
          fault = 'quote-within';
          end = this.#endFrom(end);
        }
      } else {
        end = this.#endFrom(at);
        cells.push(end === at ? null : text.slice(at, end));
      }
      if (text.startsWith(this.#delimiter, end) && end < text.length) {
        at = end + 1;
        continue;
      }
      // At the end of what is here, a line end may still come, or the second half of one.
      if (!last && end >= text.length - 1) return undefined;
      this.#at = end + (text.startsWith('\r\n', end) ? 2 : 1);
      return { cells, raw: text.slice(from, end), ...(fault && { fault }) };
    }
  }

  /** @returns the text of a quoted cell and where it ends; undefined when it does not. */
  #quotedCell(at: number): { readonly text: string; readonly end: number } | undefined {
    const text = this.#text;
    let doubled = false;
    for (let end = text.indexOf('"', at + 1); end !== -1; end = text.indexOf('"', end + 2)) {
      if (text.charCodeAt(end + 1) !== QUOTE) {
        const cell = text.slice(at + 1, end);
        return { text: doubled ? cell.replace(/""/g, '"') : cell, end: end + 1 };
      }
      doubled = true;
    }
    return undefined;
  }

  #isEnd(at: number): boolean {
    const code = this.#text.charCodeAt(at);
    return (
      at >= this.#text.length ||
      code === LF ||
      code === CR ||
      this.#text.startsWith(this.#delimiter, at)
    );
  }

  #endFrom(at: number): number {
    if (this.#nextDelimiter < at) this.#nextDelimiter = this.#find(this.#delimiter, at);
    if (this.#nextBreak < at) this.#nextBreak = this.#findBreak(at);
    return Math.min(this.#nextDelimiter, this.#nextBreak);
  }

  #find(what: string, from: number): number {
    const at = this.#text.indexOf(what, from);
    return at === -1 ? this.#text.length : at;
  }

  #findBreak(from: number): number {
    lineEnd.lastIndex = from;
    return lineEnd.exec(this.#text)?.index ?? this.#text.length;
  }
}

const lineEnd = /[\r\n]/g;

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
