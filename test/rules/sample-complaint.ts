import type { Conversation, ConversationCustomer, Occasion } from '../../src/rules/conversation.ts';
import type { Answered, ComplaintEvent, Happening } from '../../src/rules/events.ts';
import { fold } from '../../src/rules/fold.ts';
import type { Playbook } from '../../src/rules/playbook.ts';
import type { ComplaintState } from '../../src/rules/state.ts';
import {
  agentName,
  complaintId,
  currency,
  customerId,
  day,
  type Millis,
  millis,
  minor,
} from '../../src/rules/values.ts';

export const HOUR = 3_600_000;

/** Saturday 21 November 2026, 07:03 UTC: the first hello of every sample complaint. */
export const HELLO = millis(Date.UTC(2026, 10, 21, 7, 3));

export const hoursLater = (hours: number): Millis => millis(HELLO + hours * HOUR);

export const occasion: Occasion = {
  now: hoursLater(1),
  today: day('2026-11-21'),
  agent: { name: agentName('Sam'), role: 'agent' },
};

const euro = (cents: number) => ({ minor: minor(cents), currency: currency('EUR') });

/** A kettle shop's playbook, just large enough that every rule has something to decide. */
export const kettleShop: Playbook = {
  name: 'kettle-shop',
  title: 'Kettle shop',
  currency: currency('EUR'),
  channels: [
    { id: 'phone', label: 'phone' },
    { id: 'letter', label: 'letter' },
  ],
  products: [{ id: 'kettle', label: 'kettle' }],
  causes: [
    {
      id: 'delivery',
      label: 'delivery',
      causes: [
        { id: 'damaged', label: 'it arrived damaged' },
        { id: 'late', label: 'it came late' },
      ],
    },
    { id: 'manner', label: 'manner', causes: [{ id: 'rude', label: 'you were spoken to rudely' }] },
  ],
  severities: [
    { id: 'normal', label: 'normal', usual: true },
    { id: 'urgent', label: 'urgent' },
  ],
  remedies: [
    {
      id: 'apology',
      label: 'apology in writing',
      wish: 'an apology',
      measure: 'none',
      say: 'send you our apology',
      fitsWishes: [],
      fitsCauses: ['manner'],
    },
    {
      id: 'repair',
      label: 'repair',
      wish: 'a repair',
      measure: 'none',
      cost: euro(2500),
      say: 'repair it',
      fitsWishes: ['replacement'],
      fitsCauses: [],
    },
    {
      id: 'refund',
      label: 'refund',
      wish: 'a refund',
      measure: 'amount',
      usualAmount: euro(2990),
      say: 'refund {amount}',
      fitsWishes: ['replacement'],
      fitsCauses: ['delivery/late'],
    },
    {
      id: 'replacement',
      label: 'replacement',
      wish: 'a replacement',
      measure: 'none',
      cost: euro(6000),
      say: 'send you a new one',
      fitsWishes: [],
      fitsCauses: ['delivery'],
    },
    {
      id: 'discount',
      label: 'discount',
      measure: 'percent',
      usualPercent: 10,
      say: 'take {percent} off',
      fitsWishes: [],
      fitsCauses: ['delivery/damaged'],
    },
  ],
  authority: {
    agent: {
      limit: { amount: euro(5000), percent: 15 },
      remedies: { apology: { ask: true }, discount: { percent: 10 } },
    },
    supervisor: { limit: { amount: euro(20_000), percent: 30 }, remedies: {} },
    owner: { limit: {}, remedies: {} },
  },
  targets: {
    answerHours: 10,
    aimHours: 8,
    followUpHours: 36,
    answerHoursBySeverity: { urgent: 2 },
    rules: [],
  },
  hours: { holidays: [] },
  policy: { reopenByAnother: false },
  lines: [],
  phrases: [],
};

export const opened: Happening = {
  type: 'opened',
  body: { aim: hoursLater(8), due: hoursLater(10) },
};

/** @returns that a question was answered; `null` passes it over. */
export const said = <Name extends Answered['question']>(
  question: Name,
  value: (Answered & { readonly question: Name })['value'],
): Happening => ({ type: 'answered', body: { question, value } as Answered });

export const named: Happening = {
  type: 'customer_identified',
  body: { customer: customerId(7), added: { name: 'Maria Petrova' } },
};

/** A refund of 29.90 and a repair: both Sam's to give. */
export const offered: Happening = {
  type: 'offered',
  body: {
    offers: [
      { remedy: 'refund', amount: minor(2990), currency: currency('EUR') },
      { remedy: 'repair' },
    ],
  },
};

export const promised: Happening = {
  type: 'promised',
  body: { what: 'the refund', who: 'Sam', due: hoursLater(48) },
};

/** A whole conversation with Maria, whose kettle came in pieces, in the order it is held. */
export const wholeConversation: readonly Happening[] = [
  opened,
  named,
  {
    type: 'customer_changed',
    body: { customer: customerId(7), fact: 'phone', from: null, to: '0888 123 456' },
  },
  { type: 'customer_passed', body: { question: 'account' } },
  { type: 'customer_passed', body: { question: 'language' } },
  said('channel', 'phone'),
  said('words', 'It came in pieces.'),
  said('restated', 'The kettle arrived broken; she wants her money back.'),
  said('confirmed', true),
  said('happened', day('2026-11-20')),
  said('product', 'kettle'),
  said('cause', 'delivery/damaged'),
  said('severity', 'normal'),
  said('wish', 'refund'),
  said('fault', 'ours'),
  said('apology', 'I am sorry that it arrived broken.'),
  offered,
  said('chosen', 1),
  said('done', 'Ordered the refund.'),
  promised,
  { type: 'promises_settled', body: {} },
  said('takes', 'two working days'),
  said('outcome', 'promised'),
  said('improves', 'our packing'),
  said('followup', hoursLater(72)),
  said('thanked', true),
];

/** @returns the log these happenings make, a minute apart. */
export const logOf = (happenings: readonly Happening[]): readonly ComplaintEvent[] =>
  happenings.map((happening, index) => ({
    ...happening,
    complaint: complaintId(1042),
    n: index + 1,
    at: millis(HELLO + index * 60_000),
    agent: agentName('Sam'),
  }));

/** @returns the state these happenings fold into; the opening goes before them. */
export function stateAfter(...happenings: readonly Happening[]): ComplaintState {
  const state = fold(logOf([opened, ...happenings]));
  if (state === undefined) throw new Error('an opened complaint has a state');
  return state;
}

/** Maria, written down in this conversation. */
export const maria: ConversationCustomer = {
  id: customerId(7),
  name: 'Maria Petrova',
  isNew: true,
  given: [],
};

/** @returns the conversation after these happenings, with nobody named. */
export const conversationAfter = (...happenings: readonly Happening[]): Conversation => ({
  state: stateAfter(...happenings),
  playbook: kettleShop,
});

/** @returns the whole conversation up to and with the answer to a question, with Maria. */
export function conversationUntil(
  question: Answered['question'],
  customer: ConversationCustomer = { ...maria, phone: '0888 123 456' },
): Conversation {
  const last = wholeConversation.findIndex(
    ({ type, body }) => type === 'answered' && body.question === question,
  );
  const state = stateAfter(...wholeConversation.slice(1, last + 1));
  return { state, customer, playbook: kettleShop };
}
