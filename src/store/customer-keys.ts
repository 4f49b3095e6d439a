import { digitsOf, foldQuery } from '../language/fold.ts';
import type { CustomerRow } from './tables/customer.ts';

type Identifying = Pick<CustomerRow, 'name' | 'phone' | 'email' | 'account'>;

/** What a phone number, an email address and an account number are compared by. */
export interface CustomerKeys {
  readonly phone_key: string | null;
  readonly email_key: string | null;
  readonly account_key: string | null;
}

/**
 * @param phoneKey what the phone number is compared by (`phoneKeys`); its bare digits without it
 * @returns the keys; null for what is not known
 */
export function keysOf(
  customer: Omit<Identifying, 'name'>,
  phoneKey: string | null = customer.phone === null ? null : orNull(digitsOf(customer.phone)),
): CustomerKeys {
  return {
    phone_key: phoneKey,
    email_key: customer.email === null ? null : orNull(emailKey(customer.email)),
    account_key: customer.account === null ? null : orNull(accountKey(customer.account)),
  };
}

/** @returns the email address as it is compared. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

/** @returns the account number as it is compared: without case, blanks and hyphens. */
export function accountKey(account: string): string {
  return foldQuery(account).join('');
}

const shortestTail = 4;

/**
 * What a customer is found by. Every tail of the phone number of four digits or more is a word of
 * its own: people give it with the country's code or without, or only the last digits.
 * @param phoneKey the number in full, where it was written without its country
 */
export function searchTextOf(customer: Identifying, phoneKey: string | null = null): string {
  const digits = customer.phone === null ? '' : digitsOf(customer.phone);
  const tails = Array.from({ length: Math.max(0, digits.length - shortestTail + 1) }, (_, from) =>
    digits.slice(from),
  );
  const account = customer.account ?? '';
  const whole = accountKey(account);
  // Nobody says the zeros in front.
  const bare = whole.replace(/^0+/, '');
  const full = phoneKey === null || digits.endsWith(phoneKey) ? '' : phoneKey;
  return [customer.name, customer.email ?? '', account, whole, bare, full, ...tails].join(' ');
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
