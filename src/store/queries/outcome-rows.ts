import { prepared } from '../prepared.ts';
import type { NewContact } from '../tables/contact.ts';
import type { NewOffer } from '../tables/offer.ts';
import type { NewPromise } from '../tables/promise.ts';

// What hangs on a complaint (offers, promises, contacts), each numbered from 1: put one, or drop
// those from a number on.

export const putOffer = prepared<NewOffer & Record<string, unknown>, unknown>((db, value) =>
  db
    .insertInto('offer')
    .values({
      complaint_id: value('complaint_id'),
      n: value('n'),
      remedy: value('remedy'),
      amount: value('amount'),
      currency: value('currency'),
      percent: value('percent'),
      state: value('state'),
    })
    .onConflict((conflict) =>
      conflict.columns(['complaint_id', 'n']).doUpdateSet((row) => ({
        remedy: row.ref('excluded.remedy'),
        amount: row.ref('excluded.amount'),
        currency: row.ref('excluded.currency'),
        percent: row.ref('excluded.percent'),
        state: row.ref('excluded.state'),
      })),
    ),
);

export const putPromise = prepared<NewPromise & Record<string, unknown>, unknown>((db, value) =>
  db
    .insertInto('promise')
    .values({
      complaint_id: value('complaint_id'),
      n: value('n'),
      what: value('what'),
      who: value('who'),
      due: value('due'),
      made_at: value('made_at'),
      state: value('state'),
    })
    .onConflict((conflict) =>
      conflict.columns(['complaint_id', 'n']).doUpdateSet((row) => ({
        what: row.ref('excluded.what'),
        who: row.ref('excluded.who'),
        due: row.ref('excluded.due'),
        made_at: row.ref('excluded.made_at'),
        state: row.ref('excluded.state'),
      })),
    ),
);

export const putContact = prepared<NewContact & Record<string, unknown>, unknown>((db, value) =>
  db
    .insertInto('contact')
    .values({
      complaint_id: value('complaint_id'),
      n: value('n'),
      kind: value('kind'),
      at: value('at'),
      reason: value('reason'),
      reach: value('reach'),
      state: value('state'),
    })
    .onConflict((conflict) =>
      conflict.columns(['complaint_id', 'n']).doUpdateSet((row) => ({
        kind: row.ref('excluded.kind'),
        at: row.ref('excluded.at'),
        reason: row.ref('excluded.reason'),
        reach: row.ref('excluded.reach'),
        state: row.ref('excluded.state'),
      })),
    ),
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
