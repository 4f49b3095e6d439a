/** What a list reads: rows from either end or beside one of them, and how many there are. */

import { type ComplaintId, complaintId, readRef } from '../rules/values.ts';
import type { ComplaintFilter, ComplaintSort } from '../store/find-complaints.ts';
import type { Reader } from '../store/reader.ts';
import { type ColumnName, fieldsOf } from './list-page/columns.ts';

export { type CellScene, cellText, isLate } from './list-page/cell-text.ts';
export {
  type ColumnName,
  columnNamed,
  columnNames,
  columnsOf,
  keepColumns,
  type ListColumn,
  listColumns,
  usualColumns,
} from './list-page/columns.ts';
export { type Completion, completeFilter } from './list-page/complete-filter.ts';
export { type FoundCustomer, findHits, type Hits } from './list-page/hits.ts';
export { type FilterRead, readFilter } from './list-page/read-filter.ts';
export type { ComplaintFilter, ComplaintSort };

/** One complaint on a list: the fields that its columns show, as machines have them. */
export interface ListRow {
  readonly id: ComplaintId;
  readonly record: Readonly<Record<string, unknown>>;
}

/** What is listed, in which order, and what is shown of it. */
export interface ListAsked {
  readonly filter: ComplaintFilter;
  readonly sort: ComplaintSort;
  readonly columns: readonly ColumnName[];
}

/** Some rows of the list, next to each other. */
export interface ListRows {
  readonly rows: readonly ListRow[];
  /** Whether there are no more in the direction that was read. */
  readonly done: boolean;
}

/** What a list needs of a desk: reading is all. */
export interface ListDesk {
  readonly store: { readonly read: Pick<Reader, 'countUpTo' | 'findComplaints' | 'records'> };
}

/**
 * Reads the rows behind one, or the first ones, in their order. It never skips rows and never reads
 * more than it gives: the page begins at a row, not at a number.
 * @param behind the complaint before the first row; without it, the list begins
 * @param limit how many at most
 */
export const readRows = (
  desk: ListDesk,
  asked: ListAsked,
  limit: number,
  behind?: ComplaintId,
): Promise<ListRows> => read(desk, asked, limit, behind);

/**
 * Reads the rows before one, or the last ones, in their order.
 * @param before the complaint after the last row; without it, the list ends
 */
export async function readRowsBefore(
  desk: ListDesk,
  asked: ListAsked,
  limit: number,
  before?: ComplaintId,
): Promise<ListRows> {
  const { rows, done } = await read(desk, turned(asked), limit, before);
  return { rows: rows.toReversed(), done };
}

/** Rows on both sides of a complaint, which stands among them if it is still on the list. */
export interface ListAround {
  readonly rows: readonly ListRow[];
  /** Whether nothing comes before the first of them. */
  readonly begins: boolean;
  /** Whether nothing comes behind the last of them. */
  readonly ends: boolean;
  /** The place of the complaint among them; of one that is no longer on the list, where it stood. */
  readonly at: number;
}

/**
 * Reads the list anew around a complaint, after something was written.
 * @param limit how many before it, and how many from it on
 */
export async function readAround(
  desk: ListDesk,
  asked: ListAsked,
  limit: number,
  id: ComplaintId,
): Promise<ListAround> {
  const before = await readRowsBefore(desk, asked, limit, id);
  // From the row before it, so that it comes only if it still belongs here.
  const from = await readRows(desk, asked, limit, before.rows.at(-1)?.id);
  return {
    rows: [...before.rows, ...from.rows],
    begins: before.done,
    ends: from.done,
    at: before.rows.length,
  };
}

/** Up to here complaints are counted; beyond, it is enough to know that there are more. */
export const MOST_COUNTED = 10_000;

/** @returns how many complaints are on the list; undefined for more than `MOST_COUNTED`. */
export async function countRows(
  { store }: ListDesk,
  { filter }: Pick<ListAsked, 'filter'>,
): Promise<number | undefined> {
  const count = await store.read.countUpTo(filter, MOST_COUNTED);
  return count > MOST_COUNTED ? undefined : count;
}

/** @returns how many come before this one; undefined for more than `MOST_COUNTED`. */
export async function countBefore(
  { store }: ListDesk,
  asked: ListAsked,
  id: ComplaintId,
): Promise<number | undefined> {
  const { filter, sort } = turned(asked);
  const limit = MOST_COUNTED + 1;
  const ids = await store.read.findComplaints({ filter, sort, limit, after: id });
  return ids.length > MOST_COUNTED ? undefined : ids.length;
}

async function read(
  { store }: ListDesk,
  { filter, sort, columns }: ListAsked,
  limit: number,
  after?: ComplaintId,
): Promise<ListRows> {
  const behind = after === undefined ? {} : { after };
  const ids = await store.read.findComplaints({ filter, sort, limit, ...behind });
  const records = await store.read.records(ids, fieldsOf(columns));
  const rows = records.flatMap((record): ListRow[] => {
    const id = readRef(String(record['reference']));
    return id === undefined ? [] : [{ id: complaintId(id), record }];
  });
  return { rows, done: ids.length < limit };
}

/** The same list from its other end: a keyset page goes one way only. */
const turned = (asked: ListAsked): ListAsked => ({
  ...asked,
  sort: { ...asked.sort, direction: asked.sort.direction === 'asc' ? 'desc' : 'asc' },
});
