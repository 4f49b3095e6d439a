import type { Conversation } from '../rules/conversation.ts';
import type { ComplaintEvent } from '../rules/events.ts';
import { fold } from '../rules/fold.ts';
import type { ComplaintState } from '../rules/state.ts';
import { activeEvents, isBeginning, redoTarget, undoTarget } from '../rules/undo.ts';
import { builtOn } from '../rules/undo-built-on.ts';
import { type Refusal, refOf, refuse } from '../rules/values.ts';
import type { Transactor } from '../store/transactor.ts';
import { conversationOf, keepNext, momentAfter, writeState } from './act.ts';
import { type Acted, type Desk, refused } from './desk.ts';
import { partFrom } from './merge.ts';
import { customerColumns, eventOf } from './rows.ts';

/** An undo that was made tells what it took back, so that the agent sees it. */
export type Undone = Acted & { readonly event?: ComplaintEvent };

/** Takes the last answer back by a compensating event; the log keeps both. */
export function undo(desk: Desk, before: Conversation): Promise<Undone> {
  return compensate(desk, before, (events) => {
    const event = undoTarget(events);
    if (event === undefined) return undefined;
    const later = builtOn(events, event);
    if (later !== undefined) return refuse('built_on', { n: event.n, later: later.n }, 'event');
    return byItself(event) ?? { undoes: event.n, event, back: true };
  });
}

/**
 * Takes back an earlier action by its number, unless something was built on it since.
 * @param n the event's number within the complaint, as the log shows it
 */
export function undoNamed(desk: Desk, before: Conversation, n: number): Promise<Undone> {
  return compensate(desk, before, (events) => {
    const event = activeEvents(events).find((one) => one.n === n);
    if (event === undefined) return refuse('no_such_event', { n }, 'event');
    if (isBeginning(event)) return refuse('opening_stays', {}, 'event');
    const later = builtOn(events, event);
    if (later !== undefined) return refuse('built_on', { n, later: later.n }, 'event');
    return byItself(event) ?? { undoes: event.n, event, back: true };
  });
}

/** What is one half of something is taken back where the whole was done. */
function byItself(event: ComplaintEvent): Refusal | undefined {
  if (event.type === 'absorbed') {
    return refuse('undo_at_other', { reference: refOf(event.body.from) });
  }
  return event.type === 'customer_merged' ? refuse('undo_customer_merge') : undefined;
}

/** Brings back what undo took, as long as nothing new was said. */
export function redo(desk: Desk, before: Conversation): Promise<Undone> {
  return compensate(desk, before, (events) => {
    const undone = redoTarget(events);
    const event = undone && events.find(({ n }) => n === targetOf(undone));
    return undone && event && { undoes: undone.n, event, back: false };
  });
}

interface Compensation {
  /** The event that the new `undone` names. */
  readonly undoes: number;
  /** The event that stops counting, or counts again. */
  readonly event: ComplaintEvent;
  readonly back: boolean;
}

function compensate(
  desk: Desk,
  before: Conversation,
  find: (events: readonly ComplaintEvent[]) => Compensation | Refusal | undefined,
): Promise<Undone> {
  return desk.store.transact(async (tx) => {
    const { id, revision } = before.state;
    if ((await tx.revisionOf(id)) !== revision) return refused(refuse('changed_elsewhere', { id }));
    const events = (await tx.eventsOf(id)).flatMap((row) => eventOf(row) ?? []);
    const found = find(events);
    if (found === undefined) return refused(refuse('nothing_to_undo', { id }));
    if ('code' in found) return refused(found);
    const at = momentAfter(before.state, desk.now());
    const undone: ComplaintEvent = {
      type: 'undone',
      body: { undoes: found.undoes },
      complaint: id,
      n: revision + 1,
      at,
      agent: desk.agent.name,
    };
    const state = fold([...events, undone]);
    if (state === undefined) throw new RangeError(`complaint ${id} has no events`);
    const refusal =
      (await compensateCustomer(tx, id, found, at)) ??
      (await refusesLost(tx, state)) ??
      (found.event.type === 'merged'
        ? await partFrom(tx, desk, found.event, found.back)
        : undefined);
    if (refusal !== undefined) return refused(refusal);
    await tx.appendEvent(undone);
    await writeState(tx, before.state, state);
    await removeCustomer(tx, found);
    const conversation = await conversationOf(tx, desk, state);
    await keepNext(tx, conversation, at);
    return { ok: true, conversation, event: found.event };
  });
}

const targetOf = (event: ComplaintEvent): number | undefined =>
  event.type === 'undone' ? event.body.undoes : undefined;

/**
 * What an event did to the customer is taken back, or done again, with it. Where somebody else has
 * built on it since, nothing is undone.
 */
async function compensateCustomer(
  tx: Transactor,
  complaint: number,
  { event, back }: Compensation,
  at: ComplaintEvent['at'],
): Promise<Refusal | undefined> {
  if (event.type === 'customer_changed') {
    const { customer, fact } = event.body;
    const [from, to] = back ? [event.body.to, event.body.from] : [event.body.from, event.body.to];
    const row = await tx.customer(customer);
    if (row === undefined || (row[fact] ?? null) !== from) {
      return refuse('customer_changed_elsewhere', { customer }, fact);
    }
    await tx.updateCustomer(customer, { [fact]: to, updated_at: at });
  }
  if (event.type === 'customer_identified' && event.body.added !== undefined) {
    const { customer, added } = event.body;
    if (!back) {
      await tx.insertCustomer({ id: customer, ...customerColumns(added, at) });
    } else if (await isUsedElsewhere(tx, customer, complaint)) {
      return refuse('customer_used_elsewhere', { customer }, 'customer');
    }
  }
  return undefined;
}

/** Another complaint is theirs as well, or somebody else turned out to be them. */
async function isUsedElsewhere(
  tx: Transactor,
  customer: number,
  complaint: number,
): Promise<boolean> {
  const others = (await tx.complaintsOf(customer, 2)).filter(({ id }) => id !== complaint);
  return others.length > 0 || (await tx.mergedIntoCustomer(customer)).length > 0;
}

/** Whom another complaint wrote down, and took back, nobody can come back to. */
async function refusesLost(tx: Transactor, state: ComplaintState): Promise<Refusal | undefined> {
  const { customer } = state;
  if (customer === undefined || (await tx.customer(customer)) !== undefined) return undefined;
  return refuse('no_such_customer', { customer }, 'customer');
}

/** Only after the complaint has let go of them: a foreign key holds the two together. */
async function removeCustomer(tx: Transactor, { event, back }: Compensation): Promise<void> {
  if (back && event.type === 'customer_identified' && event.body.added !== undefined) {
    await tx.deleteCustomer(event.body.customer);
  }
}
