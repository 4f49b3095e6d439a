import { digitsOf, foldLetters, foldQuery } from '../../language/fold.ts';
import { type CustomerId, customerId } from '../../rules/values.ts';
import type { Desk } from '../desk.ts';
import { type CustomerHit, findCustomers } from '../find-customers.ts';
import { contextOf } from '../search/mark.ts';
import { type Marked, type SearchHit, searchRecord } from '../search.ts';

/** A customer who was found. */
export interface FoundCustomer {
  readonly id: CustomerId;
  readonly name: readonly Marked[];
  /** How to reach them: a phone number, else an email address. */
  readonly reach: readonly Marked[];
  readonly complaints: number;
}

/** What a search finds. */
export interface Hits {
  readonly customers: readonly FoundCustomer[];
  /** The one whose reference it is, then the newest first. */
  readonly complaints: readonly SearchHit[];
}

/** More customers than this belong on a list of their own. */
const CUSTOMERS = 3;

/**
 * Searches the record for people and for complaints at once, as a search that is typed shows it (P8).
 * @param text what is typed so far; one without words finds nothing
 * @param limit how many complaints at most
 * @throws StoreError when the record cannot be read
 */
export async function findHits(desk: Desk, text: string, limit: number): Promise<Hits> {
  const words = foldQuery(text);
  if (words.length === 0) return { customers: [], complaints: [] };
  const customers = await findCustomers(desk, text, CUSTOMERS);
  return {
    customers: customers.map((customer) => foundOf(customer, words)),
    complaints: await searchRecord(desk.store.read, text, { limit }),
  };
}

function foundOf({ id, name, phone, email, complaints }: CustomerHit, words: readonly string[]) {
  return {
    id: customerId(id),
    name: contextOf(name, foldLetters(name), words),
    reach: reachOf(phone ?? email ?? '', words),
    complaints,
  };
}

/** A number that was typed in other groups is in no one place of it. */
function reachOf(text: string, words: readonly string[]): readonly Marked[] {
  const isNumber = words.every((word) => /^\d+$/.test(word));
  const digits = words.join('').replace(/^0+(?=\d)/, '');
  const isWhole = isNumber && digitsOf(text).includes(digits);
  return isWhole ? [{ text, found: true }] : contextOf(text, foldLetters(text), words);
}
