import { foldForSearch } from '../../language/fold.ts';
import { refusesFacts } from '../../rules/customer-facts.ts';
import { questionStanding } from '../../rules/flow.ts';
import type { Question, QuestionName } from '../../rules/questions.ts';
import type { CustomerFact, CustomerFacts } from '../../rules/state.ts';
import { type CustomerId, customerId, refuse } from '../../rules/values.ts';
import type { Transactor } from '../../store/transactor.ts';
import { decideAdded, decideChanged, decideIdentified, decidePassed } from '../customer.ts';
import type { CustomerSaid, RecordFile } from './read-record.ts';
import { ANONYMOUS } from './shape.ts';
import { carryOut, fault, type Taking } from './taking.ts';

/** How many people with the same number are looked at: a family, a firm. */
const SAME_NUMBER = 100;

/** The facts besides the name, by the question that learns them; no question asks for an address. */
const learnt: Partial<Record<QuestionName, readonly CustomerFact[]>> = {
  reach: ['phone', 'email'],
  account: ['account'],
  language: ['language', 'address'],
};

/**
 * Takes whose complaint it is: somebody on record, somebody new, or nobody (P2). Somebody known is
 * not written down twice (P8): what is missing about them is learnt, what is there stays as it is.
 */
export async function takeCustomer(
  taking: Taking,
  said: RecordFile['customer'] = ANONYMOUS,
): Promise<void> {
  if (typeof said === 'object') return takePerson(taking, said);
  if (said === ANONYMOUS) return carryOut(taking, 'customer', decidePassed('customer'), 'customer');
  const known = ANONYMOUS;
  fault(taking, 'customer', refuse('unknown_choice', { given: said, known }), 'customer');
}

async function takePerson(taking: Taking, { id, ...said }: CustomerSaid): Promise<void> {
  const { tx, now } = taking;
  if (id !== undefined) {
    const decision = await decideIdentified(tx, customerId(id));
    return carryOut(taking, 'customer', decision, 'customer.id');
  }
  const person: CustomerFacts = { ...said, name: said.name ?? '' };
  const refusals = refusesFacts(person);
  for (const refusal of refusals) {
    const fact = refusal.field === 'customer' ? 'name' : refusal.field;
    fault(taking, 'customer', refusal, `customer.${fact}`);
  }
  if (refusals.length > 0) return;
  const known = await knownAs(tx, person);
  const decision =
    known === undefined
      ? await decideAdded(tx, { name: person.name }, now)
      : await decideIdentified(tx, known);
  await carryOut(taking, 'customer', decision, 'customer');
}

/** Takes what a question about the customer learns, or passes it over when it learns nothing (P2). */
export async function takeFacts(
  taking: Taking,
  question: Question,
  said: RecordFile['customer'],
): Promise<void> {
  const person = typeof said === 'object' ? said : {};
  for (const fact of learnt[question.name] ?? []) await learn(taking, fact, person[fact]);
  const { conversation } = taking;
  if (!question.asked(conversation) || questionStanding(conversation, question) !== 'open') return;
  await carryOut(taking, question.name, decidePassed(question.name), question.name);
}

async function learn(taking: Taking, fact: CustomerFact, value = ''): Promise<void> {
  const { tx, conversation, now } = taking;
  const { customer } = conversation;
  if (customer === undefined || value.trim() === '' || customer[fact] !== undefined) return;
  const decision = await decideChanged(tx, conversation, fact, value, now);
  await carryOut(taking, 'customer', decision, `customer.${fact}`);
}

/**
 * @returns who on record has the same name and at least one same number or address, however the two
 *   are written; the one written down last, when there are several
 */
async function knownAs(tx: Transactor, person: CustomerFacts): Promise<CustomerId | undefined> {
  const { phone = null, email = null, account = null } = person;
  const same = await tx.customersWithSameKeys({ phone, email, account }, SAME_NUMBER);
  for (const { id } of same) {
    const row = await tx.customer(id);
    if (row !== undefined && sameName(row.name, person.name)) return customerId(id);
  }
  return undefined;
}

const sameName = (one: string, other: string): boolean => plainName(one) === plainName(other);

const plainName = (name: string): string => foldForSearch(name).replaceAll(/\s+/g, ' ').trim();
