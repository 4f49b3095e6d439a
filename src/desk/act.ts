import { clocksAfter } from '../rules/clocks.ts';
import type { Conversation, ConversationCustomer } from '../rules/conversation.ts';
import type { ComplaintEvent, Happening } from '../rules/events.ts';
import { nextQuestion } from '../rules/flow.ts';
import { applyWithoutClocks, withClocks } from '../rules/fold.ts';
import { LAST_QUESTION } from '../rules/questions.ts';
import type { ComplaintState } from '../rules/state.ts';
import {
  type ComplaintId,
  type CustomerId,
  type Millis,
  millis,
  type Refusal,
  refuse,
} from '../rules/values.ts';
import type { Reader } from '../store/reader.ts';
import type { Transactor } from '../store/transactor.ts';
import { type Acted, type Desk, refused } from './desk.ts';
import { givenElsewhere } from './given-remedies.ts';
import {
  approvalRow,
  changedColumns,
  clockRow,
  complaintColumns,
  contactRow,
  customerOf,
  offerRow,
  promiseRow,
  searchTextOf,
  stateOf,
} from './rows.ts';

/** What a rule decided: what happened, or why nothing may. */
export type Decision =
  | { readonly happenings: readonly Happening[] }
  | { readonly refusals: readonly Refusal[] };

/**
 * The one way to change a complaint: rule, events and state in one transaction. When it returns
 * `ok`, the change is on disk.
 * @param before the conversation as the agent sees it; if another window went on meanwhile, the
 *   change is refused with `changed_elsewhere`, so that nobody writes over what they did not see
 * @param decide asks the rules; it may read and allot through `tx`
 * @param place `kept`: what was done beside the conversation leaves it standing where it was, with
 *   what somebody has typed there and not confirmed
 * @throws StoreError when the file cannot be written; nothing was changed then
 */
export async function act(
  desk: Desk,
  before: Conversation,
  decide: (tx: Transactor, now: Millis) => Promise<Decision> | Decision,
  { place = 'next' }: { readonly place?: 'next' | 'kept' } = {},
): Promise<Acted> {
  return desk.store.transact(async (tx) => {
    const { id, revision } = before.state;
    const stored = await tx.revisionOf(id);
    if (stored === undefined) return refused(refuse('no_such_complaint', { id }));
    if (stored !== revision) return refused(refuse('changed_elsewhere', { id }));
    const now = momentAfter(before.state, desk.now());
    const decision = await decide(tx, now);
    if ('refusals' in decision) return refused(...decision.refusals);
    const { customer } = before;
    const state = await append(tx, desk, before.state, decision.happenings, now, customer);
    await writeState(tx, before.state, state);
    const conversation = await conversationOf(tx, desk, state, customer);
    if (place === 'next' || state.finishedAt !== before.state.finishedAt) {
      await keepNext(tx, conversation, now);
    }
    return { ok: true, conversation };
  });
}

/**
 * An unfinished conversation always has a place to go on from, even when the power fails right after
 * an answer; a finished one has none.
 */
export async function keepNext(
  tx: Transactor,
  conversation: Conversation,
  at: Millis,
): Promise<void> {
  const { id, owner, finishedAt } = conversation.state;
  if (finishedAt !== undefined) return tx.clearPlace(id);
  const question = nextQuestion(conversation)?.name ?? LAST_QUESTION;
  await tx.setPlace({ complaint_id: id, question, draft: null, agent: owner, at });
}

/** A clock that was set back never makes a log run backwards. */
export const momentAfter = (state: ComplaintState, now: Millis): Millis =>
  millis(Math.max(now, state.updatedAt));

/**
 * Appends happenings to the log and applies them.
 * @param known whose complaint it was before them, where that was read at the same revision
 * @returns the state after them, not yet written to the tables
 */
export async function append(
  tx: Transactor,
  desk: Desk,
  before: ComplaintState,
  happenings: readonly Happening[],
  at: Millis,
  known?: ConversationCustomer,
): Promise<ComplaintState> {
  let state = before;
  for (const happening of happenings) {
    const plain: ComplaintEvent = {
      ...happening,
      complaint: state.id,
      n: state.revision + 1,
      at,
      agent: desk.agent.name,
    };
    const after = applyWithoutClocks(state, plain);
    const event = await clocked(tx, desk, state, after, plain, known);
    await tx.appendEvent(event);
    state = withClocks(after, event);
  }
  return state;
}

/** @returns an event with what it does to the clocks, from the state before and after it. */
export async function clocked(
  tx: Reader,
  { counting, playbook }: Pick<Desk, 'counting' | 'playbook'>,
  before: ComplaintState | undefined,
  after: ComplaintState,
  event: ComplaintEvent,
  known?: ConversationCustomer,
): Promise<ComplaintEvent> {
  const facts = {
    targets: playbook.targets,
    keyCustomer: await isKeyCustomer(tx, after.customer, known),
  };
  const clocks = clocksAfter(before, after, event.at, facts, await counting(tx));
  return clocks.length === 0
    ? event
    : ({ ...event, body: { ...event.body, clocks } } as ComplaintEvent);
}

/** Who becomes a key customer, or is one no longer, has an event in each complaint that is not closed. */
async function isKeyCustomer(
  tx: Reader,
  id: CustomerId | undefined,
  known: ConversationCustomer | undefined,
): Promise<boolean> {
  if (id === undefined) return false;
  if (known?.id === id) return known.key === true;
  return (await tx.customer(id))?.key === 1;
}

/** Writes what differs between two states to the tables and the search index. */
export async function writeState(
  tx: Transactor,
  before: ComplaintState,
  after: ComplaintState,
): Promise<void> {
  const { id } = after;
  await tx.updateComplaint(id, changedColumns(complaintColumns(before), complaintColumns(after)));
  if (after.offers !== before.offers) {
    await tx.replaceOffers(
      id,
      after.offers.map((offer) => offerRow(id, offer)),
    );
  }
  if (after.promises !== before.promises) {
    await tx.replacePromises(
      id,
      after.promises.map((promise) => promiseRow(id, promise)),
    );
  }
  if (after.contacts !== before.contacts) {
    await tx.replaceContacts(
      id,
      after.contacts.map((contact) => contactRow(id, contact)),
    );
  }
  if (after.approvals !== before.approvals) {
    await tx.replaceApprovals(
      id,
      after.approvals.map((approval) => approvalRow(id, approval)),
    );
  }
  await writeClocks(tx, before, after);
  const text = searchTextOf(after);
  if (text !== searchTextOf(before)) await tx.indexComplaint(id, text);
}

/** Most events touch one clock of several; only an undo takes one away. */
async function writeClocks(
  tx: Transactor,
  before: ComplaintState,
  { id, clocks }: ComplaintState,
): Promise<void> {
  if (clocks === before.clocks) return;
  const gone = before.clocks.some(({ kind }) => !clocks.some((clock) => clock.kind === kind));
  if (gone) {
    return tx.replaceClocks(
      id,
      clocks.map((clock) => clockRow(id, clock)),
    );
  }
  for (const clock of clocks) {
    if (!before.clocks.includes(clock)) await tx.putClock(clockRow(id, clock));
  }
}

/** @returns a complaint's state as the tables hold it, or undefined when there is none. */
export async function readState(
  read: Reader,
  id: ComplaintId,
): Promise<ComplaintState | undefined> {
  const row = await read.complaint(id);
  if (row === undefined) return undefined;
  return stateOf(row, {
    offers: await read.offersOf(id),
    promises: await read.promisesOf(id),
    contacts: await read.contactsOf(id),
    approvals: await read.approvalsOf(id),
    clocks: await read.clocksOf(id),
  });
}

/** @returns a state with the person and the playbook it is looked at with. */
export async function conversationOf(
  read: Reader,
  desk: Pick<Desk, 'playbook'> & Partial<Pick<Desk, 'agent'>>,
  state: ComplaintState,
  known?: ConversationCustomer,
): Promise<Conversation> {
  const { playbook } = desk;
  const customer = await readCustomer(read, desk, state, known);
  return customer === undefined ? { state, playbook } : { state, customer, playbook };
}

async function readCustomer(
  read: Reader,
  { playbook, agent }: Pick<Desk, 'playbook'> & Partial<Pick<Desk, 'agent'>>,
  state: ComplaintState,
  known: ConversationCustomer | undefined,
): Promise<ConversationCustomer | undefined> {
  if (state.customer === undefined) return undefined;
  const row = await read.customer(state.customer);
  if (row === undefined) return undefined;
  // What they were given elsewhere is looked at anew where it decides: when something is offered.
  const given =
    known?.id === row.id
      ? known.given
      : await givenElsewhere(read, state, playbook, state.updatedAt, agent?.authority);
  return { ...customerOf(row), isNew: row.created_at >= state.openedAt, given };
}

/** @returns the conversation with what its customer was given elsewhere as it is now (P21). */
export async function withGivenNow(
  read: Reader,
  { agent, playbook }: Pick<Desk, 'agent' | 'playbook'>,
  conversation: Conversation,
  now: Millis,
): Promise<Conversation> {
  const { state, customer } = conversation;
  if (customer === undefined) return conversation;
  const given = await givenElsewhere(read, state, playbook, now, agent.authority);
  return { ...conversation, customer: { ...customer, given } };
}

/** @returns the conversation of a complaint, or undefined when there is no such complaint. */
export async function openConversation(
  desk: Desk,
  id: ComplaintId,
): Promise<Conversation | undefined> {
  const state = await readState(desk.store.read, id);
  return state && conversationOf(desk.store.read, desk, state);
}

/** Asks one rule and says what happens when it does not refuse. */
export function unless(
  refusal: Refusal | undefined,
  ...happenings: readonly Happening[]
): Decision {
  return refusal === undefined ? { happenings } : { refusals: [refusal] };
}
