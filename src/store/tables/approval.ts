import type { Insertable, Selectable } from 'kysely';

/** A remedy above an agent's authority, put before somebody who may decide (P21); `n` counts within the complaint from 1. */
export interface ApprovalTable {
  complaint_id: number;
  n: number;
  remedy: string;
  /** In the smallest unit of the currency. */
  amount: number | null;
  currency: string | null;
  percent: number | null;
  /** Why it is asked for. */
  reason: string;
  asked_by: string;
  asked_at: number;
  state: 'open' | 'approved' | 'declined';
  decided_by: string | null;
  decided_at: number | null;
  /** Why it was decided so. */
  decision: string | null;
}

export type ApprovalRow = Selectable<ApprovalTable>;
export type NewApproval = Insertable<ApprovalTable>;
