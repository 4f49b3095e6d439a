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
  const page = (stage: Stage | undefined) => onePage(db, search, sort, match, stage);
  const [first, ...others] = filter.stage ?? [];
  if (others.length === 0) {
    return (await page(first).execute()).map(({ id }) => id);
  }
  // The first page of each stage comes straight from the index; the first page of all is in them.
  let all = db.selectFrom(page(first).as('page')).select(['page.id', 'page.place']);
  for (const stage of others) {
    all = all.unionAll(db.selectFrom(page(stage).as('page')).select(['page.id', 'page.place']));
  }
  const sorted = all.orderBy('place', sort.direction).orderBy('id', sort.direction);
  const limited = search.limit === undefined ? sorted : sorted.limit(search.limit);
  return (await limited.execute()).map(({ id }) => id);
}

function onePage(
  db: Queryable,
  { filter, limit, after }: ComplaintSearch,
  sort: ComplaintSort,
  match: string | undefined,
  stage: Stage | undefined,
): Selecting {
  const place = `complaint.${sort.by}` as const;
  let query = from(db, match).select(['complaint.id', `${place} as place`]);
  if (stage !== undefined) query = query.where('stage', '=', stage);
  if (filter.owner !== undefined) query = query.where('owner', '=', filter.owner);
  if (filter.channel !== undefined) query = query.where('channel', '=', filter.channel);
  if (filter.product !== undefined) query = query.where('product', '=', filter.product);
  if (filter.customer !== undefined) query = query.where('customer_id', '=', filter.customer);
  if (filter.since !== undefined) query = query.where('opened_at', '>=', filter.since);
  if (filter.until !== undefined) query = query.where('opened_at', '<', filter.until);
  if (filter.cause !== undefined) {
    query = filter.cause.includes('/')
      ? query.where('cause', '=', filter.cause)
      : query.where(causeGroup, '=', filter.cause);
  }
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
