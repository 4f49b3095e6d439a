import { type ComplaintId, complaintId, type Millis, millis, readRef } from '../rules/values.ts';
import type { Reader } from '../store/reader.ts';
import { recordFields } from '../store/record-fields.ts';

/** Why a complaint is on today's page. */
export type TodayKind = 'promise' | 'callback' | 'followup' | 'wait' | 'answer' | 'unfinished';

/** One line of today's page. */
export interface TodayEntry {
  readonly id: ComplaintId;
  readonly kind: TodayKind;
  /** Undefined while no name was given. */
  readonly customer: string | undefined;
  /** What was promised, or why they are called or waited for; empty for an answer that is due. */
  readonly what: string;
  /** When it is due; of an unfinished conversation, when it was left. */
  readonly at: Millis;
  /** Where an unfinished conversation stands: a question's name. */
  readonly question?: string;
}

/** What wants doing: what is late, what is due next, whom we wait for, what was left half way. */
export interface Today {
  readonly late: readonly TodayEntry[];
  readonly dueNext: readonly TodayEntry[];
  readonly waiting: readonly TodayEntry[];
  readonly notFinished: readonly TodayEntry[];
}

/** What today's page needs of a desk; a record that is only read will do. */
export interface TodayDesk {
  readonly store: { readonly read: Reader };
  readonly now: () => Millis;
}

/** More than this nobody does in a day: the complaints whose answer is due first are looked at. */
const most = 500;
const DAY = 86_400_000;
/** A follow-up comes within days of the thank-you (P34); older ones were done or dropped. */
const followUpDays = 60;

const fields = recordFields.filter(({ name }) =>
  ['reference', 'customer_name', 'promises', 'contacts', 'answer_due', 'finished_at'].includes(
    name,
  ),
);

/**
 * Puts together what wants doing today: promises to keep or to explain (P28), call-backs (P9),
 * follow-ups (P33), answers (P25), and conversations to go on with.
 * @returns each part with the most pressing first
 */
export async function todayOf(desk: TodayDesk): Promise<Today> {
  const { read } = desk.store;
  const now = desk.now();
  const alive = await read.findComplaints({
    filter: { stage: ['open', 'waiting', 'escalated'] },
    sort: { by: 'answer_due', direction: 'asc' },
    limit: most,
  });
  const settled = await read.findComplaints({
    filter: { stage: ['resolved'], since: now - followUpDays * DAY },
    limit: most,
  });
  const records = await read.records([...alive, ...settled], fields);
  const dues = records.flatMap(entriesOf).sort(byTime);
  const waiting = dues.filter(({ kind }) => kind === 'wait');
  const others = dues.filter(({ kind }) => kind !== 'wait');
  const left = await read.unfinished();
  return {
    late: others.filter(({ at }) => at < now),
    dueNext: others.filter(({ at }) => at >= now),
    waiting,
    notFinished: left.map((row) => ({
      id: complaintId(row.id),
      kind: 'unfinished',
      customer: row.customer_name ?? undefined,
      what: row.restated ?? row.words ?? '',
      at: millis(row.place_at),
      question: row.place_question,
    })),
  };
}

interface Row {
  readonly reference: string;
  readonly customer_name: string | null;
  readonly promises: readonly { what: string; due: string; state: string }[];
  readonly contacts: readonly { kind: TodayKind; at: string; reason: string; state: string }[];
  readonly answer_due: string;
  readonly finished_at: string | null;
}

function entriesOf(record: Record<string, unknown>): TodayEntry[] {
  const row = record as unknown as Row;
  const id = readRef(row.reference);
  if (id === undefined) return [];
  const entry = (kind: TodayKind, what: string, time: string): TodayEntry => ({
    id,
    kind,
    customer: row.customer_name ?? undefined,
    what,
    at: millis(Date.parse(time)),
  });
  return [
    ...row.promises
      .filter(({ state }) => state === 'open')
      .map(({ what, due }) => entry('promise', what, due)),
    ...row.contacts
      .filter(({ state }) => state === 'due')
      .map(({ kind, reason, at }) => entry(kind, reason, at)),
    ...(row.finished_at === null ? [entry('answer', '', row.answer_due)] : []),
  ];
}

const byTime = (one: TodayEntry, other: TodayEntry): number =>
  one.at - other.at || one.id - other.id;
