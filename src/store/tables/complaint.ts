import type { Generated, Insertable, Selectable, Updateable } from 'kysely';
import type { Fault, Instead, Outcome, Stage, Verdict } from '../../rules/steps.ts';

/**
 * Where a complaint stands: what its events fold into, one row a complaint. Times are epoch
 * milliseconds, yes and no are 1 and 0, everything a person said is text.
 */
export interface ComplaintTable {
  /** 1042 of `C-1042`; never given twice. */
  id: Generated<number>;
  /** `n` of the newest event. */
  revision: number;
  stage: Stage;
  opened_at: number;
  opened_by: string;
  owner: string;
  customer_id: number | null;
  channel: string | null;
  words: string | null;
  restated: string | null;
  confirmed: 0 | 1 | null;
  unconfirmed_reason: string | null;
  /** A calendar date, `YYYY-MM-DD`. */
  happened: string | null;
  product: string | null;
  /** `group` or `group/cause`. */
  cause: string | null;
  severity: string | null;
  wish: string | null;
  wish_detail: string | null;
  fault: Fault | null;
  apology: string | null;
  only_reason: string | null;
  /** The number of the chosen offer as text, or `neither`. */
  chosen: string | null;
  instead: Instead | null;
  done: string | null;
  takes: string | null;
  outcome: Outcome | null;
  unsatisfied_reason: string | null;
  improves: string | null;
  thanked: 0 | 1 | null;
  followup: number | null;
  /** Names of the questions passed over on purpose, a JSON array of text. */
  passed: string;
  answer_aim: number;
  answer_due: number;
  updated_at: number;
  finished_at: number | null;
  resolved_at: number | null;
  closed_at: number | null;
  /** When it reached us, where that was before somebody took it up. */
  received_at: number | null;
  /** Whether the customer accepted what was done. */
  accepted: 0 | 1 | null;
  /** The decision with its reasons, as the customer was told it. */
  decision: string | null;
  /** What resolved it, where that was after the conversation. */
  resolution: string | null;
  root_cause: string | null;
  verdict: Verdict | null;
  /** What we changed because of it (P37). */
  changed: string | null;
  /** How many contacts it took (P36). */
  contacts_taken: number | null;
  /** How often it was opened again. */
  reopened: Generated<number>;
  /** Who resolved it; another may have to look at it again. */
  resolved_by: string | null;
  /** The complaint it turned out to be the same as. */
  merged_into: number | null;
}

export type ComplaintRow = Selectable<ComplaintTable>;
export type NewComplaint = Insertable<ComplaintTable>;
export type ComplaintChanges = Omit<Updateable<ComplaintTable>, 'id'>;
