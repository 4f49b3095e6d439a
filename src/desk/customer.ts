import type { Conversation } from '../rules/conversation.ts';
import { refusesFact, refusesFacts, tidyFacts } from '../rules/customer-facts.ts';
import type { Happening } from '../rules/events.ts';
import { type QuestionName, questionNamed } from '../rules/questions.ts';
import type { CustomerFact, CustomerFacts } from '../rules/state.ts';
import { type CustomerId, customerId, type Millis, refuse } from '../rules/values.ts';
import type { Transactor } from '../store/transactor.ts';
import { act, type Decision, unless } from './act.ts';
import { tooEarly } from './converse.ts';
import { meantCustomer } from './customers/meant-customer.ts';
import type { Acted, Desk } from './desk.ts';
import { customerColumns } from './rows.ts';

/** Says that the customer is somebody the desk knows: nothing is asked of them again (P2, P8). */
export function identifyCustomer(
  desk: Desk,
  before: Conversation,
  customer: CustomerId,
): Promise<Acted> {
  return act(desk, before, (tx) => unlessEnded(before, () => decideIdentified(tx, customer)));
}

/**
 * What follows from knowing the customer, or why it cannot be them. Who was merged into somebody else
 * meanwhile is that one.
 */
export async function decideIdentified(tx: Transactor, customer: CustomerId): Promise<Decision> {
  const known = await meantCustomer(tx, customer);
  return unless(known ? undefined : refuse('no_such_customer', { customer }, 'customer'), {
    type: 'customer_identified',
    body: { customer: customerId(known?.id ?? customer) },
  });
}

/** A conversation at its end takes nothing more, about the customer neither. */
function unlessEnded(
  before: Conversation,
  decide: () => Promise<Decision> | Decision,
): Promise<Decision> | Decision {
  const ended = tooEarly(before, 'customer');
  return ended === undefined ? decide() : { refusals: [ended] };
}

/** Writes somebody new down. */
export function addCustomer(
  desk: Desk,
  before: Conversation,
  facts: CustomerFacts,
): Promise<Acted> {
  return act(desk, before, (tx, now) => unlessEnded(before, () => decideAdded(tx, facts, now)));
}

/** What follows from somebody new, who gets a number here, or why they cannot be written down. */
export async function decideAdded(
  tx: Transactor,
  facts: CustomerFacts,
  now: Millis,
): Promise<Decision> {
  const refusals = refusesFacts(facts);
  if (refusals.length > 0) return { refusals };
  const added = tidyFacts(facts);
  const customer = customerId(await tx.insertCustomer(customerColumns(added, now)));
  return { happenings: [{ type: 'customer_identified', body: { customer, added } }] };
}

/**
 * Learns one fact about the customer, or puts it right.
 * @param value as typed; an empty one takes the fact away, but a name stays
 */
export const changeCustomer = (
  desk: Desk,
  before: Conversation,
  fact: CustomerFact,
  value: string,
): Promise<Acted> => changeCustomerFacts(desk, before, [{ fact, value }]);

/** Loads what phone numbers are compared by, a tenth of a second that no key press should wait for. */
export async function warmNumbers({ store }: Pick<Desk, 'store'>): Promise<void> {
  await store.read.customersWithSameKeys({ phone: '0', email: null, account: null }, 0);
}

/** A fact about the customer as typed; an empty value takes the fact away, but a name stays. */
export interface FactChange {
  readonly fact: CustomerFact;
  readonly value: string;
}

/**
 * Learns several facts about the customer, or puts them right: an event each, all of them or none,
 * so that one which is refused leaves no half of them behind. Without any, nothing changes.
 */
export async function changeCustomerFacts(
  desk: Desk,
  before: Conversation,
  changes: readonly FactChange[],
): Promise<Acted> {
  // Before the record is locked for writing: nobody else waits for it.
  if (changes.some(({ fact, value }) => fact === 'phone' && value !== '')) await warmNumbers(desk);
  return act(desk, before, (tx, now) =>
    unlessEnded(before, () => decideAllChanged(tx, before, changes, now)),
  );
}

async function decideAllChanged(
  tx: Transactor,
  before: Conversation,
  changes: readonly FactChange[],
  now: Millis,
): Promise<Decision> {
  const refusals = changes.flatMap(({ fact, value }) => refusesFact(fact, value) ?? []);
  if (refusals.length > 0) return { refusals };
  const happenings: Happening[] = [];
  for (const { fact, value } of changes) {
    const decision = await decideChanged(tx, before, fact, value, now);
    if ('refusals' in decision) return decision;
    happenings.push(...decision.happenings);
  }
  return { happenings };
}

/** What follows from a new fact, or why it cannot be taken. */
export async function decideChanged(
  tx: Transactor,
  before: Conversation,
  fact: CustomerFact,
  value: string,
  now: Millis,
): Promise<Decision> {
  if (before.customer === undefined) return { refusals: [refuse('no_customer_yet', {}, fact)] };
  const refusal = refusesFact(fact, value);
  if (refusal !== undefined) return { refusals: [refusal] };
  const customer = before.customer.id;
  // Another conversation may have learnt it meanwhile: what is replaced is what the table holds.
  const from = (await tx.customer(customer))?.[fact] ?? null;
  const to = value.trim() === '' ? null : value.trim();
  await tx.updateCustomer(customer, { [fact]: to, updated_at: now });
  return { happenings: [{ type: 'customer_changed', body: { customer, fact, from, to } }] };
}

/** A question about the customer is passed over: they need not tell (P2). */
export function passCustomerQuestion(
  desk: Desk,
  before: Conversation,
  question: QuestionName,
): Promise<Acted> {
  return act(desk, before, () =>
    unlessEnded(before, () =>
      questionNamed(question).asked(before)
        ? decidePassed(question)
        : { refusals: [refuse('not_asked', {}, question)] },
    ),
  );
}

/** What follows from passing a question about the customer over. */
export function decidePassed(question: QuestionName): Decision {
  const about = questionNamed(question).about === 'customer';
  return unless(about ? undefined : refuse('not_asked', {}, question), {
    type: 'customer_passed',
    body: { question },
  });
}
