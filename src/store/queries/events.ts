import type { Selectable } from 'kysely';
import type { StoredEvent } from '../event-log.ts';
import { hexOf } from '../hex.ts';
import { prepared } from '../prepared.ts';
import type { EventTable } from '../tables/event.ts';

export const eventsOf = prepared<{ complaint: number }, Selectable<EventTable>>((db, value) =>
  db.selectFrom('event').selectAll().where('complaint_id', '=', value('complaint')).orderBy('n'),
);

export const eventsAfter = prepared<{ seq: number; limit: number }, Selectable<EventTable>>(
  (db, value) =>
    db
      .selectFrom('event')
      .selectAll()
      .where('seq', '>', value('seq'))
      .orderBy('seq')
      .limit(value('limit')),
);

/** What happened at the desk and to no complaint, of one type, the newest first. */
export const deskEventsOf = prepared<{ type: string }, Selectable<EventTable>>((db, value) =>
  db
    .selectFrom('event')
    .selectAll()
    .where('complaint_id', 'is', null)
    .where('type', '=', value('type'))
    .orderBy('seq', 'desc'),
);

/** @returns the event as others read it. */
export function storedEvent(row: Selectable<EventTable>): StoredEvent {
  return {
    seq: row.seq,
    complaint: row.complaint_id,
    n: row.n,
    at: row.at,
    agent: row.agent,
    type: row.type,
    body: row.body === null ? undefined : JSON.parse(row.body),
    hash: hexOf(row.hash),
  };
}
