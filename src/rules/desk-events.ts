import type { EventBodies } from './events.ts';
import type { Authority, Hours, Role } from './playbook.ts';
import type { CustomerFact, CustomerStanding } from './state.ts';
import type { AgentName, CustomerId } from './values.ts';

/** What is known of somebody who works here, as the log tells it; never their PIN. */
export interface AgentFacts {
  readonly team: string;
  readonly role: Role;
  /** Language tags, the main one first. */
  readonly languages: readonly string[];
  /** Limits of their own in place of their role's; null: the role's. */
  readonly authority: Authority | null;
}

/** One fact about somebody who works here was changed. */
export type AgentChange = {
  [Fact in keyof AgentFacts]: {
    readonly what: Fact;
    readonly from: AgentFacts[Fact];
    readonly to: AgentFacts[Fact];
  };
}[keyof AgentFacts];

/** What the owner says of the desk itself. */
export type DeskSetting = 'business' | 'reach_us' | 'zone';

/** Whose word the opening hours are: the owner's, given to the desk, or the playbook's. */
export type HoursFrom = 'desk' | 'playbook';

/** What each type of event says that concerns the desk and no complaint. */
export interface DeskEventBodies {
  /** Whose desk it is, set or changed: what is new of it. */
  desk_set: { readonly [Setting in DeskSetting]?: string };
  /** Opening hours that hold from now on, as a whole. */
  hours_set: {
    readonly version: number;
    readonly from: HoursFrom;
    /** An IANA time zone. */
    readonly zone: string;
    /** Seven lists, Monday first; null: around the clock. */
    readonly week: NonNullable<Hours['week']> | null;
    readonly holidays: Hours['holidays'];
  };
  agent_added: AgentFacts & { readonly agent: AgentName };
  agent_changed: AgentChange & { readonly agent: AgentName };
  /** Somebody no longer works here; what they did stays theirs. */
  agent_retired: { readonly agent: AgentName };
  /** They work here again. */
  agent_returned: { readonly agent: AgentName };
  /** They have a PIN, or another one; nothing of it is in the log. */
  pin_set: { readonly agent: AgentName };
  /** A fact about a customer was put right, outside any conversation. */
  customer_changed: EventBodies['customer_changed'];
  /** They are a key customer from now on, or no longer one (P39). */
  customer_key_set: { readonly customer: CustomerId; readonly key: boolean };
  /** They came back, or left us for good; null: neither is known any more (P39). */
  customer_standing_set: {
    readonly customer: CustomerId;
    readonly from: CustomerStanding | null;
    readonly to: CustomerStanding | null;
  };
  /**
   * Two customers turned out to be one person, or (`apart`) not. Their complaints say so as well, each
   * in its own log, and so does what the one took over from the other.
   */
  customers_merged: {
    /** Who is not to be found any more. */
    readonly from: CustomerId;
    /** Who stands for both. */
    readonly to: CustomerId;
    /** What they took over, or gave back. */
    readonly filled: readonly FilledFact[];
    readonly apart?: true;
  };
}

/** What is known of a customer and can be taken over from another one. */
export type FilledFact = CustomerFact | 'key' | 'standing';

export type DeskEventType = keyof DeskEventBodies;

/** What happened at the desk, before it has a place in the log, a time and an author. */
export type DeskHappening = {
  [Type in DeskEventType]: { readonly type: Type; readonly body: DeskEventBodies[Type] };
}[DeskEventType];
