import type { ReadyRow } from './ready-row.ts';
import type { RowRead } from './row-reader.ts';

/**
 * Rows on their way from one thread to another. What is short goes as one text of JSON, which changes
 * hands faster than objects; what is long goes as the bytes that it will be in the record, which are
 * handed over and not copied.
 */
export interface PackedRows {
  /** `PackedRow[]` as JSON. */
  readonly rows: string;
  /** The long texts of each ready row, in their order, one after the other. */
  readonly texts: Uint8Array<ArrayBuffer>;
  /** The names of the columns of each table, which are the same in every row. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
}

type Values = ReadyRow['complaint']['values'];

type PackedRow =
  | Exclude<RowRead, { readonly kind: 'ready' }>
  | {
      readonly kind: 'ready';
      readonly ready: Omit<ReadyRow, Long | 'complaint' | 'outcomes'>;
      /** How many bytes its long texts take. */
      readonly lengths: readonly number[];
      readonly complaint: Values;
      readonly outcomes: readonly (readonly [ReadyRow['outcomes'][number][0], Values])[];
    };

type Long = 'raw' | 'state' | 'search';

/** @returns rows ready to change hands. */
export function packRows(rows: readonly RowRead[]): PackedRows {
  const texts: Uint8Array[] = [];
  const columns: Record<string, readonly string[]> = {};
  const packed = rows.map((read): PackedRow => {
    if (read.kind !== 'ready') return read;
    const { complaint, outcomes, raw, state, search, ...ready } = read.ready;
    texts.push(raw, state, search);
    columns['complaint'] ??= complaint.columns;
    for (const [table, row] of outcomes) columns[table] ??= row.columns;
    return {
      kind: 'ready',
      ready,
      lengths: [raw.length, state.length, search.length],
      complaint: complaint.values,
      outcomes: outcomes.map(([table, { values }]) => [table, values] as const),
    };
  });
  return { rows: JSON.stringify(packed), texts: inOne(texts), columns };
}

/** @returns the rows that were packed; their long texts are views on one piece of memory. */
export function unpackRows({ rows, texts, columns }: PackedRows): readonly RowRead[] {
  let at = 0;
  const next = (length = 0): Uint8Array => {
    at += length;
    return texts.subarray(at - length, at);
  };
  const of = (table: string, values: Values) => ({ columns: columns[table] ?? [], values });
  return (JSON.parse(rows) as readonly PackedRow[]).map((packed): RowRead => {
    if (packed.kind !== 'ready') return packed;
    const [raw, state, search] = packed.lengths;
    const long = { raw: next(raw), state: next(state), search: next(search) };
    const complaint = of('complaint', packed.complaint);
    const outcomes = packed.outcomes.map(([table, values]) => [table, of(table, values)] as const);
    return { kind: 'ready', ready: { ...packed.ready, ...long, complaint, outcomes } };
  });
}

/** Memory of its own: what small buffers share cannot be handed over. */
function inOne(texts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const one = new Uint8Array(texts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const text of texts) {
    one.set(text, at);
    at += text.length;
  }
  return one;
}
