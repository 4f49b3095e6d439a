import type { ComplaintEvent } from '../../src/rules/events.ts';
import type { Customer, CustomerFact } from '../../src/rules/state.ts';

/**
 * Who the customers are, told from the log alone, line by line: an `undone` does the opposite of
 * what it takes back. It is written apart from the desk, so that one can prove the other.
 * @param log the events of all complaints in the order of the log
 */
export function customersAsLogged(log: readonly ComplaintEvent[]): ReadonlyMap<number, Customer> {
  const customers = new Map<number, Customer>();
  for (const event of log) {
    const { event: about, back } = meantBy(event, log);
    if (about.type === 'customer_identified' && about.body.added !== undefined) {
      const { customer: id, added } = about.body;
      if (back) customers.delete(id);
      else customers.set(id, { id, ...added });
    }
    if (about.type === 'customer_changed') {
      const { customer: id, fact, from, to } = about.body;
      const before = customers.get(id);
      if (before === undefined) throw new Error(`${id} was changed and is not there`);
      customers.set(id, withFact(before, fact, back ? from : to));
    }
  }
  return customers;
}

/** The event at the end of a chain of undone ones, and whether it is taken back by this one. */
function meantBy(event: ComplaintEvent, log: readonly ComplaintEvent[]) {
  let about = event;
  let back = false;
  while (about.type === 'undone') {
    const { complaint } = about;
    const { undoes } = about.body;
    const target = log.find((other) => other.complaint === complaint && other.n === undoes);
    if (target === undefined) throw new Error(`${undoes} of ${complaint} is not in the log`);
    about = target;
    back = !back;
  }
  return { event: about, back };
}

function withFact(customer: Customer, fact: CustomerFact, value: string | null): Customer {
  const { [fact]: _, ...rest } = customer;
  return (value === null ? rest : { ...rest, [fact]: value }) as Customer;
}
