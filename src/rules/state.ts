import type { Fault, Instead, Outcome, Stage } from './steps.ts';
import type { AgentName, ComplaintId, Currency, CustomerId, Day, Millis, Minor } from './values.ts';

/** The answers a conversation gives about a complaint, by the name of the question. */
export interface Answers {
  readonly channel?: string;
  readonly words?: string;
  readonly restated?: string;
  readonly confirmed?: boolean;
  readonly unconfirmed_reason?: string;
  readonly happened?: Day;
  readonly product?: string;
  readonly cause?: string;
  readonly severity?: string;
  readonly wish?: string;
  readonly wish_detail?: string;
  readonly fault?: Fault;
  readonly apology?: string;
  readonly only_reason?: string;
  readonly chosen?: number | 'neither';
  readonly instead?: Instead;
  readonly done?: string;
  readonly takes?: string;
  readonly outcome?: Outcome;
  readonly unsatisfied_reason?: string;
  readonly improves?: string;
  readonly thanked?: boolean;
  readonly followup?: Millis;
}

/** A question about the complaint. */
export type AnswerName = keyof Answers;

/** What identifies a customer and how to reach them (P2). */
export interface CustomerFacts {
  readonly name: string;
  readonly phone?: string;
  readonly email?: string;
  readonly account?: string;
  readonly address?: string;
  /** A language tag: en, mn, bg, el, bs or th (P12). */
  readonly language?: string;
}

/** One of the facts about a customer. */
export type CustomerFact = keyof CustomerFacts;

/** A customer as the desk has them on record. */
export interface Customer extends CustomerFacts {
  readonly id: CustomerId;
}

/** A remedy put before the customer (P19). `n` counts within the complaint from 1. */
export interface Offer {
  readonly n: number;
  readonly remedy: string;
  readonly amount?: Minor;
  readonly currency?: Currency;
  /** Whole or half percents: 15 is 15 %. */
  readonly percent?: number;
  readonly state: 'put' | 'chosen' | 'declined';
}

/** What was promised, by whom, by when (P27, P28). `n` counts within the complaint from 1. */
export interface Promised {
  readonly n: number;
  readonly what: string;
  readonly who: string;
  readonly due: Millis;
  readonly madeAt: Millis;
  readonly state: 'open' | 'withdrawn' | 'kept' | 'broken';
}

/** A contact that is to come: a call-back (P9), a follow-up (P33), or their answer that we wait for. */
export interface Contact {
  readonly n: number;
  readonly kind: 'callback' | 'followup' | 'wait';
  readonly at: Millis;
  readonly reason: string;
  /** Where to reach them, when it is not what the record says. */
  readonly reach?: string;
  readonly state: 'due' | 'done' | 'dropped';
}

/** Everything a complaint's events fold into. */
export interface ComplaintState {
  readonly id: ComplaintId;
  /** `n` of the newest event; a change made from an older revision is refused. */
  readonly revision: number;
  readonly stage: Stage;
  readonly openedAt: Millis;
  readonly openedBy: AgentName;
  readonly owner: AgentName;
  readonly customer?: CustomerId;
  readonly answers: Answers;
  /** Optional questions that were passed over on purpose, so that they are not asked again. */
  readonly passed: readonly string[];
  readonly offers: readonly Offer[];
  readonly promises: readonly Promised[];
  readonly contacts: readonly Contact[];
  readonly answerAim: Millis;
  readonly answerDue: Millis;
  readonly updatedAt: Millis;
  readonly finishedAt?: Millis;
  readonly resolvedAt?: Millis;
}
