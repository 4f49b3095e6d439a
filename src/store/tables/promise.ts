import type { Insertable, Selectable } from 'kysely';

/** What was promised, by whom, by when (P27, P28); `n` counts within the complaint from 1. */
export interface PromiseTable {
  complaint_id: number;
  n: number;
  what: string;
  who: string;
  due: number;
  made_at: number;
  state: 'open' | 'withdrawn' | 'kept' | 'broken';
  /** The date that was given first, where it was delayed. */
  first_due: number | null;
  /** The new date of a delay that the customer has not been told yet. */
  moved_to: number | null;
  /** When they were told of the delay (P28). */
  told_at: number | null;
  /** When it was kept, broken or withdrawn. */
  settled_at: number | null;
  /** Why it was delayed or broken. */
  reason: string | null;
}

export type PromiseRow = Selectable<PromiseTable>;
export type NewPromise = Insertable<PromiseTable>;
