import { sql } from 'kysely';
import { accountKey, emailKey } from './customer-keys.ts';
import { phoneKeys } from './phone-key.ts';
import { prepared, type Queryable } from './prepared.ts';
import { askCountry } from './queries/customers.ts';
import { compilable } from './search-index.ts';
import type { ComplaintRow } from './tables/complaint.ts';
import type { CustomerRow } from './tables/customer.ts';

/** What two customers can have in common, so that they may be one. */
export type SharedKey = 'phone' | 'email' | 'account';

/** A customer who has a number or an address in common with what was given. */
export interface SameKeyRow {
  readonly id: number;
  readonly by: SharedKey;
}

interface Keys extends Record<string, unknown> {
  readonly phones: string;
  readonly email: string;
  readonly account: string;
  readonly limit: number;
}

/** Each comes from its own index; of many who share a number (a firm's switchboard) the newest. */
const withSameKeys = prepared<Keys, SameKeyRow>((db, value) =>
  compilable(
    db,
    sql<SameKeyRow>`
      with recursive met (id, by) as (
        select id, by from (
          select id, 'phone' as by from customer
            where phone_key in (select value from json_each(${value('phones')}))
            order by id desc limit ${value('limit')})
        union all
        select id, by from (
          select id, 'email' as by from customer where email_key = ${value('email')}
            order by id desc limit ${value('limit')})
        union all
        select id, by from (
          select id, 'account' as by from customer where account_key = ${value('account')}
            order by id desc limit ${value('limit')})
        union all
        select customer.merged_into, met.by from met
          join customer on customer.id = met.id and customer.merged_into is not null)
      select distinct met.id, met.by from met
        join customer on customer.id = met.id and customer.merged_into is null
        order by met.id desc, met.by desc`,
  ),
);

/**
 * Finds who may be the same person: by phone, email or account number, however the two are written
 * (P2, P8). Who was merged into somebody else is that one.
 * @param limit how many at most by each
 * @returns the newest first; one who has two of them in common is there twice
 */
export async function customersWithSameKeys(
  db: Queryable,
  { phone, email, account }: Pick<CustomerRow, SharedKey>,
  limit: number,
): Promise<SameKeyRow[]> {
  const keys: Keys = {
    phones: JSON.stringify((await phoneKeys(phone, askCountry(db))).same),
    email: email === null ? '' : emailKey(email),
    account: account === null ? '' : accountKey(account),
    limit,
  };
  // An empty key is nobody's: NULL is stored where there is none.
  return (await withSameKeys(db, keys)).rows;
}

/** What is compared of a complaint that another may be a repeat of. */
export type RepeatRow = Pick<
  ComplaintRow,
  'id' | 'opened_at' | 'stage' | 'owner' | 'product' | 'cause' | 'words' | 'restated'
> & { readonly customer_id: number };

interface Recent extends Record<string, unknown> {
  readonly customers: string;
  readonly since: number;
  readonly limit: number;
}

/**
 * The numbers of each customer's newest complaints come first, from the index alone, so that a firm
 * with a hundred thousand of them takes no longer than somebody with two.
 */
const recent = prepared<Recent, RepeatRow>((db, value) =>
  compilable(
    db,
    sql<RepeatRow>`
      select c.id, c.customer_id, c.opened_at, c.stage, c.owner, c.product, c.cause, c.words, c.restated
      from json_each(${value('customers')}) as who
      cross join complaint as c on c.id in (
        select b.id from complaint as b where b.customer_id = who.value
          order by b.opened_at desc limit ${value('limit')})
      where c.merged_into is null
        and (c.opened_at >= ${value('since')} or c.stage in ('open', 'waiting', 'escalated'))
      order by who.key, c.opened_at desc, c.id desc`,
  ),
);

/**
 * @param customers whose complaints, the likeliest first
 * @param since epoch milliseconds; older ones only while they are open
 * @param limit how many of each customer's newest are looked at
 * @returns each customer's in the order of `customers`, the newest first
 */
export async function recentComplaintsOf(
  db: Queryable,
  customers: readonly number[],
  since: number,
  limit: number,
): Promise<RepeatRow[]> {
  return (await recent(db, { customers: JSON.stringify(customers), since, limit })).rows;
}
