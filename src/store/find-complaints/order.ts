import type { SqlRows } from '../sql-rows.ts';
import type { ComplaintSort } from './filter.ts';
import { type Piece, piece } from './piece.ts';

/** An order of the list, and where in it a page begins. */
export interface Order extends ComplaintSort {
  /** The complaint right before the page. */
  readonly from?: { readonly place: number; readonly id: number };
}

const indexes = {
  id: 'number',
  opened_at: 'opened',
  updated_at: 'updated',
  answer_due: 'due',
} as const;

/** The index that has the complaints in this order, with everything that a filter asks. */
export const indexOf = ({ by }: Order): string =>
  `complaint AS c INDEXED BY complaint_${indexes[by]}`;

/** @returns an ORDER BY, the first first. */
export const orderBy = ({ by, direction }: Order): string =>
  by === 'id' ? ` ORDER BY c.id ${direction}` : ` ORDER BY c.${by} ${direction}, c.id ${direction}`;

/** @returns what a complaint must be to come behind the place where the page begins. */
export function behind({ by, direction, from }: Order): Piece[] {
  if (from === undefined) return [];
  const sign = direction === 'desc' ? '<' : '>';
  return by === 'id'
    ? [piece(`c.id ${sign} ?`, from.id)]
    : [piece(`(c.${by}, c.id) ${sign} (?, ?)`, from.place, from.id)];
}

/**
 * @returns the order from a complaint on; undefined when there is no such complaint, and so no place
 * for it but among the numbers
 */
export async function orderFrom(
  db: SqlRows,
  sort: ComplaintSort,
  id: number | undefined,
): Promise<Order | undefined> {
  if (id === undefined) return sort;
  if (sort.by === 'id') return { ...sort, from: { place: id, id } };
  const sql = `SELECT ${sort.by} AS place FROM complaint WHERE id = ?`;
  const [row] = await db.rows<{ place: number }>(sql, [id]);
  return row && { ...sort, from: { place: row.place, id } };
}

export const turned = (sort: ComplaintSort): ComplaintSort => ({
  ...sort,
  direction: sort.direction === 'asc' ? 'desc' : 'asc',
});
