import type { SqlRows } from '../sql-rows.ts';
import { type Condition, type Facet, inGroupIndex } from './conditions.ts';
import { joined, type Piece, piece, where } from './piece.ts';

/** An index to begin at: where its complaints `c` come from, and which conditions it answers itself. */
export interface Lead {
  readonly from: string;
  readonly own: readonly Piece[];
  /** Its conditions by name; the others are asked of each complaint it leads to. */
  readonly facets: ReadonlySet<Facet>;
  /** Whether the index has whatever a filter asks, but for customers and clocks. */
  readonly wide: boolean;
  /** Whether it also has whatever a list is sorted by. */
  readonly sortable: boolean;
  /** Whether its complaints come in the order in which they were opened. */
  readonly ordered: boolean;
}

/** So few are read and sorted in no time. */
export const FEW = 1000;

/** So many are still read and sorted sooner than a whole order is gone along. */
export const SOME = 10_000;

/** A stage with more than this is where complaints end up, and no part of the record. */
const STAGE = 100_000;

const span: readonly Facet[] = ['since', 'until'];

/** The indexes of one facet: with everything in them, or with the time of opening alone. */
const wide = ['owner', 'product', 'stage'] as const;
const narrow = {
  customer: 'customer',
  cause: 'cause',
  group: 'cause_group',
  channel: 'channel',
  severity: 'severity',
  outcome: 'outcome',
  verdict: 'verdict',
} as const;

/** @returns every index that a filter could begin at, those with everything in them first. */
export function leadsOf(conditions: readonly Condition[]): Lead[] {
  const named = (names: readonly Facet[]) => conditions.filter(({ on }) => names.includes(on));
  const leads: Lead[] = [];
  const add = (names: readonly Facet[], from: string, rest: Partial<Lead> = {}): void => {
    const asked = named(names);
    if (asked.length === 0) return;
    const facets = new Set(asked.map(({ on }) => on));
    const own = asked.map((condition) =>
      condition.on === 'group' ? inGroupIndex(condition) : condition,
    );
    leads.push({ from, own, facets, wide: false, sortable: false, ordered: true, ...rest });
  };
  for (const facet of wide) {
    if (named([facet]).length === 0) continue;
    // Several stages are several places of the index.
    const ordered = named([facet]).every(({ values }) => values.length === 1);
    add([facet, ...span], indexed(facet), { wide: true, ordered });
  }
  for (const [facet, index] of Object.entries(narrow)) {
    if (named([facet as Facet]).length > 0) add([facet as Facet, ...span], indexed(index));
  }
  add(span, indexed('opened'), { wide: true, sortable: true });
  for (const { values } of named(['late'])) leads.push(lateLead(values));
  if (named(['key']).length > 0) leads.push(keyLead);
  return leads;
}

const indexed = (name: string): string => `complaint AS c INDEXED BY complaint_${name}`;

const lateLead = (values: readonly unknown[]): Lead => ({
  from: 'clock AS l INDEXED BY clock_due CROSS JOIN complaint AS c ON c.id = l.complaint_id',
  own: [piece("l.kind = 'answer' AND l.since IS NOT NULL AND l.due < ?", ...values)],
  facets: new Set(['late']),
  wide: false,
  sortable: false,
  ordered: false,
});

const keyLead: Lead = {
  from: `customer AS k INDEXED BY customer_key
    CROSS JOIN complaint AS c INDEXED BY complaint_customer ON c.customer_id = k.id`,
  own: [piece('k.key = 1')],
  facets: new Set(['key']),
  wide: false,
  sortable: false,
  ordered: false,
};

/** @returns the conditions of a list that begins at this lead. */
export const through = (lead: Lead, conditions: readonly Condition[]): Piece[] => [
  ...lead.own,
  ...conditions.filter(({ on }) => !lead.facets.has(on)),
];

/**
 * @param most counts no further than this
 * @returns how many complaints come through a lead
 */
export async function countThrough(
  db: SqlRows,
  { from }: Pick<Lead, 'from'>,
  conditions: readonly Piece[],
  most: number,
): Promise<number> {
  const { sql, values } = joined([piece(`SELECT 1 FROM ${from}`), where(conditions)], '');
  const counted = `SELECT count(*) AS n FROM (${sql} LIMIT ?)`;
  return (await db.rows<{ n: number }>(counted, [...values, most]))[0]?.n ?? 0;
}

/**
 * @param most how many it may be
 * @returns the lead with the fewest complaints, if it has no more than that
 */
export async function fewestOf(
  db: SqlRows,
  leads: readonly Lead[],
  most: number,
): Promise<Lead | undefined> {
  let least: { readonly lead: Lead; readonly count: number } | undefined;
  for (const lead of leads) {
    const count = await countThrough(db, lead, lead.own, most + 1);
    if (count <= most && (least === undefined || count < least.count)) least = { lead, count };
    if (count === 0) break;
  }
  return least?.lead;
}

/**
 * A span of time is at one end of every order, since what comes later has the later times; less than
 * half of all is looked through sooner than the other half is passed over.
 * @returns the span as a lead, if it is that short; numbers tell about how many there are in it
 */
export async function shortSpanOf(db: SqlRows, leads: readonly Lead[]): Promise<Lead | undefined> {
  const lead = leads.find(({ sortable }) => sortable);
  if (lead === undefined) return undefined;
  const at = async (of: Pick<Lead, 'from' | 'own'>, direction: 'asc' | 'desc') => {
    const first = joined([piece(`SELECT c.id AS id FROM ${of.from}`), where(of.own)], '');
    const sql = `${first.sql} ORDER BY c.opened_at ${direction} LIMIT 1`;
    return (await db.rows<{ id: number }>(sql, first.values))[0]?.id ?? 0;
  };
  const all = { from: lead.from, own: [] };
  const within = (await at(lead, 'desc')) - (await at(lead, 'asc'));
  return 2 * within < (await at(all, 'desc')) - (await at(all, 'asc')) ? lead : undefined;
}

/** @returns an index that has everything in it, for a part of the record. */
export async function partOf(db: SqlRows, leads: readonly Lead[]): Promise<Lead | undefined> {
  for (const lead of leads.filter(({ wide, sortable }) => wide && !sortable)) {
    if (!lead.facets.has('stage')) return lead;
    if ((await countThrough(db, lead, lead.own, STAGE + 1)) <= STAGE) return lead;
  }
  return undefined;
}
