import type { Clock } from './clock.ts';
import type { ContactOutcome, Fault, Instead, Outcome, Stage, Verdict } from './steps.ts';
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

/** Whether somebody who complained came back, or left us for good (P39). */
export const standings = ['returned', 'lost'] as const;
export type CustomerStanding = (typeof standings)[number];

/** One of the facts about a customer. */
export type CustomerFact = keyof CustomerFacts;

/** A customer as the desk has them on record. */
export interface Customer extends CustomerFacts {
  readonly id: CustomerId;
  /** A key customer, who has shorter deadlines (P39). */
  readonly key?: true;
  readonly standing?: CustomerStanding;
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
  /** The date that was given first, where the promise was delayed. */
  readonly firstDue?: Millis;
  /** The new date of a delay that the customer has not been told yet: `due` stands until then (P28). */
  readonly movedTo?: Millis;
  /** When the customer was told of the delay. */
  readonly toldAt?: Millis;
  /** When it was kept, broken or withdrawn. */
  readonly settledAt?: Millis;
  /** Why it was delayed or broken. */
  readonly reason?: string;
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
  readonly outcome?: ContactOutcome;
  readonly doneAt?: Millis;
  /** What they said. */
  readonly note?: string;
  /** Whether it is solved to their satisfaction, as they said at the follow-up (P33, P38). */
  readonly satisfied?: boolean;
  /** 1 to 10, as they said (P35). */
  readonly score?: number;
}

/** A remedy above somebody's authority, put before somebody who may decide (P21). */
export interface Approval {
  /** Counts within the complaint from 1. */
  readonly n: number;
  readonly remedy: string;
  readonly amount?: Minor;
  readonly currency?: Currency;
  readonly percent?: number;
  /** Why it is asked for. */
  readonly reason: string;
  readonly askedBy: AgentName;
  readonly askedAt: Millis;
  readonly state: 'open' | 'approved' | 'declined';
  readonly decidedBy?: AgentName;
  readonly decidedAt?: Millis;
  /** Why it was decided so. */
  readonly decision?: string;
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
  readonly approvals: readonly Approval[];
  readonly clocks: readonly Clock[];
  /** When it reached us, where that was before somebody took it up. */
  readonly receivedAt?: Millis;
  readonly answerAim: Millis;
  readonly answerDue: Millis;
  readonly updatedAt: Millis;
  readonly finishedAt?: Millis;
  readonly resolvedAt?: Millis;
  /** Who resolved it: by policy, somebody else looks at it again. */
  readonly resolvedBy?: AgentName;
  /** What resolved it, where that was after the conversation. */
  readonly resolution?: string;
  /** Whether the customer accepted what was done. */
  readonly accepted?: boolean;
  /** The decision with its reasons, as the customer was told it. */
  readonly decision?: string;
  readonly closedAt?: Millis;
  readonly rootCause?: string;
  readonly verdict?: Verdict;
  /** What we changed because of it (P37). */
  readonly changed?: string;
  /** How many contacts it took (P36). */
  readonly contactsTaken?: number;
  /** How often it was opened again. */
  readonly reopened: number;
  /** The complaint it turned out to be the same as. */
  readonly mergedInto?: ComplaintId;
}
