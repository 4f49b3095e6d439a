import type { Answers, CustomerFact, CustomerFacts } from './state.ts';
import type { AgentName, ComplaintId, Currency, CustomerId, Millis, Minor } from './values.ts';

/** An offer as it is put: before it has a number of its own. */
export interface OfferPut {
  readonly remedy: string;
  readonly amount?: Minor;
  readonly currency?: Currency;
  readonly percent?: number;
}

/** One answer, by the name of its question. `null`: an optional question was passed over. */
export type Answered = {
  [Name in keyof Answers]-?: {
    readonly question: Name;
    readonly value: NonNullable<Answers[Name]> | null;
  };
}[keyof Answers];

/** What each type of event says. One action of an agent is one event. */
export interface EventBodies {
  /** The conversation began; the answer clock starts here. */
  opened: { readonly aim: Millis; readonly due: Millis };
  /** The customer was found on the desk, or (with `added`) written down for the first time. */
  customer_identified: { readonly customer: CustomerId; readonly added?: CustomerFacts };
  /** One fact about the customer was learnt or put right. */
  customer_changed: {
    readonly customer: CustomerId;
    readonly fact: CustomerFact;
    readonly from: string | null;
    readonly to: string | null;
  };
  /** A question about the customer was passed over: it stays open, and is not asked again here. */
  customer_passed: { readonly question: string };
  answered: Answered & { readonly aim?: Millis; readonly due?: Millis };
  /** Remedies were put before the customer, in place of those put before. */
  offered: { readonly offers: readonly OfferPut[] };
  promised: { readonly what: string; readonly who: string; readonly due: Millis };
  promise_withdrawn: { readonly promise: number };
  /** That is all that is promised. */
  promises_settled: Record<string, never>;
  handed_over: { readonly to: AgentName; readonly reason: string; readonly summary: string };
  escalated: { readonly reason: string; readonly summary: string };
  callback_set: {
    readonly at: Millis;
    readonly reach?: string;
    readonly reason: string;
    readonly summary: string;
  };
  waiting: { readonly until: Millis; readonly reason: string; readonly summary: string };
  /** The conversation goes on after a wait, a call-back or a hand-over. */
  taken_up: Record<string, never>;
  finished: Record<string, never>;
  /** Takes back event `n` of the same complaint; taking back an `undone` brings it again. */
  undone: { readonly undoes: number };
}

export type EventType = keyof EventBodies;

/** What a rule decides: what happened, before it has a number, a time and an author. */
export type Happening = {
  [Type in EventType]: { readonly type: Type; readonly body: EventBodies[Type] };
}[EventType];

/** One line of a complaint's log. `n` counts within the complaint from 1, without holes. */
export type ComplaintEvent = Happening & {
  readonly complaint: ComplaintId;
  readonly n: number;
  readonly at: Millis;
  readonly agent: AgentName;
};
