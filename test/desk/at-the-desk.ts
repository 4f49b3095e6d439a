import Sqlite from 'better-sqlite3';
import { answer, promise, putOffers, settlePromises } from '../../src/desk/converse.ts';
import { addCustomer, changeCustomer, passCustomerQuestion } from '../../src/desk/customer.ts';
import type { Acted, Desk } from '../../src/desk/desk.ts';
import { startComplaint } from '../../src/desk/start.ts';
import type { Conversation } from '../../src/rules/conversation.ts';
import type { Answered, OfferPut } from '../../src/rules/events.ts';
import { agentName, currency, day, type Millis, millis, minor } from '../../src/rules/values.ts';
import { openStore } from '../../src/store/open-store.ts';
import { atTestEnd } from '../support/at-test-end.ts';

export const HOUR = 3_600_000;

/** @returns a moment some hours after what the desk's clock says. */
export const inHours = (desk: Desk, hours: number): Millis => millis(desk.now() + hours * HOUR);

/** @returns the conversation after an action that has to be taken. */
export function taken(acted: Acted): Conversation {
  if (!acted.ok) throw new Error(`refused: ${JSON.stringify(acted.refusals)}`);
  return acted.conversation;
}

/** @returns why an action was refused, as `field: code`; throws when it was taken. */
export function refusals(acted: Acted): readonly string[] {
  if (acted.ok) throw new Error('taken, but it has to be refused');
  return acted.refusals.map(({ code, field }) =>
    field === undefined ? code : `${field}: ${code}`,
  );
}

/** @returns the same desk in another process: a connection of its own to the same file. */
export async function secondDesk(desk: Desk, name = 'Lejla'): Promise<Desk> {
  const store = await openStore({ path: desk.store.path });
  atTestEnd(() => store.close());
  return { ...desk, store, agent: { ...desk.agent, name: agentName(name) } };
}

/** Everything that a change could touch, as somebody else reads it from the file. */
export function onDisk(desk: Desk): Record<string, readonly unknown[]> {
  const database = new Sqlite(desk.store.path, { readonly: true });
  try {
    const tables = ['event', 'complaint', 'customer', 'offer', 'promise', 'contact', 'place'];
    return Object.fromEntries(
      tables.map((table) => [table, database.prepare(`SELECT * FROM ${table}`).all()]),
    );
  } finally {
    database.close();
  }
}

export const refund: OfferPut = {
  remedy: 'refund',
  amount: minor(2990),
  currency: currency('EUR'),
};
export const replacement: OfferPut = { remedy: 'replacement' };

/** One call of a conversation. */
export type Call = (desk: Desk, before: Conversation) => Promise<Acted>;

/** @returns the call that answers a question. */
export const says =
  <Name extends Answered['question']>(
    question: Name,
    value: (Answered & { readonly question: Name })['value'],
  ): Call =>
  (desk, before) =>
    answer(desk, before, { question, value } as Answered);

/** A whole conversation with Maria, call by call, from her name to the thank-you. */
export const calls = {
  customer: (desk, before) => addCustomer(desk, before, { name: ' Maria Petrova ' }),
  reach: (desk, before) => changeCustomer(desk, before, 'phone', '+359 88 123 4567'),
  account: (desk, before) => passCustomerQuestion(desk, before, 'account'),
  language: (desk, before) => changeCustomer(desk, before, 'language', 'bg'),
  channel: says('channel', 'phone'),
  words: says('words', 'The kettle arrived in pieces.'),
  restated: says('restated', 'Broken on arrival; she wants a new one.'),
  confirmed: says('confirmed', true),
  happened: says('happened', day('2026-11-20')),
  product: says('product', 'kettle'),
  cause: says('cause', 'delivery/damaged'),
  severity: says('severity', 'high'),
  wish: says('wish', 'replacement'),
  fault: says('fault', 'ours'),
  apology: says('apology', 'I am sorry that it arrived broken. That was our packing.'),
  offers: (desk, before) => putOffers(desk, before, [replacement, refund]),
  chosen: says('chosen', 1),
  done: says('done', 'Ordered a new kettle by express.'),
  promise: (desk, before) =>
    promise(desk, before, { what: 'a new kettle', who: 'Sam', due: inHours(desk, 48) }),
  promises: settlePromises,
  takes: says('takes', 'two working days'),
  outcome: says('outcome', 'promised'),
  improves: says('improves', 'our packing'),
  followup: (desk, before) =>
    answer(desk, before, { question: 'followup', value: inHours(desk, 36) }),
  thanked: says('thanked', true),
} as const satisfies Record<string, Call>;

export type CallName = keyof typeof calls;

/** @returns a fresh conversation taken up to and with one of the calls. */
export async function heardUntil(desk: Desk, last: CallName): Promise<Conversation> {
  let conversation = await startComplaint(desk);
  for (const [name, call] of Object.entries(calls)) {
    conversation = taken(await call(desk, conversation));
    if (name === last) break;
  }
  return conversation;
}

/** @returns a desk whose clock stands where it is set. */
export function withClock(desk: Desk, at: Millis): Desk & { set(at: Millis): void } {
  let now = at;
  return {
    ...desk,
    now: () => now,
    set: (to) => {
      now = to;
    },
  };
}
