import { hash } from 'node:crypto';
import type { Counting } from '../../rules/clock.ts';
import type { ComplaintState } from '../../rules/state.ts';
import { agentName, type Millis, millis, readRef } from '../../rules/values.ts';
import type { ColumnDates } from './column-dates.ts';
import type { Draft } from './draft.ts';
import type { FileRow } from './file-row.ts';
import type { ImportFieldName } from './import-fields.ts';
import { approvalsFrom, contactsFrom, offersFrom, promisesFrom } from './own-lists.ts';
import { answersFrom } from './read-answers.ts';
import { personFrom } from './read-person.ts';
import { remedyFrom } from './read-remedy.ts';
import { saidAfterwards } from './read-satisfaction.ts';
import type { RowFields } from './row-fields.ts';
import { RowRefused } from './row-problem.ts';
import { RowValues } from './row-values.ts';

/** What rows are read with. */
export interface Reading {
  readonly fields: RowFields;
  readonly dates: ColumnDates;
  /** Whose complaints they are that say nobody, and who brings them in. */
  readonly agent: string;
  /** For sums that name no currency. */
  readonly currency: string;
  /** Business time from the first hello to the answer, and to its inner target, in milliseconds. */
  readonly answer: { readonly span: number; readonly aim: number };
  readonly counting: Counting;
  readonly now: Millis;
}

/** Dates this far ahead of us are a slip; a clock elsewhere may be a little fast. */
const AHEAD = 86_400_000;

/**
 * Makes a complaint of a row.
 * @returns undefined for a row in which nothing stands
 * @throws RowRefused with why it cannot come in
 */
export function readDraft(
  row: FileRow,
  columns: readonly string[],
  reading: Reading,
): Draft | undefined {
  const { fields } = reading;
  if (row.cells.length > 0 && row.cells.every((cell) => cell === null || cell === '')) {
    return undefined;
  }
  if (row.fault !== undefined) {
    const facts = { cells: row.cells.length, columns: columns.length };
    throw new RowRefused(row.fault, row.fault === 'cells' ? facts : {});
  }
  requireText(row);
  fields.look(columns);
  const values = new RowValues(row, reading);
  const times = timesOf(values, reading);
  const rest = fields.rest(row);
  const person = personFrom(values);
  const mergedInto = values.text('merged_into');
  const reference = fields.mapping.exact ? values.text('reference') : undefined;
  const wants = reference === undefined ? undefined : readRef(reference);
  if (reference !== undefined && wants === undefined) {
    throw new RowRefused('not-a-reference', { text: reference }, 'reference');
  }
  return {
    row: row.row,
    raw: row.raw,
    id: idOf(row, fields),
    ...(wants === undefined ? {} : { wants }),
    revision: values.whole('revision', 1) ?? 1,
    at: times.updatedAt,
    state: stateOf(values, reading, times),
    ...(person === undefined ? {} : { person }),
    ...(mergedInto === undefined ? {} : { mergedInto }),
    ...(rest === undefined ? {} : { rest }),
  };
}

/** A NUL ends a text in SQLite, and half a character is none: neither would come back as it was. */
function requireText({ raw, cells }: FileRow): void {
  // In JSON both can hide behind an escape.
  const suspect = !raw.isWellFormed() || raw.includes('\0') || raw.includes('\\u');
  if (!suspect) return;
  const code = faultIn(cells) ?? (raw.isWellFormed() ? undefined : 'half-character');
  if (code !== undefined) throw new RowRefused(code);
}

function faultIn(value: unknown): 'nul' | 'half-character' | undefined {
  if (typeof value === 'string') {
    if (value.includes('\0')) return 'nul';
    return value.isWellFormed() ? undefined : 'half-character';
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const inner of Object.entries(value).flat()) {
    const found = faultIn(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Without a number of its own, a row is known by all that stands in it. */
function idOf(row: FileRow, fields: RowFields): string {
  const { mapping } = fields;
  if (mapping.id.length === 0) return `row-${hash('sha256', row.raw, 'hex').slice(0, 32)}`;
  const id = fields.id(row);
  if (id === undefined) throw new RowRefused('no-id', {}, 'id');
  return id;
}

/** The moments of a complaint. */
interface Times
  extends Pick<
    ComplaintState,
    'openedAt' | 'updatedAt' | 'answerAim' | 'answerDue' | 'stage' | 'reopened'
  > {
  readonly receivedAt?: Millis;
  readonly finishedAt?: Millis;
  readonly resolvedAt?: Millis;
  readonly closedAt?: Millis;
}

function timesOf(values: RowValues, reading: Reading): Times {
  const { exact } = reading.fields.mapping;
  const received = values.time('received_at');
  const opened = values.time('opened_at') ?? received;
  if (opened === undefined) throw new RowRefused('no-date', {}, 'opened_at');
  if (!exact && opened > reading.now + AHEAD)
    throw new RowRefused('ahead', { text: '' }, 'opened_at');
  const closed = values.time('closed_at');
  const stage = stageOf(values, closed);
  const ended = stage === 'resolved' || stage === 'closed';
  if (!exact && closed !== undefined && !ended) throw new RowRefused('open-but-closed', { stage });
  // What is missing is told from the rest, but never in a record that was ours already.
  const told = <Value>(name: ImportFieldName, from: Value | undefined): Value | undefined =>
    exact && reading.fields.has(name) ? undefined : from;
  const resolved = values.time('resolved_at') ?? (ended ? told('resolved_at', closed) : undefined);
  const finished =
    values.time('finished_at') ?? (ended ? told('finished_at', resolved ?? closed) : undefined);
  for (const [name, at] of [
    ['closed_at', closed],
    ['resolved_at', resolved],
  ] as const) {
    if (!exact && at !== undefined && at < opened) throw new RowRefused('out-of-order', {}, name);
  }
  const last = Math.max(opened, finished ?? 0, resolved ?? 0, closed ?? 0);
  const { answer, counting } = reading;
  const from = received ?? opened;
  return {
    stage,
    openedAt: opened,
    ...(received === undefined || (!exact && received === opened) ? {} : { receivedAt: received }),
    ...(finished === undefined ? {} : { finishedAt: finished }),
    ...(resolved === undefined ? {} : { resolvedAt: resolved }),
    ...(closed === undefined ? {} : { closedAt: closed }),
    updatedAt: values.time('updated_at') ?? millis(last),
    answerAim: values.time('answer_aim') ?? counting.after(from, answer.aim),
    answerDue: values.time('answer_due') ?? counting.after(from, answer.span),
    reopened: values.whole('reopened') ?? 0,
  };
}

function stageOf(values: RowValues, closed: Millis | undefined): ComplaintState['stage'] {
  const said = values.choice('stage');
  if (said !== undefined) return said;
  if (closed !== undefined) return 'closed';
  return values.time('resolved_at') === undefined ? 'open' : 'resolved';
}

function stateOf(values: RowValues, reading: Reading, times: Times): Draft['state'] {
  const { updatedAt: _, ...moments } = times;
  const owner = values.text('owner') ?? reading.agent;
  const { offers, answer } = remedyFrom(values, offersFrom(values.list('offers')));
  const contacts = contactsFrom(values.list('contacts'));
  const answers = { ...answersFrom(values), ...answer };
  const {
    resolution,
    decision,
    root_cause: rootCause,
    changed,
    resolved_by: by,
  } = values.texts('resolution', 'decision', 'root_cause', 'changed', 'resolved_by');
  const accepted = values.yesNo('accepted');
  const verdict = values.choice('verdict');
  const contactsTaken = values.whole('contacts_taken');
  return {
    ...moments,
    openedBy: agentName(values.text('opened_by') ?? owner),
    owner: agentName(owner),
    answers,
    passed: [],
    offers,
    promises: promisesFrom(values.list('promises'), times.openedAt),
    contacts: saidAfterwards(values, contacts, times),
    approvals: approvalsFrom(values.list('approvals')),
    ...(by === undefined ? {} : { resolvedBy: agentName(by) }),
    ...(resolution === undefined ? {} : { resolution }),
    ...(accepted === undefined ? {} : { accepted }),
    ...(decision === undefined ? {} : { decision }),
    ...(rootCause === undefined ? {} : { rootCause }),
    ...(verdict === undefined ? {} : { verdict }),
    ...(changed === undefined ? {} : { changed }),
    ...(contactsTaken === undefined ? {} : { contactsTaken }),
  };
}
