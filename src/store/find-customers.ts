import { sql } from 'kysely';
import { digitsOf, foldQuery } from '../language/fold.ts';
import { accountKey, emailKey } from './customer-keys.ts';
import { prepared, type Queryable } from './prepared.ts';
import { customerColumns } from './queries/customers.ts';
import { compilable } from './search-index.ts';
import { begun } from './search-query.ts';
import type { CustomerRow } from './tables/customer.ts';

/** A customer with what an agent wants to see beside the name. */
export interface CustomerHit extends CustomerRow {
  /** How many complaints they have made. */
  readonly complaints: number;
  readonly lastComplaintAt: number | null;
  /** How many promises to them are open. */
  readonly openPromises: number;
}

type Id = { id: number };

/** Shorter numbers are the beginning of one, not a whole one. */
const shortestPhone = 5;

const sameKey = prepared<{ phone: string; email: string; account: string; limit: number }, Id>(
  (db, value) =>
    compilable(
      db,
      sql<Id>`
        select id from customer where phone_key = ${value('phone')}
        union select id from customer where email_key = ${value('email')}
        union select id from customer where account_key = ${value('account')}
        order by id desc limit ${value('limit')}`,
    ),
);

/** The newest first: sorting by how well they match would have to look at every match. */
const matching = prepared<{ match: string; limit: number }, Id>((db, value) =>
  compilable(
    db,
    sql<Id>`
      select rowid as id from customer_search(${value('match')})
      order by rowid desc limit ${value('limit')}`,
  ),
);

const latest = prepared<{ limit: number }, Id>((db, value) =>
  db.selectFrom('customer').select('id').orderBy('id', 'desc').limit(value('limit')),
);

const complaints = sql<number>`(
  select count(*) from complaint where customer_id = customer.id)`;
const lastComplaintAt = sql<number | null>`(
  select max(opened_at) from complaint where customer_id = customer.id)`;
// Without the index of open promises, which would lead past every one of the desk's: hence the `+`.
const openPromises = sql<number>`(
  select count(*) from complaint cross join promise on promise.complaint_id = complaint.id
  where complaint.customer_id = customer.id and +promise.state = 'open')`;

const hits = prepared<{ ids: string }, CustomerHit>((db, value) =>
  db
    .selectFrom(sql<{ key: number; value: number }>`json_each(${value('ids')})`.as('wanted'))
    .innerJoin('customer', 'customer.id', 'wanted.value')
    .select(customerColumns.map((column) => `customer.${column}` as const))
    .select([complaints.as('complaints'), lastComplaintAt.as('lastComplaintAt')])
    .select(openPromises.as('openPromises'))
    .orderBy('wanted.key'),
);

/**
 * Find-as-you-type over name, phone, email and account number.
 * @param text what is typed so far; an empty text gives the newest customers
 * @param limit how many at most
 * @returns those whose phone, email or account is exactly the text, then those that match it, the
 * newest first
 */
export async function findCustomers(
  db: Queryable,
  text: string,
  limit: number,
): Promise<CustomerHit[]> {
  const ids = new Set<number>();
  const match = customerMatch(text);
  if (match === undefined) {
    for (const { id } of (await latest(db, { limit })).rows) ids.add(id);
  } else {
    const digits = digitsOf(text);
    const keys = {
      phone: digits.length < shortestPhone ? '' : digits,
      email: emailKey(text),
      account: accountKey(text),
      limit,
    };
    for (const { id } of (await sameKey(db, keys)).rows) ids.add(id);
    for (const { id } of (await matching(db, { match, limit })).rows) ids.add(id);
  }
  const wanted = JSON.stringify([...ids].slice(0, limit));
  return (await hits(db, { ids: wanted })).rows;
}

/** A number may be written in groups, or with the zero that stands for "in this country". */
function customerMatch(text: string): string | undefined {
  const words = foldQuery(text);
  if (words.length === 0) return undefined;
  const asWords = words.map(begunNumber).join(' AND ');
  const isNumber = words.every((word) => /^\d+$/.test(word));
  return isNumber && words.length > 1 ? `(${asWords}) OR ${begunNumber(words.join(''))}` : asWords;
}

function begunNumber(word: string): string {
  const bare = /^0+(\d+)$/.exec(word)?.[1];
  return bare === undefined ? begun(word) : `(${begun(word)} OR ${begun(bare)})`;
}
