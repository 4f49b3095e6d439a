import { sql } from 'kysely';
import { prepared, type Queryable } from '../prepared.ts';
import type { ComplaintChanges, ComplaintRow, NewComplaint } from '../tables/complaint.ts';
import type { ContactRow } from '../tables/contact.ts';
import type { OfferRow } from '../tables/offer.ts';
import type { PromiseRow } from '../tables/promise.ts';

export const complaintById = prepared<{ id: number }, ComplaintRow>((db, value) =>
  db.selectFrom('complaint').selectAll().where('id', '=', value('id')),
);

export const complaintsByCustomer = prepared<{ customer: number; limit: number }, ComplaintRow>(
  (db, value) =>
    db
      .selectFrom('complaint')
      .selectAll()
      .where('customer_id', '=', value('customer'))
      .orderBy('opened_at', 'desc')
      .orderBy('id', 'desc')
      .limit(value('limit')),
);

export const offersByComplaint = prepared<{ complaint: number }, OfferRow>((db, value) =>
  db.selectFrom('offer').selectAll().where('complaint_id', '=', value('complaint')).orderBy('n'),
);

export const promisesByComplaint = prepared<{ complaint: number }, PromiseRow>((db, value) =>
  db.selectFrom('promise').selectAll().where('complaint_id', '=', value('complaint')).orderBy('n'),
);

export const contactsByComplaint = prepared<{ complaint: number }, ContactRow>((db, value) =>
  db.selectFrom('contact').selectAll().where('complaint_id', '=', value('complaint')).orderBy('n'),
);

/**
 * Open promises of a customer over all complaints, the next due first (P28). The cross join and the
 * `+` keep SQLite from the index of open promises, which would lead past every one of the desk's.
 */
export const openPromisesByCustomer = prepared<{ customer: number }, PromiseRow>((db, value) =>
  db
    .selectFrom('complaint')
    .crossJoin('promise')
    .selectAll('promise')
    .whereRef('promise.complaint_id', '=', 'complaint.id')
    .where('complaint.customer_id', '=', value('customer'))
    .where(sql<string>`+promise.state`, '=', 'open')
    .orderBy('promise.due')
    .orderBy('promise.complaint_id')
    .orderBy('promise.n'),
);

type Update = ReturnType<typeof prepared<Record<string, unknown>, unknown>>;

/** One compiled statement for each set of columns that change together; there are few of them. */
const updates = new Map<string, Update>();

/** @throws StoreError when SQLite refuses a value. */
export async function changeComplaint(
  tx: Queryable,
  id: number,
  changes: ComplaintChanges,
): Promise<void> {
  const given: Record<string, unknown> = { ...changes };
  const columns = Object.keys(given)
    .filter((column) => given[column] !== undefined)
    .sort();
  if (columns.length === 0) return;
  const key = columns.join();
  let update = updates.get(key);
  if (update === undefined) {
    update = prepared<Record<string, unknown>, unknown>((db, value) =>
      db
        .updateTable('complaint')
        .set(Object.fromEntries(columns.map((column) => [column, value(column)])))
        .where('id', '=', value('id') as number),
    );
    updates.set(key, update);
  }
  await update(tx, { ...given, id });
}

const columns = [
  'id',
  'revision',
  'stage',
  'opened_at',
  'opened_by',
  'owner',
  'customer_id',
  'channel',
  'words',
  'restated',
  'confirmed',
  'unconfirmed_reason',
  'happened',
  'product',
  'cause',
  'severity',
  'wish',
  'wish_detail',
  'fault',
  'apology',
  'only_reason',
  'chosen',
  'instead',
  'done',
  'takes',
  'outcome',
  'unsatisfied_reason',
  'improves',
  'thanked',
  'followup',
  'passed',
  'answer_aim',
  'answer_due',
  'updated_at',
  'finished_at',
  'resolved_at',
  'closed_at',
  'received_at',
] as const satisfies readonly (keyof ComplaintRow)[];

/** A new complaint; without an `id` it gets the next number. */
export const addComplaint = prepared<NewComplaint & Record<string, unknown>, unknown>((db, value) =>
  db
    .insertInto('complaint')
    .values(Object.fromEntries(columns.map((column) => [column, value(column)])) as NewComplaint),
);
