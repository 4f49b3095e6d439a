/** What a field holds, as far as its way out depends on it: only text is guarded, JSON is nested. */
export interface OutputField {
  readonly name: string;
  readonly kind: string;
}

/** One record by field name, its values as JSON has them. */
export type OutputRecord = Readonly<Record<string, unknown>>;

/** A way to write records: what stands before, between and after them. */
export interface Layout {
  readonly begin: string;
  /** @param first whether it is the first of all */
  record(record: OutputRecord, first: boolean): string;
  /** @param none whether there was no record at all */
  end(none: boolean): string;
}
