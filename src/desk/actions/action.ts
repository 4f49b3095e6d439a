import type { Moment } from '../../playbook/script-words.ts';
import type { Counting } from '../../rules/clock.ts';
import type { Conversation, Occasion } from '../../rules/conversation.ts';
import type { OfferPut } from '../../rules/events.ts';
import type { Choice, Role } from '../../rules/playbook.ts';
import type { AgentName, Millis, Money, Refusal } from '../../rules/values.ts';
import type { Acted, Desk } from '../desk.ts';
import type { Voice } from '../saying.ts';
import type { ActionName, AskName } from './names.ts';

/**
 * Something that can be done to a complaint, described once. The command line's flags, the form on
 * the screen, the questions in lines and the page of keys are all made from this.
 */
export interface Action {
  readonly name: ActionName;
  /** The practices it serves. */
  readonly practices: readonly string[];
  /** The script lines to say with it. */
  readonly moment?: Moment;
  /** What it asks, in order. */
  readonly asks: readonly Ask[];
  /** @returns why it cannot be done as things stand, with what would allow it; undefined when it can */
  readonly refuses: (scene: ActionScene) => Refusal | undefined;
  /** Does it: one call of the desk. What was given has been checked against `asks`. */
  readonly act: (at: ActionPlace, given: Given) => Promise<Acted>;
}

/** Where an action is done. */
export interface ActionPlace {
  readonly desk: Desk;
  /** What summaries are written in. */
  readonly voice: Voice;
  readonly scene: ActionScene;
}

/** What an action looks at: read once, before anything is asked. */
export interface ActionScene {
  readonly conversation: Conversation;
  /** Everybody who works here now, by name. */
  readonly people: readonly Person[];
  readonly occasion: Occasion;
  /** How business time is counted now. */
  readonly counting: Counting;
  /** Contacts with the customer so far (P36). */
  readonly contacts: number;
  /** When to get in touch again, unless the customer names a time (P33). */
  readonly followUp: Millis;
  /** The customer's IANA time zone, where it was looked up and can be told (P9). */
  readonly theirZone?: string | undefined;
}

/** Somebody who works here. */
export interface Person {
  readonly name: AgentName;
  readonly role: Role;
  readonly team: string;
  readonly languages: readonly string[];
  /** Whether their decisions ask for a PIN. */
  readonly hasPin: boolean;
}

/** One thing an action asks. */
export interface Ask {
  readonly name: AskName;
  readonly kind: AskKind;
  readonly required: boolean;
  /** Only asked when this holds of what was given before it. */
  readonly when?: (given: Given, scene: ActionScene) => boolean;
  /** What can be picked. */
  readonly choices?: (scene: ActionScene, voice: Voice) => readonly Choice[];
  /** Of those who work here, whom it cannot be. */
  readonly except?: (scene: ActionScene) => readonly AgentName[];
  /** Something that is not on the list may be typed. */
  readonly open?: boolean;
  /** What is taken unless somebody says otherwise. */
  readonly usual?: (scene: ActionScene, given: Given) => GivenValue | undefined;
  /** Stands behind the reference on the command line instead of being a flag: `promise keep C-1042 1`. */
  readonly operand?: boolean;
  /** The longest text, in UTF-16 units; 500 for a line and 4,000 for a passage unless said. */
  readonly longest?: number;
  /** The least and the most of a number. */
  readonly range?: readonly [least: number, most: number];
}

/**
 * - line, passage: one line of text, several
 * - choice: one of a list, by its id
 * - person: one of those who work here, by name
 * - moment: a date with a time, ahead of now
 * - yes: yes or no
 * - number: a whole number
 * - money, percent: the size of a remedy
 * - complaint: another complaint's reference, as its number
 * - pin: typed without being shown, never kept
 */
export type AskKind =
  | 'line'
  | 'passage'
  | 'choice'
  | 'person'
  | 'moment'
  | 'yes'
  | 'number'
  | 'money'
  | 'percent'
  | 'complaint'
  | 'pin';

/** A text, a number (moments are epoch milliseconds, a choice its id as text), yes or no, or a sum. */
export type GivenValue = string | number | boolean | Money;

/** What was given, by the name of what was asked. What is not there was left out. */
export type Given = Readonly<Partial<Record<AskName, GivenValue>>>;

/** @returns a text that was given, trimmed; empty when it was left out. */
export const textIn = (given: Given, name: AskName): string => {
  const value = given[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** @returns a moment that was given. @throws RangeError when it is not there: `asks` says it must be */
export const momentIn = (given: Given, name: AskName): Millis => numberIn(given, name) as Millis;

/** @returns a number that was given, also as the id of a choice. */
export function numberIn(given: Given, name: AskName): number {
  const value = given[name];
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  throw new RangeError(`${name} is no number`);
}

/** The remedy with its size, from `remedy`, `amount` and `percent`. */
export function offerIn(given: Given): OfferPut {
  const { amount, percent } = given;
  return {
    remedy: textIn(given, 'remedy'),
    ...(typeof amount === 'object' ? { amount: amount.minor, currency: amount.currency } : {}),
    ...(typeof percent === 'number' ? { percent } : {}),
  };
}
