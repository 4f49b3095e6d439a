import { clockKinds } from '../../rules/clock.ts';
import type { Answers, ComplaintState } from '../../rules/state.ts';
import { agentName, complaintId, customerId, millis } from '../../rules/values.ts';
import type { ApprovalRow } from '../../store/tables/approval.ts';
import type { ClockRow } from '../../store/tables/clock.ts';
import type { ComplaintRow } from '../../store/tables/complaint.ts';
import type { ContactRow } from '../../store/tables/contact.ts';
import type { OfferRow } from '../../store/tables/offer.ts';
import type { PromiseRow } from '../../store/tables/promise.ts';
import { approvalOf, clockOf } from './day.ts';
import { contactOf, offerOf, promiseOf } from './outcome.ts';

/** What hangs on a complaint, as its rows. */
export interface OutcomeRows {
  readonly offers: readonly OfferRow[];
  readonly promises: readonly PromiseRow[];
  readonly contacts: readonly ContactRow[];
  readonly approvals: readonly ApprovalRow[];
  readonly clocks: readonly ClockRow[];
}

/** The columns of `complaint`, without those that the store sets itself. */
export type ComplaintColumns = Omit<ComplaintRow, 'id'>;

/** @returns a state as the columns of its row. */
export function complaintColumns(state: ComplaintState): ComplaintColumns {
  const { answers } = state;
  return {
    revision: state.revision,
    stage: state.stage,
    opened_at: state.openedAt,
    opened_by: state.openedBy,
    owner: state.owner,
    customer_id: state.customer ?? null,
    channel: answers.channel ?? null,
    words: answers.words ?? null,
    restated: answers.restated ?? null,
    confirmed: flag(answers.confirmed),
    unconfirmed_reason: answers.unconfirmed_reason ?? null,
    happened: answers.happened ?? null,
    product: answers.product ?? null,
    cause: answers.cause ?? null,
    severity: answers.severity ?? null,
    wish: answers.wish ?? null,
    wish_detail: answers.wish_detail ?? null,
    fault: answers.fault ?? null,
    apology: answers.apology ?? null,
    only_reason: answers.only_reason ?? null,
    chosen: answers.chosen === undefined ? null : String(answers.chosen),
    instead: answers.instead ?? null,
    done: answers.done ?? null,
    takes: answers.takes ?? null,
    outcome: answers.outcome ?? null,
    unsatisfied_reason: answers.unsatisfied_reason ?? null,
    improves: answers.improves ?? null,
    thanked: flag(answers.thanked),
    followup: answers.followup ?? null,
    passed: JSON.stringify(state.passed),
    answer_aim: state.answerAim,
    answer_due: state.answerDue,
    updated_at: state.updatedAt,
    finished_at: state.finishedAt ?? null,
    resolved_at: state.resolvedAt ?? null,
    closed_at: state.closedAt ?? null,
    received_at: state.receivedAt ?? null,
    accepted: flag(state.accepted),
    decision: state.decision ?? null,
    resolution: state.resolution ?? null,
    resolved_by: state.resolvedBy ?? null,
    root_cause: state.rootCause ?? null,
    verdict: state.verdict ?? null,
    changed: state.changed ?? null,
    contacts_taken: state.contactsTaken ?? null,
    reopened: state.reopened,
    merged_into: state.mergedInto ?? null,
  };
}

/** @returns only what differs between two rows: what an UPDATE has to write. */
export function changedColumns(
  before: ComplaintColumns,
  after: ComplaintColumns,
): Partial<ComplaintColumns> {
  const names = Object.keys(after) as (keyof ComplaintColumns)[];
  return Object.fromEntries(
    names.filter((name) => before[name] !== after[name]).map((name) => [name, after[name]]),
  );
}

/** @returns a complaint's rows as the state they hold. */
export function stateOf(
  row: ComplaintRow,
  { offers, promises, contacts, approvals, clocks }: OutcomeRows,
): ComplaintState {
  return {
    id: complaintId(row.id),
    revision: row.revision,
    stage: row.stage,
    openedAt: millis(row.opened_at),
    openedBy: agentName(row.opened_by),
    owner: agentName(row.owner),
    ...(row.customer_id === null ? {} : { customer: customerId(row.customer_id) }),
    answers: answersOf(row),
    passed: JSON.parse(row.passed) as string[],
    offers: offers.map(offerOf),
    promises: promises.map(promiseOf),
    contacts: contacts.map(contactOf),
    approvals: approvals.map(approvalOf),
    clocks: clocks
      .map(clockOf)
      .sort((a, b) => clockKinds.indexOf(a.kind) - clockKinds.indexOf(b.kind)),
    ...(row.received_at === null ? {} : { receivedAt: millis(row.received_at) }),
    answerAim: millis(row.answer_aim),
    answerDue: millis(row.answer_due),
    updatedAt: millis(row.updated_at),
    ...(row.finished_at === null ? {} : { finishedAt: millis(row.finished_at) }),
    ...(row.resolved_at === null ? {} : { resolvedAt: millis(row.resolved_at) }),
    ...(row.closed_at === null ? {} : { closedAt: millis(row.closed_at) }),
    ...(row.accepted === null ? {} : { accepted: row.accepted === 1 }),
    ...(row.decision === null ? {} : { decision: row.decision }),
    ...(row.resolution === null ? {} : { resolution: row.resolution }),
    ...(row.resolved_by === null ? {} : { resolvedBy: agentName(row.resolved_by) }),
    ...(row.root_cause === null ? {} : { rootCause: row.root_cause }),
    ...(row.verdict === null ? {} : { verdict: row.verdict }),
    ...(row.changed === null ? {} : { changed: row.changed }),
    ...(row.contacts_taken === null ? {} : { contactsTaken: row.contacts_taken }),
    reopened: row.reopened,
    ...(row.merged_into === null ? {} : { mergedInto: complaintId(row.merged_into) }),
  };
}

function answersOf(row: ComplaintRow): Answers {
  const answers = {
    channel: row.channel,
    words: row.words,
    restated: row.restated,
    confirmed: unflag(row.confirmed),
    unconfirmed_reason: row.unconfirmed_reason,
    happened: row.happened,
    product: row.product,
    cause: row.cause,
    severity: row.severity,
    wish: row.wish,
    wish_detail: row.wish_detail,
    fault: row.fault,
    apology: row.apology,
    only_reason: row.only_reason,
    chosen: row.chosen === null || row.chosen === 'neither' ? row.chosen : Number(row.chosen),
    instead: row.instead,
    done: row.done,
    takes: row.takes,
    outcome: row.outcome,
    unsatisfied_reason: row.unsatisfied_reason,
    improves: row.improves,
    thanked: unflag(row.thanked),
    followup: row.followup,
  };
  // What the columns may hold was checked when it was written; a NULL is an answer not given.
  return Object.fromEntries(
    Object.entries(answers).filter(([, value]) => value !== null),
  ) as Answers;
}

/** @returns the text by which a complaint is found, from its own words and its main facts. */
export const searchTextOf = (state: Pick<ComplaintState, 'answers' | 'resolution'>): string =>
  [
    state.answers.words,
    state.answers.restated,
    state.answers.product,
    state.answers.done,
    state.resolution,
  ]
    .filter((text) => text !== undefined)
    .join('\n');

const flag = (value: boolean | undefined): 0 | 1 | null =>
  value === undefined ? null : value ? 1 : 0;
const unflag = (value: 0 | 1 | null): boolean | null => (value === null ? null : value === 1);
