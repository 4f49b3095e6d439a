import { foldForSearch } from '../language/fold.ts';
import { keysOf, searchTextOf } from './customer-keys.ts';
import type { SoughtKeys } from './import-lookup.ts';
import type { PhoneKeys } from './phone-key.ts';
import type { NewCustomer } from './tables/customer.ts';

/** Somebody who may be here already: what they are compared by, and what they will be found by. */
export interface SoughtCustomer extends SoughtKeys {
  /** Folded. */
  readonly search: string;
}

type Facts = Readonly<Pick<NewCustomer, 'name' | 'phone' | 'email' | 'account'>>;

/**
 * @param facts what is known of them
 * @param phones what their phone number is compared by
 */
export function soughtCustomer(
  { name, phone = null, email = null, account = null }: Facts,
  phones: PhoneKeys,
): SoughtCustomer {
  const known = { name, phone, email, account };
  const { email_key, account_key } = keysOf(known, phones.key);
  const search = foldForSearch(searchTextOf(known, phones.key));
  return { phones, email: email_key, account: account_key, search };
}
