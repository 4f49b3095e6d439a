import type { RowValues } from '../../store/import-rows.ts';
import type { OutcomeTable } from '../../store/import-writer.ts';
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
  /** The lists of columns that rows have; most have one of a few. */
  readonly columns: readonly (readonly string[])[];
}

/** A row's values behind the place of its list of columns. */
type PackedValues = readonly [columns: number, values: RowValues['values']];

type PackedRow =
  | Exclude<RowRead, { readonly kind: 'ready' }>
  | {
      readonly kind: 'ready';
      readonly ready: Omit<ReadyRow, Long | 'complaint' | 'outcomes'>;
      /** How many bytes its long texts take. */
      readonly lengths: readonly number[];
      readonly complaint: PackedValues;
      readonly outcomes: readonly (readonly [OutcomeTable, PackedValues])[];
    };

type Long = 'raw' | 'state' | 'search';

/** What goes in another way: JSON leaves out what is undefined. */
const leftOut = {
  raw: undefined,
  state: undefined,
  search: undefined,
  complaint: undefined,
  outcomes: undefined,
};

/** @returns rows ready to change hands. */
export function packRows(rows: readonly RowRead[]): PackedRows {
  const texts: Uint8Array[] = [];
  const lists = new Lists();
  const packed = rows.map((read): PackedRow => {
    if (read.kind !== 'ready') return read;
    const { complaint, outcomes, raw, state, search } = read.ready;
    texts.push(raw, state, search);
    return {
      kind: 'ready',
      ready: { ...read.ready, ...leftOut },
      lengths: [raw.length, state.length, search.length],
      complaint: lists.pack(complaint),
      outcomes: outcomes.map(([table, row]) => [table, lists.pack(row)] as const),
    };
  });
  return { rows: JSON.stringify(packed), texts: inOne(texts), columns: lists.all };
}

/** @returns the rows that were packed; their long texts are views on one piece of memory. */
export function unpackRows({ rows, texts, columns }: PackedRows): readonly RowRead[] {
  let at = 0;
  const next = (length = 0): Uint8Array => {
    at += length;
    return texts.subarray(at - length, at);
  };
  const of = ([list, values]: PackedValues) => ({ columns: columns[list] ?? [], values });
  return (JSON.parse(rows) as readonly PackedRow[]).map((packed): RowRead => {
    if (packed.kind !== 'ready') return packed;
    const [raw, state, search] = packed.lengths;
    const long = { raw: next(raw), state: next(state), search: next(search) };
    const complaint = of(packed.complaint);
    const outcomes = packed.outcomes.map(([table, values]) => [table, of(values)] as const);
    return { kind: 'ready', ready: { ...packed.ready, ...long, complaint, outcomes } };
  });
}

/** Lists of columns, each of them once. */
class Lists {
  readonly #places = new Map<string, number>();
  readonly all: (readonly string[])[] = [];

  pack({ columns, values }: RowValues): PackedValues {
    const names = columns.join();
    let place = this.#places.get(names);
    if (place === undefined) {
      place = this.all.push(columns) - 1;
      this.#places.set(names, place);
    }
    return [place, values];
  }
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
