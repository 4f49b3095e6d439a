import type { Insertable, Selectable } from 'kysely';

/** A contact that is to come: a call-back (P9), a follow-up (P33), or an answer we wait for. */
export interface ContactTable {
  complaint_id: number;
  n: number;
  kind: 'callback' | 'followup' | 'wait';
  at: number;
  reason: string;
  /** Where to reach them, when it is not what the record says. */
  reach: string | null;
  state: 'due' | 'done' | 'dropped';
  /** What came of it. */
  outcome: 'reached' | 'not_reached' | 'moved' | null;
  done_at: number | null;
  /** What they said. */
  note: string | null;
  /** Whether it is solved to their satisfaction, as they said at the follow-up (P33). */
  satisfied: 0 | 1 | null;
  /** 1 to 10. */
  score: number | null;
}

export type ContactRow = Selectable<ContactTable>;
export type NewContact = Insertable<ContactTable>;
