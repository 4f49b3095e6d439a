import { csvRows, csvRowsIn } from './csv-rows.ts';
import { decode } from './decode.ts';
import { findDelimiter } from './delimiter.ts';
import { type Encoding, findEncoding } from './encoding.ts';
import type { FileRow } from './file-row.ts';
import { JsonRows } from './json-rows.ts';

/** A file to import. It is read twice at most: once for its dates, once for good. */
export interface ImportFile {
  /** In pieces, from the beginning. */
  readonly open: () => AsyncIterable<Uint8Array>;
  /** In bytes. */
  readonly size: number;
}

/** What somebody knows better than the program finds out. */
export interface ShapeSaid {
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: string | undefined;
}

/** How a file is to be read. */
export interface FileShape {
  readonly kind: 'csv' | 'json' | 'jsonl';
  readonly encoding: Encoding;
  /** What separates cells; undefined in JSON. */
  readonly delimiter?: string;
  /** Bytes before the text. */
  readonly mark: number;
  /** Rows up to the header, with it. */
  readonly head: number;
  readonly columns: readonly string[];
  /** The header letter by letter; empty in JSON. */
  readonly headerRaw: string;
  /** The first rows behind the header, a thousand at most. */
  readonly first: readonly FileRow[];
}

/** What cannot be imported at all, whatever the mapping. */
export type ShapeFault = 'empty-file' | 'spreadsheet' | 'compressed' | 'no-rows';

export const firstRows = 1000;
const sampleBytes = 1024 * 1024;

/** Finds out how a file is to be read. */
export async function findShape(
  file: ImportFile,
  said: ShapeSaid = {},
): Promise<FileShape | { readonly fault: ShapeFault }> {
  const sample = await beginningOf(file);
  if (sample.length === 0) return { fault: 'empty-file' };
  const fault = notText(sample);
  if (fault !== undefined) return { fault };
  const found = findEncoding(sample);
  const encoding = said.encoding ?? found.encoding;
  const mark = encoding.slice(0, 6) === found.encoding.slice(0, 6) ? found.mark : 0;
  const whole = sample.length >= file.size;
  let text = '';
  for await (const piece of decode(once(sample.subarray(mark)), encoding)) text += piece;
  if (text.trim() === '') return { fault: 'empty-file' };
  const bytes = { encoding, mark };
  return /^\s*[[{]/.test(text) && said.delimiter === undefined
    ? jsonShape(text, whole, bytes)
    : csvShape(text, whole, said.delimiter, bytes);
}

type Bytes = Pick<FileShape, 'encoding' | 'mark'>;

function jsonShape(text: string, whole: boolean, bytes: Bytes): FileShape {
  const [line = ''] = text.trimStart().split('\n', 1);
  const lines = line.startsWith('{') && isJson(line);
  const reader = new JsonRows();
  const first = reader.rowsIn(text, lines, whole).slice(0, firstRows);
  const kind = lines ? 'jsonl' : 'json';
  return { ...bytes, kind, head: 0, headerRaw: '', columns: reader.columns, first };
}

function csvShape(
  text: string,
  whole: boolean,
  said: string | undefined,
  bytes: Bytes,
): FileShape | { readonly fault: ShapeFault } {
  // Spreadsheets write a first line of their own that names the delimiter.
  const named = /^sep=(.)\r?\n/.exec(text)?.[1];
  const delimiter = said ?? named ?? findDelimiter(text, whole);
  const rows = csvRowsIn(text, delimiter, whole);
  const header = rows[named === undefined ? 0 : 1];
  if (header === undefined) return { fault: 'no-rows' };
  const first = rows.filter(({ row }) => row > header.row).slice(0, firstRows);
  const columns = columnNames(header.cells.map((cell) => String(cell ?? '')));
  const { row: head, raw: headerRaw } = header;
  return { ...bytes, kind: 'csv', delimiter, head, headerRaw, columns, first };
}

/** Every column has a name of its own: one without is `column 3`, a second of the same name `Name (2)`. */
function columnNames(cells: readonly string[]): string[] {
  const taken = new Set<string>();
  return cells.map((cell, index) => {
    const plain = cell.trim() === '' ? `column ${index + 1}` : cell.trim();
    let name = plain;
    for (let again = 2; taken.has(name); again++) name = `${plain} (${again})`;
    taken.add(name);
    return name;
  });
}

/** Some rows of a file, with the columns as far as they are known by then. */
export interface SomeRows {
  readonly rows: readonly FileRow[];
  readonly columns: readonly string[];
}

/** @returns all rows behind the header, as many at a time as end in a piece of the file. */
export async function* rowsOf(
  file: Pick<ImportFile, 'open'>,
  shape: Omit<FileShape, 'first'>,
): AsyncGenerator<SomeRows, void> {
  const { encoding, mark, delimiter, kind, head, columns } = shape;
  const pieces = decode(behind(file.open(), mark), encoding);
  if (kind === 'csv' && delimiter !== undefined) {
    for await (const some of csvRows(pieces, delimiter)) {
      const rows = some.filter(({ row }) => row > head).map((row) => even(row, columns.length));
      yield { rows, columns };
    }
    return;
  }
  const reader = new JsonRows();
  for await (const rows of reader.rows(pieces, kind === 'jsonl')) {
    yield { rows, columns: reader.columns };
  }
}

/** A row with another number of cells is a line end, or a delimiter, that nobody meant. */
function even(row: FileRow, width: number): FileRow {
  const { cells, fault } = row;
  if (cells.length === width || fault !== undefined) return row;
  const empty = cells.slice(width).every((cell) => cell === null || cell === '');
  return cells.length > width && empty ? row : { ...row, fault: 'cells' };
}

async function beginningOf({ open }: ImportFile): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of open()) {
    pieces.push(piece);
    length += piece.length;
    if (length >= sampleBytes) break;
  }
  return Buffer.concat(pieces);
}

async function* behind(
  pieces: AsyncIterable<Uint8Array>,
  mark: number,
): AsyncGenerator<Uint8Array, void> {
  let left = mark;
  for await (const piece of pieces) {
    const from = Math.min(left, piece.length);
    left -= from;
    yield from === 0 ? piece : piece.subarray(from);
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield bytes;
}

/** What people hand over by mistake, told by its first bytes. */
function notText([first = 0, second = 0, third = 0]: Uint8Array): ShapeFault | undefined {
  // A ZIP (XLSX, ODS), and the older XLS.
  if (first === 0x50 && second === 0x4b && third === 0x03) return 'spreadsheet';
  if (first === 0xd0 && second === 0xcf && third === 0x11) return 'spreadsheet';
  return first === 0x1f && second === 0x8b ? 'compressed' : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
