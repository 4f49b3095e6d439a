import type { ComplaintEvent } from '../rules/events.ts';
import type {
  Answers,
  ComplaintState,
  Contact,
  Customer,
  CustomerFacts,
  Offer,
  Promised,
} from '../rules/state.ts';
import {
  agentName,
  complaintId,
  currency,
  customerId,
  type Millis,
  millis,
  minor,
} from '../rules/values.ts';
import type { StoredEvent } from '../store/event-log.ts';
import type { ComplaintRow } from '../store/tables/complaint.ts';
import type { ContactRow } from '../store/tables/contact.ts';
import type { CustomerRow } from '../store/tables/customer.ts';
import type { OfferRow } from '../store/tables/offer.ts';
import type { PromiseRow } from '../store/tables/promise.ts';

/** How the state that rules speak of lies in the tables, and back. One place for both ways. */

/** The columns of `complaint`, without those that the store sets itself. */
export type ComplaintColumns = Omit<ComplaintRow, 'id' | 'closed_at'>;

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
  offers: readonly OfferRow[],
  promises: readonly PromiseRow[],
  contacts: readonly ContactRow[],
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
    answerAim: millis(row.answer_aim),
    answerDue: millis(row.answer_due),
    updatedAt: millis(row.updated_at),
    ...(row.finished_at === null ? {} : { finishedAt: millis(row.finished_at) }),
    ...(row.resolved_at === null ? {} : { resolvedAt: millis(row.resolved_at) }),
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

/** @returns an offer as its row. */
export const offerRow = (id: number, offer: Offer): OfferRow => ({
  complaint_id: id,
  n: offer.n,
  remedy: offer.remedy,
  amount: offer.amount ?? null,
  currency: offer.currency ?? null,
  percent: offer.percent ?? null,
  state: offer.state,
});

const offerOf = (row: OfferRow): Offer => ({
  n: row.n,
  remedy: row.remedy,
  ...(row.amount === null ? {} : { amount: minor(row.amount) }),
  ...(row.currency === null ? {} : { currency: currency(row.currency) }),
  ...(row.percent === null ? {} : { percent: row.percent }),
  state: row.state,
});

/** @returns a promise as its row. */
export const promiseRow = (id: number, promise: Promised): PromiseRow => ({
  complaint_id: id,
  n: promise.n,
  what: promise.what,
  who: promise.who,
  due: promise.due,
  made_at: promise.madeAt,
  state: promise.state,
});

const promiseOf = (row: PromiseRow): Promised => ({
  n: row.n,
  what: row.what,
  who: row.who,
  due: millis(row.due),
  madeAt: millis(row.made_at),
  state: row.state,
});

/** @returns a contact as its row. */
export const contactRow = (id: number, contact: Contact): ContactRow => ({
  complaint_id: id,
  n: contact.n,
  kind: contact.kind,
  at: contact.at,
  reason: contact.reason,
  reach: contact.reach ?? null,
  state: contact.state,
});

const contactOf = (row: ContactRow): Contact => ({
  n: row.n,
  kind: row.kind,
  at: millis(row.at),
  reason: row.reason,
  ...(row.reach === null ? {} : { reach: row.reach }),
  state: row.state,
});

/** @returns a customer's row as the person that rules speak of. */
export const customerOf = (row: CustomerRow): Customer => ({
  id: customerId(row.id),
  name: row.name,
  ...(row.phone === null ? {} : { phone: row.phone }),
  ...(row.email === null ? {} : { email: row.email }),
  ...(row.account === null ? {} : { account: row.account }),
  ...(row.address === null ? {} : { address: row.address }),
  ...(row.language === null ? {} : { language: row.language }),
});

/** @returns a line of the log as the event that rules fold; undefined once its body is erased. */
export function eventOf(row: StoredEvent): ComplaintEvent | undefined {
  if (row.complaint === null || row.body === undefined) return undefined;
  return {
    type: row.type,
    body: row.body,
    complaint: complaintId(row.complaint),
    n: row.n,
    at: millis(row.at),
    agent: agentName(row.agent),
  } as ComplaintEvent;
}

/** @returns the text by which a complaint is found, from its own words and its main facts. */
export const searchTextOf = (state: ComplaintState): string =>
  [state.answers.words, state.answers.restated, state.answers.product, state.answers.done]
    .filter((text) => text !== undefined)
    .join('\n');

const flag = (value: boolean | undefined): 0 | 1 | null =>
  value === undefined ? null : value ? 1 : 0;
const unflag = (value: 0 | 1 | null): boolean | null => (value === null ? null : value === 1);

/** @returns somebody new as their row. */
export const customerColumns = (facts: CustomerFacts, at: Millis) => ({
  name: facts.name,
  phone: facts.phone ?? null,
  email: facts.email ?? null,
  account: facts.account ?? null,
  address: facts.address ?? null,
  language: facts.language ?? null,
  created_at: at,
  updated_at: at,
});
