import type { Selectable } from 'kysely';
import { countryAt, type Whereabouts } from '../country.ts';
import { keysOf, searchTextOf } from '../customer-keys.ts';
import { type AskCountry, phoneKeys } from '../phone-key.ts';
import { prepared, type Queryable } from '../prepared.ts';
import { dropFromIndex, putInIndex } from '../search-index.ts';
import type {
  CustomerChanges,
  CustomerRow,
  CustomerTable,
  NewCustomer,
} from '../tables/customer.ts';

/** A customer's columns without the comparison keys. */
export const customerColumns = [
  'id',
  'name',
  'phone',
  'email',
  'account',
  'address',
  'language',
  'created_at',
  'updated_at',
  'key',
  'standing',
  'merged_into',
] as const satisfies readonly (keyof CustomerRow)[];

export const customerById = prepared<{ id: number }, CustomerRow>((db, value) =>
  db.selectFrom('customer').select(customerColumns).where('id', '=', value('id')),
);

const phoneKeyOf = prepared<{ id: number }, { phone_key: string | null }>((db, value) =>
  db.selectFrom('customer').select('phone_key').where('id', '=', value('id')),
);

const settingNamed = prepared<{ key: string }, { value: string }>((db, value) =>
  db.selectFrom('setting').select('value').where('key', '=', value('key')),
);

/** @returns what tells in which country the desk is. */
export async function whereabouts(db: Queryable): Promise<Whereabouts> {
  const set = async (key: string) => (await settingNamed(db, { key })).rows[0]?.value;
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return { country: await set('country'), zone: (await set('zone')) ?? timeZone };
}

/** Where a number without a country's code is dialled. */
export const askCountry =
  (db: Queryable): AskCountry =>
  async () =>
    countryAt(await whereabouts(db));

/**
 * Complaints of a customer that were somebody else's before, the first ones first: those whose logs
 * speak of a merging.
 */
export const complaintsBroughtTo = prepared<{ customer: number }, { id: number }>((db, value) =>
  db
    .selectFrom('complaint')
    .select('complaint.id')
    .where('complaint.customer_id', '=', value('customer'))
    .where((is) =>
      is.exists(
        is
          .selectFrom('event')
          .select('event.seq')
          .whereRef('event.complaint_id', '=', 'complaint.id')
          .where('event.type', '=', 'customer_merged'),
      ),
    )
    .orderBy('complaint.id'),
);

/** Who was merged into a customer. */
export const mergedIntoCustomer = prepared<{ customer: number }, { id: number }>((db, value) =>
  db.selectFrom('customer').select('id').where('merged_into', '=', value('customer')).orderBy('id'),
);

type Given = Omit<Selectable<CustomerTable>, 'id'> & { id: number | null } & Record<
    string,
    unknown
  >;

const insert = prepared<Given, unknown>((db, value) =>
  db.insertInto('customer').values({
    id: value('id') as number,
    name: value('name'),
    phone: value('phone'),
    email: value('email'),
    account: value('account'),
    address: value('address'),
    language: value('language'),
    created_at: value('created_at'),
    updated_at: value('updated_at'),
    phone_key: value('phone_key'),
    email_key: value('email_key'),
    account_key: value('account_key'),
    key: value('key'),
    standing: value('standing'),
    merged_into: value('merged_into'),
  }),
);

const update = prepared<Given & { id: number }, unknown>((db, value) =>
  db
    .updateTable('customer')
    .set({
      name: value('name'),
      phone: value('phone'),
      email: value('email'),
      account: value('account'),
      address: value('address'),
      language: value('language'),
      updated_at: value('updated_at'),
      phone_key: value('phone_key'),
      email_key: value('email_key'),
      account_key: value('account_key'),
      key: value('key'),
      standing: value('standing'),
      merged_into: value('merged_into'),
    })
    .where('id', '=', value('id')),
);

const remove = prepared<{ id: number }, unknown>((db, value) =>
  db.deleteFrom('customer').where('id', '=', value('id')),
);

/** Writes a customer down, findable at once. @returns the number. */
export async function addCustomer(tx: Queryable, given: NewCustomer): Promise<number> {
  const facts = {
    id: given.id ?? null,
    name: given.name,
    phone: given.phone ?? null,
    email: given.email ?? null,
    account: given.account ?? null,
    address: given.address ?? null,
    language: given.language ?? null,
    created_at: given.created_at,
    updated_at: given.updated_at,
    key: given.key ?? 0,
    standing: given.standing ?? null,
    merged_into: given.merged_into ?? null,
  };
  const { key: phoneKey } = await phoneKeys(facts.phone, askCountry(tx));
  const { insertId } = await insert(tx, { ...facts, ...keysOf(facts, phoneKey) });
  const id = Number(insertId);
  await putInIndex(tx, 'customer_search', id, searchTextOf(facts, phoneKey));
  return id;
}

/** Changes what is given, and what the customer is found by with it. Nothing when there is none. */
export async function changeCustomer(
  tx: Queryable,
  id: number,
  changes: CustomerChanges,
): Promise<void> {
  const before = (await customerById(tx, { id })).rows[0];
  if (before === undefined) return;
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  const facts: CustomerRow = { ...before, ...Object.fromEntries(given) };
  const phoneKey =
    facts.phone === before.phone
      ? ((await phoneKeyOf(tx, { id })).rows[0]?.phone_key ?? null)
      : (await phoneKeys(facts.phone, askCountry(tx))).key;
  await update(tx, { ...facts, ...keysOf(facts, phoneKey) });
  await putInIndex(tx, 'customer_search', id, searchTextOf(facts, phoneKey));
}

/** Takes a customer off the desk and out of the search. */
export async function removeCustomer(tx: Queryable, id: number): Promise<void> {
  await remove(tx, { id });
  await dropFromIndex(tx, 'customer_search', id);
}
