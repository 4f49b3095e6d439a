import type { Customer, CustomerFacts } from '../../rules/state.ts';
import { customerId, type Millis } from '../../rules/values.ts';
import type { CustomerRow } from '../../store/tables/customer.ts';

/** @returns a customer's row as the person that rules speak of. */
export const customerOf = (row: CustomerRow): Customer => ({
  id: customerId(row.id),
  name: row.name,
  ...(row.phone === null ? {} : { phone: row.phone }),
  ...(row.email === null ? {} : { email: row.email }),
  ...(row.account === null ? {} : { account: row.account }),
  ...(row.address === null ? {} : { address: row.address }),
  ...(row.language === null ? {} : { language: row.language }),
  ...(row.key === 1 ? { key: true as const } : {}),
  ...(row.standing === null ? {} : { standing: row.standing }),
});

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
