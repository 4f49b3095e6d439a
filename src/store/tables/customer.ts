import type { Generated, Insertable, Selectable, Updateable } from 'kysely';

/** Everything that is known of a person or an organisation; personal data is nowhere else in the state. */
export interface CustomerTable {
  id: Generated<number>;
  name: string;
  phone: string | null;
  email: string | null;
  account: string | null;
  address: string | null;
  /** A language tag. */
  language: string | null;
  created_at: number;
  updated_at: number;
  /** A key customer (P39). */
  key: Generated<0 | 1>;
  /** Came back, or left us for good (P39). */
  standing: 'returned' | 'lost' | null;
  /** The customer they turned out to be the same as. */
  merged_into: number | null;
  /** The digits of the phone number, to find it however it is written. */
  phone_key: string | null;
  /** The email address in lower case. */
  email_key: string | null;
  /** The account number folded for comparison. */
  account_key: string | null;
}

type Key = 'phone_key' | 'email_key' | 'account_key';

/** A customer as others read it; the comparison keys are the store's own affair. */
export type CustomerRow = Omit<Selectable<CustomerTable>, Key>;
export type NewCustomer = Omit<Insertable<CustomerTable>, Key>;
export type CustomerChanges = Omit<Updateable<CustomerTable>, Key | 'id' | 'created_at'>;
