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
}

export type PromiseRow = Selectable<PromiseTable>;
export type NewPromise = Insertable<PromiseTable>;
