import type { Stage } from '../rules/steps.ts';
import { matchOf } from './search-query.ts';
import type { SqlRows } from './sql-rows.ts';

/** What a complaint must have to be on the list; what is left out does not matter. */
export interface ComplaintFilter {
  /** One of these. */
  readonly stage?: readonly Stage[];
  readonly owner?: string;
  readonly channel?: string;
  readonly product?: string;
  /** `group/cause`, or a group with all its causes. */
  readonly cause?: string;
  readonly customer?: number;
  /** Opened at this moment or later, epoch milliseconds. */
  readonly since?: number;
  /** Opened before this moment, epoch milliseconds. */
  readonly until?: number;
  /** Words that all occur in it, each perhaps only begun; case and accents do not matter. */
  readonly text?: string;
}

/** What the list is sorted by. Equal ones stand in the order of their numbers. */
export interface ComplaintSort {
  readonly by: 'opened_at' | 'updated_at' | 'answer_due' | 'id';
  readonly direction: 'asc' | 'desc';
}

/** What to look for, in which order, and how much of it. */
export interface ComplaintSearch {
  readonly filter: ComplaintFilter;
  /** Without it, the newest come first. */
  readonly sort?: ComplaintSort;
  readonly limit?: number;
  /** The number of the last complaint of the page before. */
  readonly after?: number;
}

/** A piece of SQL with the values of its placeholders. */
interface Piece {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/**
 * Written as SQL text and not with the query builder: it is the first query of most commands, and
 * the builder takes several milliseconds to warm up.
 * @returns the numbers of the complaints that pass the filter, sorted
 */
export async function findComplaints(db: SqlRows, search: ComplaintSearch): Promise<number[]> {
  const { filter } = search;
  const match = filter.text === undefined ? undefined : matchOf(filter.text);
  // A search text with no word in it ("?!") is found nowhere.
  if (filter.text !== undefined && match === undefined) return [];
  // In the search index newest first is the order of numbers; any other sorts every match.
  const sort = search.sort ?? { by: match === undefined ? 'opened_at' : 'id', direction: 'desc' };
  const stages = filter.stage?.length ? filter.stage : [undefined];
  const pages: Piece[] = [];
  for (const stage of stages) pages.push(await pageOf(db, search, sort, match, stage));
  const { sql, values } = joined(pages, sort, search.limit);
  return (await db.rows<{ id: number }>(sql, values)).map(({ id }) => id);
}

/** The first page of each stage comes straight from an index; the first page of all is in them. */
function joined(pages: readonly Piece[], sort: ComplaintSort, limit: number | undefined): Piece {
  const [only] = pages;
  if (only !== undefined && pages.length === 1) return only;
  const { direction } = sort;
  return {
    sql: `${pages.map((page) => `SELECT * FROM (${page.sql})`).join(' UNION ALL ')}
      ORDER BY place ${direction}, id ${direction} LIMIT ?`,
    values: [...pages.flatMap((page) => page.values), limit ?? noLimit],
  };
}

/** What LIMIT takes for "all". */
const noLimit = -1;

/** Up to here, matches are sorted; beyond, they come along the index of the sort. */
const fewMatches = 5000;

async function pageOf(
  db: SqlRows,
  { filter, limit, after }: ComplaintSearch,
  { by, direction }: ComplaintSort,
  match: string | undefined,
  stage: Stage | undefined,
): Promise<Piece> {
  const isSorted = by === 'opened_at' || match !== undefined || limit === undefined;
  const walk = !isSorted && (await isWide(db, filter, stage));
  const conditions = passing(filter, stage, walk);
  if (after !== undefined) {
    conditions.push({
      sql: `(c.${by}, c.id) ${direction === 'desc' ? '<' : '>'}
        (SELECT b.${by}, b.id FROM complaint AS b WHERE b.id = ?)`,
      values: [after],
    });
  }
  if (match !== undefined) conditions.push({ sql: 'c.id = found.rowid', values: [] });
  // With a text the search index leads, since it gives its matches in order; CROSS JOIN says so.
  const from =
    match === undefined
      ? 'complaint AS c'
      : 'complaint_search(?) AS found CROSS JOIN complaint AS c';
  const id = match === undefined ? 'c.id' : 'found.rowid';
  const order = by === 'id' ? `${id} ${direction}` : `c.${by} ${direction}, c.id ${direction}`;
  return {
    sql: `SELECT c.id AS id, c.${by} AS place FROM ${from} ${where(conditions)}
      ORDER BY ${order} LIMIT ?`,
    values: [
      ...(match === undefined ? [] : [match]),
      ...conditions.flatMap(({ values }) => values),
      limit ?? noLimit,
    ],
  };
}

/**
 * Whether so many pass that sorting them would take longer than going along the index of the sort
 * until a page is full. Every filter's own index is sorted by the time of opening already.
 */
async function isWide(
  db: SqlRows,
  filter: ComplaintFilter,
  stage: Stage | undefined,
): Promise<boolean> {
  const conditions = passing(filter, stage, false);
  if (conditions.length === 0) return true;
  const [counted] = await db.rows<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM complaint AS c ${where(conditions)} LIMIT ?)`,
    [...conditions.flatMap(({ values }) => values), fewMatches + 1],
  );
  return (counted?.n ?? 0) > fewMatches;
}

/** @param walk keeps the filters' own indexes out of it: to SQLite `+column` has none. */
function passing(filter: ComplaintFilter, stage: Stage | undefined, walk: boolean): Piece[] {
  const { owner, channel, product, customer, since, until, cause } = filter;
  const column = (name: string) => `${walk ? '+' : ''}c.${name}`;
  const group = `${walk ? '+' : ''}${causeGroup}`;
  const conditions: [sql: string, value: unknown][] = [
    [`${column('stage')} = ?`, stage],
    [`${column('owner')} = ?`, owner],
    [`${column('channel')} = ?`, channel],
    [`${column('product')} = ?`, product],
    [`${column('customer_id')} = ?`, customer],
    [`${column('opened_at')} >= ?`, since],
    [`${column('opened_at')} < ?`, until],
    [`${cause?.includes('/') ? column('cause') : group} = ?`, cause],
  ];
  return conditions.flatMap(([sql, value]) =>
    value === undefined ? [] : [{ sql, values: [value] }],
  );
}

/** The same expression as in the index `complaint_cause_group`. */
const causeGroup = "substr(c.cause, 1, instr(c.cause || '/', '/') - 1)";

function where(conditions: readonly Piece[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}`;
}
