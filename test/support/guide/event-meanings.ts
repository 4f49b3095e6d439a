import type { DeskEventBodies } from '../../../src/rules/desk-events.ts';
import type { Answered, Clocked, EventBodies } from '../../../src/rules/events.ts';

/** What an event says, and the names of what is in its body: every one, or this does not compile. */
interface Meaning<Body> {
  readonly says: string;
  readonly body: { readonly [Name in KeysOf<Body>]-?: true };
}

/** Of each member of a union. */
type KeysOf<Body> = Body extends unknown ? keyof Body & string : never;

/** What happened to a complaint. */
export const complaintEvents: {
  readonly [Type in Exclude<keyof EventBodies, 'answered'>]: Meaning<EventBodies[Type]>;
} & { readonly answered: Meaning<Answered & { aim?: unknown; due?: unknown }> } = {
  opened: {
    says: 'the conversation began',
    body: { aim: true, due: true, received: true },
  },
  imported: {
    says: 'it came over from somewhere else, as it stood there; `imported` is when, `rest` what had no place',
    body: { source: true, imported: true, state: true, added: true, rest: true },
  },
  customer_identified: {
    says: 'the customer was found, or written down',
    body: { customer: true, added: true },
  },
  customer_changed: {
    says: 'a fact about the customer was learnt or put right',
    body: { customer: true, fact: true, from: true, to: true },
  },
  customer_passed: {
    says: 'a question about the customer was passed over',
    body: { question: true },
  },
  answered: {
    says: 'a question was answered; `null` passes it over',
    body: { question: true, value: true, aim: true, due: true },
  },
  offered: {
    says: 'remedies were put before the customer, in place of those before',
    body: { offers: true },
  },
  promised: {
    says: 'something was promised',
    body: { what: true, who: true, due: true },
  },
  promise_withdrawn: {
    says: 'a promise was taken back in the conversation',
    body: { promise: true },
  },
  promises_settled: { says: 'that is all that is promised', body: {} },
  handed_over: {
    says: 'somebody else goes on with it',
    body: { to: true, reason: true, summary: true },
  },
  escalated: {
    says: 'a supervisor is to take it',
    body: { reason: true, summary: true },
  },
  callback_set: {
    says: 'a call was agreed',
    body: { at: true, reach: true, reason: true, summary: true },
  },
  waiting: {
    says: 'something is missing from the customer',
    body: { until: true, reason: true, summary: true },
  },
  taken_up: { says: 'the conversation goes on', body: {} },
  finished: { says: 'the conversation ended', body: {} },
  assigned: { says: 'somebody else owns it', body: { to: true, reason: true } },
  returned: {
    says: 'a supervisor gave it back',
    body: { to: true, reason: true, summary: true },
  },
  referred: {
    says: 'the customer was told who outside of us can decide, and why',
    body: { to: true, reason: true },
  },
  noted: {
    says: 'a note, or with `channel` a contact with the customer',
    body: { text: true, channel: true },
  },
  approval_asked: {
    says: 'a remedy above somebody’s line was asked for',
    body: { remedy: true, amount: true, currency: true, percent: true, reason: true },
  },
  approved: { says: 'yes, and why', body: { approval: true, reason: true } },
  declined: { says: 'no, and why', body: { approval: true, reason: true } },
  promise_kept: { says: 'a promise was kept', body: { promise: true, note: true } },
  promise_broken: {
    says: 'a promise was not kept, and why',
    body: { promise: true, reason: true },
  },
  promise_delayed: {
    says: 'a promise has a later date; `told` says how the customer was told',
    body: { promise: true, due: true, reason: true, told: true },
  },
  promise_told: {
    says: 'the customer knows of the delay',
    body: { promise: true, how: true },
  },
  contacted: {
    says: 'what came of a call-back, a follow-up or a wait',
    body: {
      contact: true,
      outcome: true,
      note: true,
      at: true,
      satisfied: true,
      score: true,
    },
  },
  resolved: {
    says: 'resolved after the conversation',
    body: { text: true, accepted: true, decision: true, followup: true },
  },
  closed: {
    says: 'closed, with what was learnt',
    body: { cause: true, verdict: true, changed: true, contacts: true },
  },
  reopened: { says: 'opened again', body: { reason: true, to: true } },
  merged: {
    says: 'it is the same as another complaint, which goes on',
    body: { into: true, reason: true },
  },
  absorbed: {
    says: 'another complaint turned out to be this one',
    body: { from: true, reason: true },
  },
  customer_merged: {
    says: 'its customer turned out to be another one, or (`apart`) not',
    body: { from: true, to: true, apart: true },
  },
  reclocked: {
    says: 'its clocks count anew',
    body: { because: true },
  },
  undone: {
    says: 'an event of the same complaint was taken back',
    body: { undoes: true },
  },
};

/** What any event of a complaint may say beside its own: what became of the clocks. */
export const besideAny: { readonly [Name in keyof Clocked]-?: true } = { clocks: true };

/** What happened at the desk and to no complaint. */
export const deskEvents: {
  readonly [Type in keyof DeskEventBodies]: Meaning<DeskEventBodies[Type]>;
} = {
  desk_set: {
    says: 'the desk was set up, or changed',
    body: { business: true, reach_us: true, zone: true },
  },
  hours_set: {
    says: 'opening hours that hold from now on',
    body: { version: true, from: true, zone: true, week: true, holidays: true },
  },
  agent_added: {
    says: 'somebody works here',
    body: { agent: true, team: true, role: true, languages: true, authority: true },
  },
  agent_changed: {
    says: 'a fact about them changed',
    body: { agent: true, what: true, from: true, to: true },
  },
  agent_retired: { says: 'they no longer work here', body: { agent: true } },
  agent_returned: { says: 'they are back', body: { agent: true } },
  pin_set: { says: 'they have a PIN, or another one', body: { agent: true } },
  customer_changed: {
    says: 'a fact about a customer was put right, outside any conversation',
    body: { customer: true, fact: true, from: true, to: true },
  },
  customer_key_set: {
    says: 'a key customer, or no longer one',
    body: { customer: true, key: true },
  },
  customer_standing_set: {
    says: 'they came back, or left for good',
    body: { customer: true, from: true, to: true },
  },
  customers_merged: {
    says: 'two customers are one person, or (`apart`) not',
    body: { from: true, to: true, filled: true, apart: true },
  },
};
