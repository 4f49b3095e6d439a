import type { BestMeasure } from './figures/recognition.ts';
import type { Currency, Day, Money } from './values.ts';

/**
 * What the rules need to know of a playbook: the owner's lists, limits and lines.
 * The files that hold them are read and checked in src/playbook.
 */
export interface Playbook {
  readonly name: string;
  readonly title: string;
  readonly currency: Currency;
  readonly channels: readonly Choice[];
  readonly products: readonly Choice[];
  readonly causes: readonly CauseGroup[];
  readonly severities: readonly Choice[];
  readonly remedies: readonly Remedy[];
  readonly authority: Readonly<Record<Role, Authority>>;
  readonly targets: Targets;
  readonly hours: Hours;
  readonly policy: Policy;
  readonly lines: readonly ScriptLine[];
  readonly phrases: readonly AvoidedPhrase[];
}

/** Something that can be picked from a list: an id for the record, words for people. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  /** One short line that helps to choose. */
  readonly hint?: string;
  /** Picked when the agent just presses Enter. */
  readonly usual?: boolean;
}

/** A cause with its sub-causes; recorded as `group/sub`, such as `delivery/damaged` (P6, P37). */
export interface CauseGroup extends Choice {
  readonly causes: readonly Choice[];
}

/** Who works the desk; a wider role may offer more without asking (P21). */
export type Role = 'agent' | 'supervisor' | 'owner';

/** All roles, the narrowest first. */
export const roles: readonly Role[] = ['agent', 'supervisor', 'owner'];

/** What of a remedy must be named before it can be said: a sum, a share of a price, or nothing. */
export type RemedyMeasure = 'amount' | 'percent' | 'none';

/** A way to put it right (P18, P23). */
export interface Remedy {
  readonly id: string;
  readonly label: string;
  /** How a customer names it as a wish: "a refund". Without it, it is offered but never wished. */
  readonly wish?: string;
  readonly measure: RemedyMeasure;
  /** What is offered unless the agent says otherwise. */
  readonly usualAmount?: Money;
  readonly usualPercent?: number;
  /** What it costs us when no sum is named: a replacement has a price too. */
  readonly cost?: Money;
  /** The words that follow "We can either" (P19); `{amount}`, `{percent}`, `{product}` are filled in. */
  readonly say: string;
  /** In plain words, what the customer gets and on what conditions (P23). */
  readonly conditions?: string;
  /** Wishes it answers, by remedy id; its own id always counts. */
  readonly fitsWishes: readonly string[];
  /** Causes it suits: `group` or `group/sub`; empty suits all. */
  readonly fitsCauses: readonly string[];
}

/** What a role may offer without asking (P20, P21). */
export interface Authority {
  /** The line for every remedy that has none of its own. */
  readonly limit: Limit;
  /** Lines by remedy id. */
  readonly remedies: Readonly<Record<string, Limit>>;
}

/** A line up to which a remedy is a role's to give. What is not named is not limited. */
export interface Limit {
  readonly amount?: Money;
  readonly percent?: number;
  /**
   * All that one customer gets within so many days, so that the third voucher in a month is noticed.
   * A remedy's own line counts that remedy alone, the general line everything.
   */
  readonly perCustomer?: { readonly sum: Money; readonly days: number };
  /** `ask`: never without asking, whatever the size. */
  readonly ask?: boolean;
}

/** By when what must have happened, in hours of business time from the first hello (P25, P28, P34). */
export interface Targets {
  /** Until somebody takes it up (P25: at once). */
  readonly pickUpHours?: number;
  /** Until the customer knows that they were heard. */
  readonly acknowledgeHours?: number;
  /** The answer the customer expects; ten hours unless the owner says otherwise (P25). */
  readonly answerHours: number;
  /** What we aim for, to be well inside it (P25). */
  readonly aimHours: number;
  /** Until it is resolved. */
  readonly resolveHours?: number;
  /** The follow-up, from the thank-you on: 24 to 48 elapsed hours (P33, P34). */
  readonly followUpHours: number;
  /** Answer targets by severity id, in place of the usual. */
  readonly answerHoursBySeverity: Readonly<Record<string, number>>;
  /** Other targets for some complaints, in place of the usual; of several that fit, the shortest holds. */
  readonly rules: readonly TargetRule[];
}

/** Targets of their own for complaints of a kind. What `when` does not name fits always. */
export interface TargetRule {
  readonly when: {
    readonly severity?: readonly string[];
    readonly channel?: readonly string[];
    /** true: only for key customers (P39); false: only for the others. */
    readonly keyCustomer?: boolean;
  };
  readonly pickUpHours?: number;
  readonly acknowledgeHours?: number;
  readonly answerHours?: number;
  readonly resolveHours?: number;
}

/** Minutes of a day, from 0 to 1440, `[from, to)`. */
export type Interval = readonly [from: number, to: number];

/** When the desk is open. No hours at all means around the clock. */
export interface Hours {
  /** Seven lists, Monday first; undefined: around the clock. */
  readonly week?: readonly (readonly Interval[])[];
  /** Closed days, or days with hours of their own. */
  readonly holidays: readonly Holiday[];
}

export interface Holiday {
  readonly day: Day;
  readonly label: string;
  /** Open at these times all the same; without it the day is closed. */
  readonly open?: readonly Interval[];
}

/** What the owner has decided about how complaints are handled. */
export interface Policy {
  /** A complaint that is opened again goes to somebody else than who resolved it. */
  readonly reopenByAnother: boolean;
  /** By what each month's best is found (P42), as `rules/figures/recognition.ts` names it; none: as usual. */
  readonly bestBy?: readonly BestMeasure[];
}

/** One line to say, with `{variables}`; shown only when every variable has a value (P1, P15). */
export interface ScriptLine {
  /** The question or moment it belongs to: `customer`, `words`, `apology`, `handover`, ... */
  readonly at: string;
  readonly say: string;
  readonly when: LineConditions;
}

/** When a line fits. What is not named fits always; a list means any of them. */
export interface LineConditions {
  readonly fault?: readonly string[];
  readonly channel?: readonly string[];
  readonly severity?: readonly string[];
  /** Cause group ids. */
  readonly cause?: readonly string[];
  readonly wish?: readonly string[];
  readonly outcome?: readonly string[];
  /** true: only for a customer who was here before. */
  readonly returning?: boolean;
  readonly partOfDay?: readonly ('morning' | 'afternoon' | 'evening')[];
  /** Whether the day that the customer was told for a promise is still to come, or has passed (P28). */
  readonly promise?: readonly ('ahead' | 'past')[];
}

/** A phrase that makes it worse, and what to say instead (P16). */
export interface AvoidedPhrase {
  readonly id: string;
  /** Spellings to look for: plain words, matched as whole words without regard to case; `*` stands for any word ending. */
  readonly match: readonly string[];
  /** Why it makes it worse, in one short clause. */
  readonly because: string;
  /** What can be said instead. */
  readonly better: string;
}
