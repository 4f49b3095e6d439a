import { addCustomer, changeCustomerFacts } from '../../src/desk/customer.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { startComplaint } from '../../src/desk/start.ts';
import type { Conversation } from '../../src/rules/conversation.ts';
import type { CustomerFact, CustomerFacts } from '../../src/rules/state.ts';
import type { CustomerId } from '../../src/rules/values.ts';
import { taken } from './at-the-desk.ts';

/** @returns the customer of a conversation, who has to be known. */
export function customerIn({ customer }: Conversation): CustomerId {
  if (customer === undefined) throw new Error('nobody is named');
  return customer.id;
}

/** @returns a new conversation with somebody new of whom all this is known. */
export async function callFrom(
  desk: Desk,
  { name, ...facts }: CustomerFacts,
): Promise<Conversation> {
  const begun = await startComplaint(desk);
  const named = taken(await addCustomer(desk, begun, { name }));
  const changes = Object.entries(facts).map(([fact, value]) => ({
    fact: fact as CustomerFact,
    value: value ?? '',
  }));
  return changes.length === 0 ? named : taken(await changeCustomerFacts(desk, named, changes));
}
