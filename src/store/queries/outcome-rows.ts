import { sql } from 'kysely';
import { prepared } from '../prepared.ts';
import type { ApprovalRow, NewApproval } from '../tables/approval.ts';
import type { ClockRow, NewClock } from '../tables/clock.ts';
import type { NewContact } from '../tables/contact.ts';
import type { NewOffer } from '../tables/offer.ts';
import type { NewPromise } from '../tables/promise.ts';

// What hangs on a complaint: put one row of it, or drop them all.

type Table = 'offer' | 'promise' | 'contact' | 'approval' | 'clock';

/**
 * Writes a row, over the one with the same keys if there is one.
 * @param keys what tells the rows of a complaint apart
 * @param columns all other columns
 */
const putting = <Row extends object>(
  table: Table,
  keys: readonly (keyof Row & string)[],
  columns: readonly (keyof Row & string)[],
) =>
  prepared<Row & Record<string, unknown>, unknown>((db, value) => {
    const named = (names: readonly (keyof Row & string)[]) =>
      Object.fromEntries(names.map((name) => [name, value(name)]));
    return db
      .insertInto(table as 'offer')
      .values(named([...keys, ...columns]) as never)
      .onConflict((conflict) =>
        conflict
          .columns(keys as never)
          .doUpdateSet(
            Object.fromEntries(columns.map((name) => [name, sql.ref(`excluded.${name}`)])),
          ),
      );
  });

export const putOffer = putting<NewOffer>(
  'offer',
  ['complaint_id', 'n'],
  ['remedy', 'amount', 'currency', 'percent', 'state'],
);

export const putPromise = putting<NewPromise>(
  'promise',
  ['complaint_id', 'n'],
  [
    'what',
    'who',
    'due',
    'made_at',
    'state',
    'first_due',
    'moved_to',
    'told_at',
    'settled_at',
    'reason',
  ],
);

export const putContact = putting<NewContact>(
  'contact',
  ['complaint_id', 'n'],
  ['kind', 'at', 'reason', 'reach', 'state', 'outcome', 'done_at', 'note', 'satisfied', 'score'],
);

export const putApproval = putting<NewApproval>(
  'approval',
  ['complaint_id', 'n'],
  [
    'remedy',
    'amount',
    'currency',
    'percent',
    'reason',
    'asked_by',
    'asked_at',
    'state',
    'decided_by',
    'decided_at',
    'decision',
  ],
);

export const putClock = putting<NewClock>(
  'clock',
  ['complaint_id', 'kind'],
  ['started', 'target', 'aim_target', 'calendar', 'counted', 'since', 'aim', 'due', 'stopped_at'],
);

type OfComplaint = { complaint: number };

export const removeOffers = prepared<OfComplaint, unknown>((db, value) =>
  db.deleteFrom('offer').where('complaint_id', '=', value('complaint')),
);

export const removePromises = prepared<OfComplaint, unknown>((db, value) =>
  db.deleteFrom('promise').where('complaint_id', '=', value('complaint')),
);

export const removeContacts = prepared<OfComplaint, unknown>((db, value) =>
  db.deleteFrom('contact').where('complaint_id', '=', value('complaint')),
);

export const removeApprovals = prepared<OfComplaint, unknown>((db, value) =>
  db.deleteFrom('approval').where('complaint_id', '=', value('complaint')),
);

export const removeClocks = prepared<OfComplaint, unknown>((db, value) =>
  db.deleteFrom('clock').where('complaint_id', '=', value('complaint')),
);

export const approvalsByComplaint = prepared<OfComplaint, ApprovalRow>((db, value) =>
  db.selectFrom('approval').selectAll().where('complaint_id', '=', value('complaint')).orderBy('n'),
);

export const clocksByComplaint = prepared<OfComplaint, ClockRow>((db, value) =>
  db.selectFrom('clock').selectAll().where('complaint_id', '=', value('complaint')),
);
