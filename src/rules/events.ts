import type { Clock } from './clock.ts';
import type { Imported } from './imported.ts';
import type { Answers, CustomerFact, CustomerFacts } from './state.ts';
import type { ContactOutcome, Verdict } from './steps.ts';
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
  /** The conversation began; the clocks start here, or when it reached us, if that was before. */
  opened: { readonly aim: Millis; readonly due: Millis; readonly received?: Millis };
  /** It was somewhere else before, and came over as it stood there. */
  imported: Imported;
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
  /** Somebody else owns it from now on. */
  assigned: { readonly to: AgentName; readonly reason: string };
  /** What was asked of a supervisor is answered; an agent goes on (P8). */
  returned: { readonly to: AgentName; readonly reason: string; readonly summary: string };
  /** The customer was told who outside of us can decide (an ombudsman, a regulator), and why. */
  referred: { readonly to: string; readonly reason: string };
  /** Something to know, or (with `channel`) a contact with the customer (P36). */
  noted: { readonly text: string; readonly channel?: string };
  /** A remedy above the agent's authority is put before somebody who may decide (P21). */
  approval_asked: OfferPut & { readonly reason: string };
  approved: { readonly approval: number; readonly reason: string };
  declined: { readonly approval: number; readonly reason: string };
  promise_kept: { readonly promise: number; readonly note: string };
  promise_broken: { readonly promise: number; readonly reason: string };
  /** A new date; the old one stands until the customer is told (P28). `told`: how they were. */
  promise_delayed: {
    readonly promise: number;
    readonly due: Millis;
    readonly reason: string;
    readonly told?: string;
  };
  promise_told: { readonly promise: number; readonly how: string };
  /** What came of a call-back, a follow-up or a wait (P9, P33); `at` is the next moment when it was moved. */
  contacted: {
    readonly contact: number;
    readonly outcome: ContactOutcome;
    readonly note: string;
    readonly at?: Millis;
    readonly satisfied?: boolean;
    readonly score?: number;
  };
  /** Resolved after the conversation. */
  resolved: {
    readonly text: string;
    readonly accepted: boolean;
    /** The decision with its reasons, as the customer was told it. */
    readonly decision?: string;
    /** When we get in touch again (P33). */
    readonly followup?: Millis;
  };
  closed: {
    readonly cause: string;
    readonly verdict: Verdict;
    readonly changed: string;
    readonly contacts: number;
  };
  reopened: { readonly reason: string; readonly to: AgentName };
  /** It is the same complaint as another, which goes on alone. Undone on both, they part again. */
  merged: { readonly into: ComplaintId; readonly reason: string };
  /** Another complaint turned out to be this one. */
  absorbed: { readonly from: ComplaintId; readonly reason: string };
  /** The customer turned out to be the same person as another one, or (`apart`) not. */
  customer_merged: {
    readonly from: CustomerId;
    readonly to: CustomerId;
    readonly apart?: true;
  };
  /** The clocks count anew: other opening hours, or a customer who became (or is no longer) a key one. */
  reclocked: { readonly because: 'calendar' | 'key_customer' };
  /** Takes back event `n` of the same complaint; taking back an `undone` brings it again. */
  undone: { readonly undoes: number };
}

export type EventType = keyof EventBodies;

/** What an event did to the clocks: each that started, paused, went on, stopped or changed its target. */
export interface Clocked {
  readonly clocks?: readonly Clock[];
}

/** What a rule decides: what happened, before it has a number, a time and an author. */
export type Happening = {
  [Type in EventType]: { readonly type: Type; readonly body: EventBodies[Type] & Clocked };
}[EventType];

/**
 * One line of a complaint's log. `n` counts within the complaint without holes, from 1, or from the
 * revision that an imported one had where it comes from.
 */
export type ComplaintEvent = Happening & {
  readonly complaint: ComplaintId;
  readonly n: number;
  readonly at: Millis;
  readonly agent: AgentName;
};
