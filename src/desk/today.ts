import type { AgentName, Millis } from '../rules/values.ts';
import type { RecordReader } from '../store/record-reader.ts';
import type { TodayQuery, TodayRows } from '../store/today-rows.ts';
import { entriesOf, entryOf, type TodayEntry } from './today/entry.ts';
import { reasonOf, type TodaySection } from './today/reason.ts';

export type { TodayEntry } from './today/entry.ts';
export {
  type NextStep,
  type TodayKind,
  type TodayReason,
  type TodaySection,
  todaySections,
} from './today/reason.ts';

/** What wants doing: what is late, what is due next, what to decide, whom we wait for, what was left half way. */
export interface Today {
  readonly late: readonly TodayEntry[];
  readonly dueNext: readonly TodayEntry[];
  /** What somebody asked for and we may decide (P21). */
  readonly toDecide: readonly TodayEntry[];
  /** What was asked for, and others decide. */
  readonly asked: readonly TodayEntry[];
  readonly waiting: readonly TodayEntry[];
  readonly notFinished: readonly TodayEntry[];
  /** How much more there is in a section than is listed; `mostMore` stands for that and above. */
  readonly more: Readonly<Partial<Record<TodaySection, number>>>;
  /** The languages of whoever looks at it, as tags; empty where that is not known. */
  readonly languages: readonly string[];
}

/** Whose work is on the page: everybody's, unless it says otherwise. */
export interface TodayScope {
  /** Only what is mine: what I own, asked for, may decide, or left half way. */
  readonly mine?: boolean;
  /** Only complaints that this person owns. */
  readonly owner?: string;
  /** False where it is enough to know that there is more than is listed. */
  readonly counts?: boolean;
}

/** What today's page needs of a desk; a record that is only read will do. */
export interface TodayDesk {
  readonly store: { readonly read: Pick<RecordReader, 'today' | 'agentsHere'> };
  /** Who looks at it, where that is known. */
  readonly agent?: { readonly name: AgentName };
  readonly now: () => Millis;
}

/** Beyond what is listed, nothing is counted further than this. */
export const mostMore = 1000;

/**
 * Puts together what wants doing today: promises to keep or to explain (P28), call-backs (P9),
 * follow-ups (P33), deadlines (P25), decisions (P21), and conversations to go on with. A complaint
 * stands on it once, with what presses most; a decision stands by itself, since it is another's work.
 * @returns each part with the most pressing first
 * @throws StoreError when the record cannot be read
 */
export async function todayOf(desk: TodayDesk, scope: TodayScope = {}): Promise<Today> {
  const { read } = desk.store;
  const now = desk.now();
  const me = desk.agent?.name;
  const here = (await read.agentsHere()).find(({ name }) => name === me);
  const found = await read.today({ now, ...queryOf(scope, me) });
  const parts = [found.late, found.ahead, found.waits, found.unfinished];
  const entries = entriesOf(
    parts.flatMap(({ rows }) => rows),
    now,
  );
  const decides = here !== undefined && here.role !== 'agent';
  const decisions = found.approvals.rows.map((row) =>
    entryOf(row, reasonOf(row, now, decides && row.asked_by !== me ? 'to_decide' : 'asked'), []),
  );
  const section = (name: TodaySection): TodayEntry[] =>
    [...entries, ...decisions].filter((entry) => entry.section === name).sort(byTime);
  return {
    late: section('late'),
    dueNext: section('due_next'),
    toDecide: section('to_decide'),
    asked: section('asked'),
    waiting: section('waiting'),
    notFinished: section('not_finished').reverse(),
    more: moreOf(found, decides),
    languages: here?.languages ?? [],
  };
}

/** @returns all lines of the page from top to bottom. */
export const entriesOfPage = (page: Today): readonly TodayEntry[] => [
  ...page.late,
  ...page.dueNext,
  ...page.toDecide,
  ...page.asked,
  ...page.waiting,
  ...page.notFinished,
];

/** @returns the lines of a section. */
export const entriesIn = (page: Today, section: TodaySection): readonly TodayEntry[] =>
  entriesOfPage(page).filter((entry) => entry.section === section);

function queryOf(
  { mine, owner, counts = true }: TodayScope,
  me: string | undefined,
): Omit<TodayQuery, 'now'> {
  if (mine === true && me !== undefined) return { owner: me, agent: me, counts };
  return owner === undefined ? { counts } : { owner, counts };
}

function moreOf(found: TodayRows, decides: boolean): Today['more'] {
  const counts: Readonly<Partial<Record<TodaySection, number>>> = {
    late: found.late.more,
    due_next: found.ahead.more,
    [decides ? 'to_decide' : 'asked']: found.approvals.more,
    waiting: found.waits.more,
    not_finished: found.unfinished.more,
  };
  return Object.fromEntries(Object.entries(counts).filter(([, many]) => many > 0));
}

const byTime = (one: TodayEntry, other: TodayEntry): number =>
  one.at - other.at || one.id - other.id;
