/** The values that rules speak in. Each has its own type, so that a sum is never taken for a time. */

declare const brand: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };

/** A moment: whole milliseconds since 1970-01-01T00:00Z. */
export type Millis = Branded<number, 'Millis'>;

/** A calendar date without a time or a zone, as `YYYY-MM-DD`. */
export type Day = Branded<string, 'Day'>;

/** A sum in the smallest unit of its currency: 2990 is 29.90 euro. Always a whole number. */
export type Minor = Branded<number, 'Minor'>;

/** An ISO 4217 code: three capital letters. */
export type Currency = Branded<string, 'Currency'>;

/** The number of a complaint: 1042 of `C-1042`. */
export type ComplaintId = Branded<number, 'ComplaintId'>;

/** The number of a customer. */
export type CustomerId = Branded<number, 'CustomerId'>;

/** An agent's name on this desk, unique. */
export type AgentName = Branded<string, 'AgentName'>;

/** A sum with its currency. */
export interface Money {
  readonly minor: Minor;
  readonly currency: Currency;
}

/** Moments and sums have no fractions: what is behind the point is cut off. */
export const millis = (value: number): Millis => Math.trunc(value) as Millis;
export const minor = (value: number): Minor => Math.trunc(value) as Minor;

/** Names a text or a number for what it is; whoever calls has checked it. */
export const day = (value: string): Day => value as Day;
export const currency = (code: string): Currency => code as Currency;
export const complaintId = (value: number): ComplaintId => value as ComplaintId;
export const customerId = (value: number): CustomerId => value as CustomerId;
export const agentName = (value: string): AgentName => value as AgentName;

/** A complaint's reference as people write it: `C-1042`. */
export type Ref = Branded<string, 'Ref'>;

/** @returns the reference of a complaint: `C-1042`. */
export const refOf = (id: ComplaintId): Ref => `C-${id}` as Ref;

/**
 * Reads a reference as people type it.
 * @param text `C-1042`, `c-1042`, `1042` or `#1042`, blanks around it allowed
 * @returns the complaint's number, or undefined when the text is not a reference
 */
export function readRef(text: string): ComplaintId | undefined {
  const digits = /^\s*(?:c-|#)?([1-9]\d{0,14})\s*$/i.exec(text)?.[1];
  return digits === undefined ? undefined : complaintId(Number(digits));
}

/** What a refusal or an error is about: names and numbers for the message, never made text. */
export type Facts = Readonly<Record<string, string | number>>;

/**
 * A rule says no. The text is made where it is shown, from `refusal.<code>` in data/languages.
 * `field` names the question it is about, or a path into a file (`offers[1].amount`).
 */
export interface Refusal {
  readonly code: string;
  readonly field?: string;
  readonly facts: Facts;
}

/** @returns a refusal with its facts. */
export function refuse(code: string, facts: Facts = {}, field?: string): Refusal {
  return field === undefined ? { code, facts } : { code, facts, field };
}
