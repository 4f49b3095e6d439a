import type { SqlRows } from '../sql-rows.ts';
import { noLimit } from './by-facets.ts';
import type { Condition } from './conditions.ts';
import { FEW, fewestOf, leadsOf, through } from './leads.ts';
import { behind, indexOf, type Order, orderBy } from './order.ts';
import { joined, type Piece, piece, where } from './piece.ts';

/** So few complaints are asked one by one whether they have the words; each costs 20 µs. */
const FEW_ASKED = 300;
/** So many matches are read and sorted soon enough. */
const SORTED = 20_000;
/** So many matches are gathered soon enough; where there are more, a page is full after a short way. */
const GATHERED = 200_000;

/**
 * Finds complaints that have words. The search index gives its matches in the order of numbers, and
 * at fifty nanoseconds each; what a match costs besides is what the ways below differ in.
 * @param match an FTS5 query
 */
export async function byWords(
  db: SqlRows,
  match: string,
  conditions: readonly Condition[],
  order: Order,
  limit: number | undefined,
): Promise<number[]> {
  const few = conditions.length === 0 ? undefined : await fewestOf(db, leadsOf(conditions), FEW);
  if (few !== undefined) {
    const ids = await numbers(db, [
      piece(`SELECT c.id AS id FROM ${few.from}`),
      where([...through(few, conditions), ...behind(order)]),
      piece(orderBy(order)),
    ]);
    return having(db, match, ids, limit);
  }
  if (order.by === 'id' || limit === undefined) return newest(db, match, conditions, order, limit);
  const count = await matches(db, match, GATHERED);
  if (count <= SORTED) return newest(db, match, conditions, order, limit);
  const found =
    count < GATHERED
      ? piece('c.id IN (SELECT rowid FROM complaint_search(?))', match)
      : piece('EXISTS (SELECT 1 FROM complaint_search(?) AS f WHERE f.rowid = c.id)', match);
  return numbers(db, [
    piece(`SELECT c.id AS id FROM ${indexOf(order)}`),
    where([...conditions, ...behind(order), found]),
    piece(`${orderBy(order)} LIMIT ?`, limit),
  ]);
}

/** @returns how many complaints have the words and pass, counted to `most` at most. */
export async function countByWords(
  db: SqlRows,
  match: string,
  conditions: readonly Condition[],
  most: number,
): Promise<number> {
  if (conditions.length === 0) return matches(db, match, most);
  const newestFirst = { by: 'id', direction: 'desc' } as const;
  return (await byWords(db, match, conditions, newestFirst, most)).length;
}

async function matches(db: SqlRows, match: string, most: number): Promise<number> {
  const sql = 'SELECT count(*) AS n FROM (SELECT 1 FROM complaint_search(?) LIMIT ?)';
  return (await db.rows<{ n: number }>(sql, [match, most]))[0]?.n ?? 0;
}

/** The search index leads; CROSS JOIN says so. */
function newest(
  db: SqlRows,
  match: string,
  conditions: readonly Condition[],
  order: Order,
  limit: number | undefined,
): Promise<number[]> {
  if (order.by === 'id' && conditions.length === 0) {
    const from =
      order.from && piece(`f.rowid ${order.direction === 'desc' ? '<' : '>'} ?`, order.from.id);
    return numbers(db, [
      piece('SELECT f.rowid AS id FROM complaint_search(?) AS f', match),
      where(from === undefined ? [] : [from]),
      piece(` ORDER BY f.rowid ${order.direction} LIMIT ?`, limit ?? noLimit),
    ]);
  }
  return numbers(db, [
    piece('SELECT c.id AS id FROM complaint_search(?) AS f CROSS JOIN complaint AS c', match),
    where([piece('c.id = f.rowid'), ...conditions, ...behindMatch(order)]),
    order.by === 'id' ? piece(` ORDER BY f.rowid ${order.direction}`) : piece(orderBy(order)),
    piece(' LIMIT ?', limit ?? noLimit),
  ]);
}

/** The search index finds the place of a number by itself, if it is asked by its own. */
const behindMatch = (order: Order): Piece[] =>
  behind(order).map(({ sql, values }) => ({
    sql: order.by === 'id' ? sql.replace('c.id', 'f.rowid') : sql,
    values,
  }));

/** @returns those of some complaints that have the words, in the order in which they come. */
export async function having(
  db: SqlRows,
  match: string,
  ids: readonly number[],
  limit: number | undefined,
): Promise<number[]> {
  if (ids.length === 0) return [];
  const given = JSON.stringify(ids);
  const found =
    ids.length <= FEW_ASKED
      ? piece(
          `SELECT w.value AS id FROM json_each(?) AS w CROSS JOIN complaint_search(?) AS f
            WHERE f.rowid = w.value`,
          given,
          match,
        )
      : piece(
          `SELECT f.rowid AS id FROM complaint_search(?) AS f
            WHERE +f.rowid IN (SELECT value FROM json_each(?))`,
          match,
          given,
        );
  const passing = new Set(await numbers(db, [found]));
  return ids.filter((id) => passing.has(id)).slice(0, limit);
}

async function numbers(db: SqlRows, pieces: readonly Piece[]): Promise<number[]> {
  const { sql, values } = joined(pieces, '');
  return (await db.rows<{ id: number }>(sql, values)).map(({ id }) => id);
}
