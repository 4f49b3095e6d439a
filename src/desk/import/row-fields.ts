import type { Cell, FileRow } from './file-row.ts';
import {
  type ImportField,
  type ImportFieldName,
  importFieldNames,
  importFields,
} from './import-fields.ts';
import { columnsIn, type FieldSource, type Mapping } from './mapping.ts';

/** Where a field is found in the rows of a file. */
interface Place {
  readonly from: FieldSource;
  readonly at: readonly number[];
  /** What words are called here, by their lower case. */
  readonly values: ReadonlyMap<string, string> | undefined;
}

/** Blanks of any script alone are nothing that somebody wrote. */
const isBlank = (cell: Cell): boolean =>
  cell === null || (typeof cell === 'string' && cell.trim() === '');

/**
 * Finds the fields of a mapping in the rows of a file. In JSON a row can bring a column that none
 * before it had; the places are looked up again then.
 */
export class RowFields {
  readonly mapping: Mapping;
  readonly #guarded: boolean;
  #columns = 0;
  #places = new Map<ImportFieldName, Place>();
  #ids: readonly number[] = [];
  #others: readonly (readonly [name: string, at: number])[] = [];

  /** @param guarded texts of the file have an apostrophe before what a spreadsheet would run */
  constructor(mapping: Mapping, guarded: boolean) {
    this.mapping = mapping;
    this.#guarded = guarded;
  }

  /** Gets ready for rows with these columns. */
  look(columns: readonly string[]): void {
    if (columns.length === this.#columns) return;
    this.#columns = columns.length;
    const places = new Map(columns.map((name, at) => [name, at] as const));
    const placesOf = (names: readonly string[]): readonly number[] =>
      names.flatMap((name) => places.get(name) ?? []);
    this.#places = new Map(
      importFieldNames.flatMap((name) => {
        const from = this.mapping.fields[name];
        if (from === undefined) return [];
        const values =
          from.values &&
          new Map(Object.entries(from.values).map(([word, as]) => [word.toLowerCase(), as]));
        return [[name, { from, at: placesOf(from.columns), values }] as const];
      }),
    );
    this.#ids = placesOf(this.mapping.id);
    const read = columnsIn(this.mapping);
    this.#others =
      this.mapping.rest === 'drop'
        ? []
        : columns.flatMap((name, at) =>
            read.has(name) || ours.has(name) ? [] : [[name, at] as const],
          );
  }

  /** @returns whether the file has a column for a field. */
  has(field: ImportFieldName): boolean {
    return (this.#places.get(field)?.at.length ?? 0) > 0;
  }

  /** @returns what stands in a field: text, or a list; null for nothing. */
  cell(row: FileRow, field: ImportFieldName): Cell {
    const place = this.#places.get(field);
    if (place === undefined) return null;
    const [first = -1] = place.at;
    if (this.mapping.exact) return this.#plain(row.cells[first] ?? null, importFields[field]);
    const parts = place.at
      .map((at) => row.cells[at] ?? null)
      .filter((cell) => !isBlank(cell))
      .map(textOf);
    const { join = '\n', otherwise = null } = place.from;
    // In a cause the slash parts the group from what is within it.
    const apart = field === 'cause' && join === '/' ? parts.map(withoutSlash) : parts;
    const text = apart.join(join);
    if (text === '') return otherwise;
    const known = place.values?.get(text.trim().toLowerCase());
    return known === '' ? null : (known ?? text);
  }

  /** @returns the text of a field; undefined for none. */
  text(row: FileRow, field: ImportFieldName): string | undefined {
    const cell = this.cell(row, field);
    return cell === null ? undefined : textOf(cell);
  }

  /** @returns the complaint's number where it comes from; undefined where it has none. */
  id(row: FileRow): string | undefined {
    const parts = this.#ids.map((at) => textOf(row.cells[at] ?? null).trim());
    return parts.every((part) => part === '') ? undefined : parts.join('/');
  }

  /** @returns the text of the columns that have no place here, by their names. */
  rest(row: FileRow): Readonly<Record<string, string>> | undefined {
    const found = this.#others.flatMap(([name, at]) => {
      const cell = row.cells[at] ?? null;
      return isBlank(cell) ? [] : [[name, textOf(cell)] as const];
    });
    return found.length === 0 ? undefined : Object.fromEntries(found);
  }

  /** In our own export only text is guarded. */
  #plain(cell: Cell, { kind }: ImportField): Cell {
    if (!this.#guarded || kind !== 'text' || typeof cell !== 'string') return cell;
    return cell.startsWith("'") ? unguarded(cell) : cell;
  }
}

/** Columns that our own files of rejected rows have beside the original ones. */
export const rejectColumns = ['amends_row', 'amends_reason'] as const;
const ours: ReadonlySet<string> = new Set(rejectColumns);

/** @returns a text as it was before the export guarded it (see store/machine-form.ts). */
const unguarded = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

const withoutSlash = (part: string): string => part.replaceAll('/', '-');

const textOf = (cell: Cell): string =>
  cell === null ? '' : typeof cell === 'string' ? cell : JSON.stringify(cell);
