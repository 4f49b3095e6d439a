import { DAY, fromNow } from './desk-of-three.ts';

/** Who complains. All people are sample data. */
export interface Complainant {
  readonly name: string;
  readonly phone: string;
  readonly language: string;
}

/** A complaint as it was taken, with what a story needs to be different. */
export interface Taken extends Complainant {
  /** What is promised, and when from now in milliseconds. */
  readonly promised: string;
  readonly due: number;
}

/** @returns a whole conversation that ended with a promise, as a file; its follow-up lies ahead. */
export const promisedTo = ({ name, phone, language, promised, due }: Taken): string =>
  `customer: {name: ${name}, phone: "${phone}", language: ${language}}
channel: phone
words: The kettle arrived in pieces.
restated: {text: Broken on arrival; they want a new one., confirmed: true}
product: kettle
cause: delivery/damaged
wish: replacement
apology: {fault: ours, text: I am sorry. That was our packing.}
offers: [{remedy: replacement}, {remedy: refund, amount: 29.90 EUR}]
chosen: replacement
promises: [{what: ${promised}, by: ${fromNow(due)}}]
followup: ${fromNow(9 * DAY)}
outcome: promised
thanked: true
`;

export const maria: Complainant = {
  name: 'Maria Petrova',
  phone: '+359 88 123 4567',
  language: 'bg',
};
export const amra: Complainant = { name: 'Amra Hodžić', phone: '+387 61 000 101', language: 'bs' };
export const somchai: Complainant = { name: 'สมชาย ใจดี', phone: '+66 81 000 0102', language: 'th' };
