import type { ReadyRow } from './ready-row.ts';
import type { RowRead } from './row-reader.ts';

/**
 * Rows on their way from one thread to another. What is short goes as one text of JSON, which changes
 * hands faster than objects; what is long goes as it is, which saves escaping it and reading it again.
 */
export interface PackedRows {
  /** `PackedRow[]` as JSON. */
  readonly rows: string;
  /** The long texts of each ready row, in their order, one after the other. */
  readonly texts: readonly string[];
  /** The names of the columns of each table, which are the same in every row. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
}

type Values = ReadyRow['complaint']['values'];

type PackedRow =
  | Exclude<RowRead, { readonly kind: 'ready' }>
  | {
      readonly kind: 'ready';
      readonly ready: Omit<ReadyRow, Long | 'complaint' | 'outcomes'>;
      readonly complaint: Values;
      readonly outcomes: readonly (readonly [ReadyRow['outcomes'][number][0], Values])[];
    };

type Long = 'raw' | 'state' | 'search';

/** @returns rows ready to change hands. */
export function packRows(rows: readonly RowRead[]): PackedRows {
  const texts: string[] = [];
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
      complaint: complaint.values,
      outcomes: outcomes.map(([table, { values }]) => [table, values] as const),
    };
  });
  return { rows: JSON.stringify(packed), texts, columns };
}

/** @returns the rows that were packed. */
export function unpackRows({ rows, texts, columns }: PackedRows): readonly RowRead[] {
  const text = texts[Symbol.iterator]();
  const next = (): string => text.next().value ?? '';
  const of = (table: string, values: Values) => ({ columns: columns[table] ?? [], values });
  return (JSON.parse(rows) as readonly PackedRow[]).map((packed): RowRead => {
    if (packed.kind !== 'ready') return packed;
    const [raw, state, search] = [next(), next(), next()];
    const complaint = of('complaint', packed.complaint);
    const outcomes = packed.outcomes.map(([table, values]) => [table, of(table, values)] as const);
    return { kind: 'ready', ready: { ...packed.ready, raw, state, search, complaint, outcomes } };
  });
}
