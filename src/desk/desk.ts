import type { Conversation, Occasion } from '../rules/conversation.ts';
import type { Authority, Playbook, Role } from '../rules/playbook.ts';
import { type AgentName, type Day, day, type Millis, type Refusal } from '../rules/values.ts';
import type { Store } from '../store/open-store.ts';
import type { KeptCounting } from './kept-counting.ts';

/** The desk an agent works at: the record, the playbook, the time, and who they are. */
export interface Desk {
  readonly store: Store;
  readonly playbook: Playbook;
  readonly agent: DeskAgent;
  /** The name of the business, as it is said to customers. */
  readonly business: string;
  /** How customers reach us, as it is said to them; empty when the owner has not said. */
  readonly reachUs: string;
  /** Where the desk is: an IANA time zone. */
  readonly zone: string;
  /** How business time is counted here, by the opening hours that hold now. */
  readonly counting: KeptCounting;
  /** The current moment; tests hand in their own. */
  readonly now: () => Millis;
}

/** Who works at the desk now. */
export interface DeskAgent {
  readonly name: AgentName;
  readonly role: Role;
  /** As it is said to customers: "repairs desk". */
  readonly team: string;
  /** What they may offer without asking, where they have limits of their own (P21). */
  readonly authority?: Authority;
  /** Language tags, the main one first (P12). */
  readonly languages?: readonly string[];
}

/**
 * What came of an action: the conversation after it, or why nothing was changed. A refusal is an
 * answer, not an exception; faults of the file or the disk are thrown as StoreError.
 */
export type Acted =
  | { readonly ok: true; readonly conversation: Conversation }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** @returns nothing changed, and why. */
export const refused = (...refusals: readonly Refusal[]): Acted => ({ ok: false, refusals });

/**
 * @param now the moment of the action; this one unless said otherwise
 * @returns the occasion of an action at this desk
 */
export function occasionOf(desk: Desk, now: Millis = desk.now()): Occasion {
  return {
    now,
    agent: desk.agent,
    // Only questions about days look at it, and a calendar takes longer than the rest of an answer.
    get today() {
      return dayAt(desk.zone, now);
    },
  };
}

/** @returns the calendar date in a zone at a moment. */
function dayAt(zone: string, at: Millis): Day {
  // The Swedish form of a date is the ISO form; formatters are dear, so one is kept a zone.
  let format = dayFormats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
    dayFormats.set(zone, format);
  }
  return day(format.format(at));
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();
