import type { SqlRows } from './sql-rows.ts';
import {
  approvals,
  calls,
  clocks,
  type Part,
  places,
  promises,
  type Side,
  special,
  waits,
} from './today-rows/parts.ts';

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
export const mostRows = 100;
/** Beyond the rows it is counted no further than this. */
export const mostCounted = 1000;

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
