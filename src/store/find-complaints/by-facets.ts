import type { SqlRows } from '../sql-rows.ts';
import type { Condition } from './conditions.ts';
import { FEW, fewestOf, type Lead, leadsOf, partOf, SOME, shortSpanOf, through } from './leads.ts';
import { behind, indexOf, type Order, orderBy } from './order.ts';
import { joined, type Piece, piece, where } from './piece.ts';

/** What LIMIT takes for "all". */
export const noLimit = -1;

/** How much of an order is looked at first: most pages are full by then. */
const GLANCE = 20_000;

/**
 * Finds complaints without words. SQLite knows nothing of how many complaints have what, so what
 * leads is found out here: a few counts that stop early cost less than a wrong guess.
 * @returns the numbers of those that pass, at most `limit` of them, in this order
 */
export async function byFacets(
  db: SqlRows,
  conditions: readonly Condition[],
  order: Order,
  limit: number | undefined,
): Promise<number[]> {
  if (conditions.length === 0) return along(db, conditions, order, limit);
  const leads = leadsOf(conditions);
  const straight = order.by === 'opened_at' ? inOrder(leads, conditions) : undefined;
  if (straight !== undefined) return led(db, straight, conditions, order, limit);
  const few = await fewestOf(db, leads, FEW);
  if (few !== undefined) return led(db, few, conditions, order, limit);
  if (limit !== undefined) {
    const first = await atAGlance(db, conditions, order, limit);
    if (first.length === limit) return first;
  }
  const some = (await fewestOf(db, leads, SOME)) ?? (await shortSpanOf(db, leads));
  if (some !== undefined) return led(db, some, conditions, order, limit);
  const part = await partOf(db, leads);
  if (part === undefined) return along(db, conditions, order, limit);
  if (limit === undefined || order.by === 'id' || (part.ordered && order.by === 'opened_at')) {
    return led(db, part, conditions, order, limit);
  }
  return (
    (await sortedFrom(db, part, conditions, order, limit)) ?? along(db, conditions, order, limit)
  );
}

/** @returns a page of what comes through a lead; undefined when that is too much to be sorted. */
async function sortedFrom(
  db: SqlRows,
  lead: Lead,
  conditions: readonly Condition[],
  order: Order,
  limit: number,
): Promise<number[] | undefined> {
  const ids = await numbers(db, [
    piece(`SELECT c.id AS id FROM ${lead.from}`),
    where(through(lead, conditions)),
    piece(' LIMIT ?', SOME + 1),
  ]);
  if (ids.length > SOME) return undefined;
  return numbers(db, [
    piece(
      'SELECT c.id AS id FROM json_each(?) AS w CROSS JOIN complaint AS c',
      JSON.stringify(ids),
    ),
    where([piece('c.id = w.value'), ...behind(order)]),
    piece(`${orderBy(order)} LIMIT ?`, limit),
  ]);
}

/** @returns the lead that gives exactly these complaints in the order in which they were opened. */
const inOrder = (leads: readonly Lead[], conditions: readonly Condition[]): Lead | undefined =>
  leads.find(({ ordered, facets }) => ordered && conditions.every(({ on }) => facets.has(on)));

/** Begins at an index of the filter, and sorts what it leads to where that is not in order. */
async function led(
  db: SqlRows,
  lead: Lead,
  conditions: readonly Condition[],
  order: Order,
  limit: number | undefined,
): Promise<number[]> {
  const passing = [...through(lead, conditions), ...behind(order)];
  const page = piece(`${orderBy(order)} LIMIT ?`, limit ?? noLimit);
  const hasPlace = lead.sortable || order.by === 'id';
  if (order.by !== 'opened_at' && hasPlace && limit !== undefined) {
    passing.push(...(await atLeast(db, lead, passing, order, limit)));
  }
  return numbers(db, [piece(`SELECT c.id AS id FROM ${lead.from}`), where(passing), page]);
}

/**
 * What was opened late is mostly late in any order, so that the first of a span make a page which the
 * true one is at least as good as. What is behind its last is left out before anything is sorted.
 * @returns that condition; none when the first of the span do not fill a page
 */
async function atLeast(
  db: SqlRows,
  lead: Lead,
  passing: readonly Piece[],
  order: Order,
  limit: number,
): Promise<Piece[]> {
  const { by, direction } = order;
  const first = joined(
    [
      piece(`SELECT c.${by} AS place FROM ${lead.from}`),
      where(passing),
      piece(` ORDER BY c.opened_at ${direction} LIMIT ?`, Math.max(FEW, 2 * limit)),
    ],
    '',
  );
  const sql = `SELECT place FROM (${first.sql}) ORDER BY place ${direction} LIMIT 1 OFFSET ?`;
  const [last] = await db.rows<{ place: number }>(sql, [...first.values, limit - 1]);
  return last === undefined
    ? []
    : [piece(`c.${by} ${direction === 'desc' ? '>=' : '<='} ?`, last.place)];
}

/** Goes along the index of the order until the page is full. */
const along = (
  db: SqlRows,
  conditions: readonly Condition[],
  order: Order,
  limit: number | undefined,
): Promise<number[]> =>
  numbers(db, [
    piece(`SELECT c.id AS id FROM ${indexOf(order)}`),
    where([...conditions, ...behind(order)]),
    piece(`${orderBy(order)} LIMIT ?`, limit ?? noLimit),
  ]);

/** Goes along the index of the order for a bounded way. */
function atAGlance(
  db: SqlRows,
  conditions: readonly Condition[],
  order: Order,
  limit: number,
): Promise<number[]> {
  const columns = [
    'id',
    ...(order.by === 'id' || order.by === 'opened_at' ? [] : [order.by]),
    ...['opened_at', 'stage', 'owner', 'channel', 'product', 'cause'],
    ...['severity', 'outcome', 'verdict', 'customer_id'],
  ];
  return numbers(db, [
    piece(`SELECT c.id AS id FROM (SELECT ${columns.join(', ')} FROM ${indexOf(order)}`),
    where(behind(order)),
    piece(`${orderBy(order)} LIMIT ?) AS c`, Math.max(GLANCE, 2 * limit)),
    where(conditions),
    piece(`${orderBy(order)} LIMIT ?`, limit),
  ]);
}

async function numbers(db: SqlRows, pieces: readonly Piece[]): Promise<number[]> {
  const { sql, values } = joined(pieces, '');
  return (await db.rows<{ id: number }>(sql, values)).map(({ id }) => id);
}
