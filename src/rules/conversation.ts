import type { Authority, Playbook, Role } from './playbook.ts';
import type { ComplaintState, Customer } from './state.ts';
import type { AgentName, ComplaintId, Day, Millis, Money } from './values.ts';

/** What the rules look at when they decide what is asked next and what an answer may be. */
export interface Conversation {
  readonly state: ComplaintState;
  /** Whose complaint it is, once that is known. */
  readonly customer?: ConversationCustomer;
  readonly playbook: Playbook;
}

/** The customer, with what decides whether they are asked again (P2). */
export interface ConversationCustomer extends Customer {
  /** Written down during this very conversation. */
  readonly isNew: boolean;
  /** What they were given in other complaints, as far back as any limit looks (P21). */
  readonly given: readonly GivenRemedy[];
}

/** A remedy that a customer chose and got. */
export interface GivenRemedy {
  readonly complaint: ComplaintId;
  readonly remedy: string;
  /** What it cost, where that is known. */
  readonly cost?: Money;
  readonly at: Millis;
}

/** Who acts, and when: handed in, so that rules stay pure. */
export interface Occasion {
  readonly now: Millis;
  /** The calendar date where the desk is. */
  readonly today: Day;
  readonly agent: { readonly name: AgentName; readonly role: Role; readonly authority?: Authority };
}
