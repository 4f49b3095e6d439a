import type { SqlRows } from './sql-rows.ts';

/** Whose work is looked for, and when. */
export interface TodayQuery {
  /** Epoch milliseconds: before it is late. */
  readonly now: number;
  /** Only complaints that this person owns. */
  readonly owner?: string;
  /** With `owner`: what this person asked for, may decide or left half way counts as well. */
  readonly agent?: string;
  /** False where it is enough to know that there is more, and not how much: `more` is 1 then. */
  readonly counts?: boolean;
}

/** Something that wants doing, with what a line about it says of its complaint. Times are epoch milliseconds. */
export interface TodayRow {
  /** The complaint's number. */
  readonly id: number;
  readonly kind:
    | 'promise'
    | 'callback'
    | 'followup'
    | 'wait'
    | 'pickup'
    | 'acknowledge'
    | 'answer'
    | 'resolve'
    | 'approval'
    | 'unfinished';
  /** What was promised, why they are called or waited for, the remedy that is asked for, or their words. */
  readonly what: string | null;
  /** When it is due; when a decision was asked for; when a conversation was left. */
  readonly at: number;
  /** When a deadline's aim within it is used up. */
  readonly aim: number | null;
  /** The new date of a promise's delay that the customer has not been told yet. */
  readonly moved_to: number | null;
  readonly asked_by: string | null;
  /** The size of the remedy that is asked for. */
  readonly amount: number | null;
  readonly currency: string | null;
  readonly percent: number | null;
  readonly owner: string;
  /** Whether the conversation came to its end. */
  readonly finished: 0 | 1;
  /** The customer's name. */
  readonly customer: string | null;
  /** The customer's language tag. */
  readonly language: string | null;
  /** The question at which an unfinished conversation stands. */
  readonly question: string | null;
}

/** The first of what there is, and how many there are beyond. */
export interface Bounded {
  readonly rows: readonly TodayRow[];
  /** Counted up to `mostCounted`. */
  readonly more: number;
}

/** What wants doing, each part with the most pressing first. */
export interface TodayRows {
  /** Promises, call-backs, follow-ups and deadlines whose time has passed. */
  readonly late: Bounded;
  /** The same, with time left. */
  readonly ahead: Bounded;
  /** Decisions that somebody asked for, the oldest first. */
  readonly approvals: Bounded;
  /** What we wait for from customers. */
  readonly waits: Bounded;
  /** Conversations that were left half way, the one left last first. */
  readonly unfinished: Bounded;
}

/** More of one kind nobody does in a day. */
export const mostRows = 200;
/** Beyond the rows it is counted no further than this. */
export const mostCounted = 1000;

/** The columns that only some kinds have. */
const special = ['what', 'aim', 'moved_to', 'asked_by', 'amount', 'currency', 'percent'] as const;

/** One part of the page: where it comes from and in which order, straight from an index. */
interface Part {
  readonly kind: string;
  readonly at: string;
  readonly columns: Readonly<Partial<Record<(typeof special)[number], string>>>;
  /** The table that leads, as `x`; a few rows of it lead to a million complaints, never the other way round. */
  readonly from: string;
  readonly where: string;
  readonly values: readonly unknown[];
  readonly order: string;
  /** Whose else than the owner's it is. */
  readonly or?: string;
}

/**
 * Reads today's page (P9, P21, P25, P28, P29, P33). What is closed, or merged into another complaint,
 * never appears; clocks that are paused or have stopped do not either.
 */
export async function readToday(sql: SqlRows, query: TodayQuery): Promise<TodayRows> {
  const dues = [promises, calls, clocks];
  const of = (side: Side, parts: readonly ((side: Side, now: number) => Part)[]) =>
    parts.map((part) => part(side, query.now));
  return {
    late: await gathered(sql, query, of('<', dues)),
    ahead: await gathered(sql, query, of('>=', dues)),
    approvals: await gathered(sql, query, [approvals]),
    waits: await gathered(sql, query, of('<', [waits]).concat(of('>=', [waits]))),
    unfinished: await gathered(sql, query, [places]),
  };
}

/** Before the moment, or from it on. */
type Side = '<' | '>=';

const promises = (side: Side, now: number): Part => ({
  kind: "'promise'",
  at: 'x.due',
  columns: { what: 'x.what', moved_to: 'x.moved_to' },
  from: 'promise AS x INDEXED BY promise_due',
  where: `x.state = 'open' AND x.due ${side} ?`,
  values: [now],
  order: 'x.due, x.complaint_id, x.n',
});

const contacts = (kinds: string, side: Side, now: number): Part => ({
  kind: 'x.kind',
  at: 'x.at',
  columns: { what: 'x.reason' },
  from: 'contact AS x INDEXED BY contact_at',
  where: `x.state = 'due' AND x.at ${side} ? AND x.kind ${kinds}`,
  values: [now],
  order: 'x.at, x.complaint_id, x.n',
});

const calls = (side: Side, now: number): Part => contacts("<> 'wait'", side, now);
const waits = (side: Side, now: number): Part => contacts("= 'wait'", side, now);

const clocks = (side: Side, now: number): Part => ({
  kind: 'x.kind',
  at: 'x.due',
  columns: { aim: 'x.aim' },
  from: 'clock AS x INDEXED BY clock_due',
  where: `x.since IS NOT NULL AND x.due ${side} ?`,
  values: [now],
  order: 'x.due, x.complaint_id, x.kind',
});

const approvals: Part = {
  kind: "'approval'",
  at: 'x.asked_at',
  columns: {
    what: 'x.remedy',
    asked_by: 'x.asked_by',
    amount: 'x.amount',
    currency: 'x.currency',
    percent: 'x.percent',
  },
  from: 'approval AS x INDEXED BY approval_open',
  where: "x.state = 'open'",
  values: [],
  order: 'x.asked_at, x.complaint_id, x.n',
  or: "x.asked_by = ? OR (SELECT role FROM agent WHERE name = ?) <> 'agent'",
};

const places: Part = {
  kind: "'unfinished'",
  at: 'x.at',
  columns: { what: 'coalesce(c.restated, c.words)' },
  from: 'place AS x',
  where: 'true',
  values: [],
  order: 'x.at DESC, x.complaint_id DESC',
  or: 'x.agent = ? OR x.agent = ?',
};

async function gathered(sql: SqlRows, query: TodayQuery, parts: readonly Part[]): Promise<Bounded> {
  const found: Bounded[] = [];
  for (const part of parts) found.push(await bounded(sql, query, part));
  return {
    rows: found.flatMap(({ rows }) => rows),
    more: Math.min(
      mostCounted,
      found.reduce((all, { more }) => all + more, 0),
    ),
  };
}

async function bounded(sql: SqlRows, query: TodayQuery, part: Part): Promise<Bounded> {
  const { where, values } = passing(query, part);
  const found = await sql.rows<TodayRow>(
    `SELECT c.id AS id, ${part.kind} AS kind, ${part.at} AS at, ${specialColumns(part)},
       c.owner AS owner, c.finished_at IS NOT NULL AS finished,
       k.name AS customer, k.language AS language, l.question AS question
     FROM ${part.from} CROSS JOIN complaint AS c
       LEFT JOIN customer AS k ON k.id = c.customer_id
       LEFT JOIN place AS l ON l.complaint_id = c.id
     WHERE ${where} ORDER BY ${part.order} LIMIT ${mostRows + 1}`,
    values,
  );
  if (found.length <= mostRows) return { rows: found, more: 0 };
  if (query.counts === false) return { rows: found.slice(0, mostRows), more: 1 };
  const [counted] = await sql.rows<{ many: number }>(
    `SELECT count(*) AS many FROM (
       SELECT 1 FROM ${part.from} CROSS JOIN complaint AS c WHERE ${where}
       LIMIT ${mostCounted} OFFSET ${mostRows})`,
    values,
  );
  return { rows: found.slice(0, mostRows), more: counted?.many ?? 0 };
}

const specialColumns = ({ columns }: Part): string =>
  special.map((name) => `${columns[name] ?? 'NULL'} AS ${name}`).join(', ');

function passing(
  { owner, agent }: TodayQuery,
  part: Part,
): { readonly where: string; readonly values: readonly unknown[] } {
  const alive = `${part.where} AND c.id = x.complaint_id
    AND c.stage <> 'closed' AND c.merged_into IS NULL`;
  // To SQLite `+column` has no index: the leading table stays in front.
  if (owner === undefined) return { where: alive, values: part.values };
  if (agent === undefined || part.or === undefined) {
    return { where: `${alive} AND +c.owner = ?`, values: [...part.values, owner] };
  }
  return {
    where: `${alive} AND (+c.owner = ? OR ${part.or})`,
    values: [...part.values, owner, agent, agent],
  };
}

/** Somebody who works here. */
export interface AgentHere {
  readonly name: string;
  readonly role: string;
  /** Every language they speak, as tags. */
  readonly languages: readonly string[];
}

/** @returns everybody who works here now, by name; unlike `people` it counts nothing. */
export async function readAgentsHere(sql: SqlRows): Promise<AgentHere[]> {
  const rows = await sql.rows<{ name: string; role: string; language: string; languages: string }>(
    'SELECT name, role, language, languages FROM agent WHERE retired_at IS NULL ORDER BY name',
  );
  return rows.map(({ name, role, language, languages }) => ({
    name,
    role,
    languages: [...new Set([language, ...(JSON.parse(languages) as string[])])],
  }));
}
