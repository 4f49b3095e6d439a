import type { Insertable, Selectable } from 'kysely';

/** A remedy put before the customer (P19); `n` counts within the complaint from 1. */
export interface OfferTable {
  complaint_id: number;
  n: number;
  remedy: string;
  /** In the smallest unit of the currency. */
  amount: number | null;
  currency: string | null;
  percent: number | null;
  state: 'put' | 'chosen' | 'declined';
}

export type OfferRow = Selectable<OfferTable>;
export type NewOffer = Insertable<OfferTable>;
