import { sql } from 'kysely';
import { digitsOf } from '../language/fold.ts';
import { accountKey, emailKey } from './customer-keys.ts';
import { customerMatch } from './customer-match.ts';
import { phoneKeys } from './phone-key.ts';
import { prepared, type Queryable } from './prepared.ts';
import { askCountry, customerColumns } from './queries/customers.ts';
import { compilable } from './search-index.ts';
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

const sameKey = prepared<{ phones: string; email: string; account: string; limit: number }, Id>(
  (db, value) =>
    compilable(
      db,
      sql<Id>`
        select id from customer where phone_key in (select value from json_each(${value('phones')}))
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
  db
    .selectFrom('customer')
    .select('id')
    .where('merged_into', 'is', null)
    .orderBy('id', 'desc')
    .limit(value('limit')),
);

const complaints = sql<number>`(
  select count(*) from complaint where customer_id = customer.id)`;
const lastComplaintAt = sql<number | null>`(
  select max(opened_at) from complaint where customer_id = customer.id)`;
// Without the index of open promises, which would lead past every one of the desk's: hence the `+`.
const openPromises = sql<number>`(
  select count(*) from complaint cross join promise on promise.complaint_id = complaint.id
  where complaint.customer_id = customer.id and +promise.state = 'open')`;

/**
 * Who turned out to be somebody else stands for them: what they were known by leads there. Nobody is
 * merged into somebody who was merged into them, so that the way ends.
 */
const meant = (ids: string) => sql<{ place: number; id: number }>`(
  with recursive met (place, id) as (
    select key, value from json_each(${ids})
    union all
    select met.place, customer.merged_into from met
      join customer on customer.id = met.id and customer.merged_into is not null)
  select min(met.place) as place, met.id from met group by met.id)`;

const hits = prepared<{ ids: string }, CustomerHit>((db, value) =>
  db
    .selectFrom(meant(value('ids')).as('wanted'))
    .innerJoin('customer', 'customer.id', 'wanted.id')
    .where('customer.merged_into', 'is', null)
    .select(customerColumns.map((column) => `customer.${column}` as const))
    .select([complaints.as('complaints'), lastComplaintAt.as('lastComplaintAt')])
    .select(openPromises.as('openPromises'))
    .orderBy('wanted.place'),
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
    const phone = digits.length < shortestPhone || !isPhone(text) ? null : text;
    const keys = {
      phones: JSON.stringify((await phoneKeys(phone, askCountry(db))).same),
      email: emailKey(text),
      account: accountKey(text),
      limit,
    };
    for (const { id } of (await sameKey(db, keys)).rows) ids.add(id);
    for (const { id } of (await matching(db, { match, limit })).rows) ids.add(id);
  }
  return customersNumbered(db, [...ids].slice(0, limit));
}

/**
 * @returns these customers with what an agent wants to see beside the name, in this order; who was
 * merged into somebody else is that one, and nobody is there twice
 */
export async function customersNumbered(
  db: Queryable,
  ids: readonly number[],
): Promise<CustomerHit[]> {
  return (await hits(db, { ids: JSON.stringify(ids) })).rows;
}

/** A name with a house number is none: most of what is typed should not wait for numbers to be read. */
const isPhone = (text: string): boolean => !/\p{L}{3}/u.test(text);
