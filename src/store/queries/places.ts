import { prepared } from '../prepared.ts';
import type { ComplaintRow } from '../tables/complaint.ts';
import type { NewPlace, PlaceRow } from '../tables/place.ts';

/** A conversation that can be taken up again, at exactly its question. */
export interface Unfinished extends ComplaintRow {
  /** The question in hand. */
  readonly place_question: string;
  /** Text typed and not yet confirmed. */
  readonly place_draft: string | null;
  readonly place_agent: string;
  readonly place_at: number;
  readonly customer_name: string | null;
}

export const placeByComplaint = prepared<{ complaint: number }, PlaceRow>((db, value) =>
  db.selectFrom('place').selectAll().where('complaint_id', '=', value('complaint')),
);

/** Of one agent, or of all with null; the one left last comes first. */
export const unfinishedBy = prepared<{ agent: string | null }, Unfinished>((db, value) =>
  db
    .selectFrom('place')
    // A few places lead to a million complaints, never the other way round.
    .crossJoin('complaint')
    .whereRef('complaint.id', '=', 'place.complaint_id')
    .leftJoin('customer', 'customer.id', 'complaint.customer_id')
    .selectAll('complaint')
    .select([
      'place.question as place_question',
      'place.draft as place_draft',
      'place.agent as place_agent',
      'place.at as place_at',
      'customer.name as customer_name',
    ])
    .where((is) =>
      is.or([is(is.val(value('agent')), 'is', null), is('place.agent', '=', value('agent'))]),
    )
    .orderBy('place.at', 'desc')
    .orderBy('place.complaint_id', 'desc'),
);

export const putPlace = prepared<NewPlace & Record<string, unknown>, unknown>((db, value) =>
  db
    .insertInto('place')
    .values({
      complaint_id: value('complaint_id'),
      question: value('question'),
      draft: value('draft'),
      agent: value('agent'),
      at: value('at'),
    })
    .onConflict((conflict) =>
      conflict.column('complaint_id').doUpdateSet((row) => ({
        question: row.ref('excluded.question'),
        draft: row.ref('excluded.draft'),
        agent: row.ref('excluded.agent'),
        at: row.ref('excluded.at'),
      })),
    ),
);

export const removePlace = prepared<{ complaint: number }, unknown>((db, value) =>
  db.deleteFrom('place').where('complaint_id', '=', value('complaint')),
);
