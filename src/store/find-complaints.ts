import { byFacets } from './find-complaints/by-facets.ts';
import { byWords, countByWords } from './find-complaints/by-words.ts';
import { conditionsOf } from './find-complaints/conditions.ts';
import type { ComplaintFilter, ComplaintSearch } from './find-complaints/filter.ts';
import {
  countThrough,
  fewestOf,
  leadsOf,
  partOf,
  SOME,
  shortSpanOf,
  through,
} from './find-complaints/leads.ts';
import { orderFrom, turned } from './find-complaints/order.ts';
import { wordsMatch } from './search-query.ts';
import type { SqlRows } from './sql-rows.ts';

export type { ComplaintFilter, ComplaintSearch, ComplaintSort } from './find-complaints/filter.ts';

/**
 * Written as SQL text and not with the query builder: it is the first query of most commands, and
 * the builder takes several milliseconds to warm up.
 * @returns the numbers of the complaints that pass the filter, sorted
 */
export async function findComplaints(db: SqlRows, search: ComplaintSearch): Promise<number[]> {
  const { filter, limit, after, before } = search;
  const match = filter.text === undefined ? undefined : await matchOf(db, filter.text);
  // A search text with no word in it ("?!") is found nowhere.
  if (filter.text !== undefined && match === undefined) return [];
  // In the search index newest first is the order of numbers; any other sorts every match.
  const sort = search.sort ?? { by: match === undefined ? 'opened_at' : 'id', direction: 'desc' };
  const backwards = before !== undefined;
  const order = await orderFrom(db, backwards ? turned(sort) : sort, before ?? after);
  if (order === undefined) return [];
  const conditions = conditionsOf(filter);
  const found =
    match === undefined
      ? await byFacets(db, conditions, order, limit)
      : await byWords(db, match, conditions, order, limit);
  return backwards ? found.reverse() : found;
}

/**
 * Counts a list as far as anybody wants to know.
 * @param most where to stop counting
 * @returns how many complaints pass; `most + 1` for more than `most`
 */
export async function countUpTo(
  db: SqlRows,
  filter: ComplaintFilter,
  most: number,
): Promise<number> {
  const match = filter.text === undefined ? undefined : await matchOf(db, filter.text);
  if (filter.text !== undefined && match === undefined) return 0;
  const conditions = conditionsOf(filter);
  if (match !== undefined) return countByWords(db, match, conditions, most + 1);
  const leads = leadsOf(conditions);
  const whole = leads.find(({ facets }) => conditions.every(({ on }) => facets.has(on)));
  const lead =
    whole ??
    (await fewestOf(db, leads, SOME)) ??
    (await shortSpanOf(db, leads)) ??
    (await partOf(db, leads)) ??
    everything;
  return countThrough(db, lead, through(lead, conditions), most + 1);
}

const everything = {
  from: 'complaint AS c INDEXED BY complaint_number',
  own: [],
  facets: new Set<never>(),
  wide: true,
  sortable: false,
  ordered: false,
} as const;

const matchOf = (db: SqlRows, text: string) => wordsMatch(db, 'complaint', text);
