import type { Playbook, Role } from './playbook.ts';
import type { ComplaintState, Customer } from './state.ts';
import type { AgentName, Day, Millis } from './values.ts';

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
}

/** Who acts, and when: handed in, so that rules stay pure. */
export interface Occasion {
  readonly now: Millis;
  /** The calendar date where the desk is. */
  readonly today: Day;
  readonly agent: { readonly name: AgentName; readonly role: Role };
}
