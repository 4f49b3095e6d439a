/** What stands in a cell: text, nothing at all, or (in JSON) a list or an object. */
export type Cell = string | null | object;

/** Why a row cannot be read at all. */
export type RowFault = 'quote-open' | 'quote-within' | 'not-json' | 'not-an-object' | 'cells';

/** One row of a file, as it stands there. */
export interface FileRow {
  /** As spreadsheets count rows, and editors the lines of JSON: from 1, the header among them. */
  readonly row: number;
  /** In the order of the columns. */
  readonly cells: readonly Cell[];
  /** The row letter by letter, without its line end. */
  readonly raw: string;
  readonly fault?: RowFault;
}
