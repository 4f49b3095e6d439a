import type { RecordReader } from '../../desk/customers/customer-record.ts';
import { type CustomerId, customerId } from '../../rules/values.ts';
import { Fault } from '../fault.ts';

/** So many who fit are named. */
const NAMED = 5;

/**
 * Finds the customer that is meant: by number, or by a name, phone, email or account that only one of
 * them fits.
 * @throws Fault `notFound` when nobody does, `usage` when several do
 */
export async function whichCustomer(
  given: string,
  read: Pick<RecordReader, 'customersMatching' | 'customerRecords'> | undefined,
): Promise<CustomerId> {
  const nobody = new Fault('notFound', 'no-such-customer', { given });
  if (read === undefined || given.trim() === '') throw nobody;
  if (/^[1-9]\d{0,14}$/.test(given.trim())) {
    const id = Number(given);
    const [known] = await read.customerRecords([id], []);
    if (known !== undefined) return customerId(id);
  }
  const found = await read.customersMatching(given, NAMED + 1);
  const [only, second] = found;
  if (only === undefined) throw nobody;
  if (second === undefined) return customerId(only.id);
  const known = found.map(({ id, name }) => `${id} ${name}`);
  throw new Fault('usage', 'several-customers', {
    given,
    known: [...known.slice(0, NAMED), ...(known.length > NAMED ? ['…'] : [])].join(', '),
  });
}
