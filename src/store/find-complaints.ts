import { type SelectQueryBuilder, sql } from 'kysely';
import type { Stage } from '../rules/steps.ts';
import type { Queryable } from './prepared.ts';
import type { Database } from './schema.ts';
import { matchOf } from './search-index.ts';

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

export interface ComplaintSearch {
  readonly filter: ComplaintFilter;
  /** Without it, the newest come first. */
  readonly sort?: ComplaintSort;
  readonly limit?: number;
  /** The number of the last complaint of the page before. */
  readonly after?: number;
}

type Found = { id: number; place: number };
type Selecting = SelectQueryBuilder<Database, 'complaint', Found>;

/**
 * @returns the numbers of the complaints that pass the filter, sorted
 */
export async function findComplaints(db: Queryable, search: ComplaintSearch): Promise<number[]> {
  const { filter } = search;
  const match = filter.text === undefined ? undefined : matchOf(filter.text);
  // A search text with no word in it ("?!") is found nowhere.
  if (filter.text !== undefined && match === undefined) return [];
  // In the search index newest first is the order of numbers; any other sorts every match.
  const sort = search.sort ?? { by: match === undefined ? 'opened_at' : 'id', direction: 'desc' };
  const [first, ...others] = filter.stage ?? [];
  const page = await pageOf(db, search, sort, match, first);
  if (others.length === 0) return (await page.execute()).map(({ id }) => id);
  // The first page of each stage comes straight from an index; the first page of all is in them.
  let all = db.selectFrom(page.as('page')).select(['page.id', 'page.place']);
  for (const stage of others) {
    const next = await pageOf(db, search, sort, match, stage);
    all = all.unionAll(db.selectFrom(next.as('page')).select(['page.id', 'page.place']));
  }
  const sorted = all.orderBy('place', sort.direction).orderBy('id', sort.direction);
  const limited = search.limit === undefined ? sorted : sorted.limit(search.limit);
  return (await limited.execute()).map(({ id }) => id);
}

/** Up to here, matches are sorted; beyond, they come along the index of the sort. */
const fewMatches = 5000;

async function pageOf(
  db: Queryable,
  { filter, limit, after }: ComplaintSearch,
  sort: ComplaintSort,
  match: string | undefined,
  stage: Stage | undefined,
): Promise<Selecting> {
  const place = `complaint.${sort.by}` as const;
  const walk =
    match === undefined && limit !== undefined && (await isWide(db, sort, filter, stage));
  let query = passing(from(db, match), filter, stage, walk).select([
    'complaint.id',
    `${place} as place`,
  ]);
  if (after !== undefined) {
    const beyond = sql.raw(sort.direction === 'desc' ? '<' : '>');
    query = query.where(
      sql<boolean>`(${sql.ref(place)}, complaint.id) ${beyond} (
        select ${sql.ref(`before.${sort.by}`)}, before.id
        from complaint as before where before.id = ${after})`,
    );
  }
  query =
    sort.by === 'id'
      ? query.orderBy(
          match === undefined ? sql.ref('complaint.id') : sql`found.rowid`,
          sort.direction,
        )
      : query.orderBy(place, sort.direction).orderBy('complaint.id', sort.direction);
  return limit === undefined ? query : query.limit(limit);
}

/**
 * Whether so many pass that sorting them would take longer than going along the index of the sort
 * until a page is full. Every filter's own index is sorted by the time of opening already.
 */
async function isWide(
  db: Queryable,
  sort: ComplaintSort,
  filter: ComplaintFilter,
  stage: Stage | undefined,
): Promise<boolean> {
  if (sort.by === 'opened_at') return false;
  const some = passing(from(db, undefined), filter, stage, false)
    .select('complaint.id')
    .limit(fewMatches + 1);
  const { n } = await db
    .selectFrom(some.as('some'))
    .select((counted) => counted.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n > fewMatches;
}

/** @param walk keeps the filters' own indexes out of it: to SQLite `+column` has none. */
function passing<Row>(
  query: SelectQueryBuilder<Database, 'complaint', Row>,
  filter: ComplaintFilter,
  stage: Stage | undefined,
  walk: boolean,
): SelectQueryBuilder<Database, 'complaint', Row> {
  const plus = sql.raw(walk ? '+' : '');
  const text = (column: string) => sql<string>`${plus}${sql.ref(`complaint.${column}`)}`;
  const number = (column: string) => sql<number>`${plus}${sql.ref(`complaint.${column}`)}`;
  let passed = query;
  if (stage !== undefined) passed = passed.where(text('stage'), '=', stage);
  if (filter.owner !== undefined) passed = passed.where(text('owner'), '=', filter.owner);
  if (filter.channel !== undefined) passed = passed.where(text('channel'), '=', filter.channel);
  if (filter.product !== undefined) passed = passed.where(text('product'), '=', filter.product);
  if (filter.customer !== undefined)
    passed = passed.where(number('customer_id'), '=', filter.customer);
  if (filter.since !== undefined) passed = passed.where(number('opened_at'), '>=', filter.since);
  if (filter.until !== undefined) passed = passed.where(number('opened_at'), '<', filter.until);
  if (filter.cause !== undefined) {
    const cause = filter.cause.includes('/') ? text('cause') : sql<string>`${plus}${causeGroup}`;
    passed = passed.where(cause, '=', filter.cause);
  }
  return passed;
}

/** The same expression as in the index `complaint_cause_group`. */
const causeGroup = sql<string>`substr(cause, 1, instr(cause || '/', '/') - 1)`;

/** With a text, the search index leads, since it gives its matches in order; CROSS JOIN says so. */
function from(
  db: Queryable,
  match: string | undefined,
): SelectQueryBuilder<Database, 'complaint', object> {
  if (match === undefined) return db.selectFrom('complaint');
  return db
    .selectFrom(sql<{ rowid: number }>`complaint_search(${match})`.as('found'))
    .crossJoin('complaint')
    .whereRef('complaint.id', '=', 'found.rowid') as unknown as SelectQueryBuilder<
    Database,
    'complaint',
    object
  >;
}
