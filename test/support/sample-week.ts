import { openConversation } from '../../src/desk/act.ts';
import type { Given } from '../../src/desk/actions/action.ts';
import { actionNamed } from '../../src/desk/actions/index.ts';
import type { ActionName } from '../../src/desk/actions/names.ts';
import { runAction } from '../../src/desk/actions/run-action.ts';
import { addCustomer } from '../../src/desk/customer.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { recordFromText } from '../../src/desk/record-file.ts';
import type { Voice } from '../../src/desk/saying.ts';
import { startComplaint } from '../../src/desk/start.ts';
import { createMessages } from '../../src/language/messages.ts';
import { createSpokenTime } from '../../src/language/spoken-time.ts';
import { complaintId, currency, millis, minor } from '../../src/rules/values.ts';
import { marko } from './sample-home.ts';
import { sketch } from './sketch.ts';

export const ZONE = 'Europe/Sofia';

/** Days of November 2026 in Sofia, two hours before Greenwich: 19 is a Thursday. */
export const november = (day: number, hour: number, minute: number): number =>
  Date.UTC(2026, 10, day, hour - 2, minute);

/** Something that was done, when and by whom. */
export interface Moment {
  readonly at: readonly [day: number, hour: number, minute: number];
  readonly by: 'Sam' | 'Lejla';
  readonly does: (desk: Desk) => Promise<unknown>;
}

const taken =
  (record: string) =>
  (desk: Desk): Promise<unknown> =>
    must(recordFromText(desk, record));

const done =
  (id: number, name: ActionName, given: Given) =>
  async (desk: Desk): Promise<unknown> => {
    const conversation = await openConversation(desk, complaintId(id));
    if (conversation === undefined) throw new Error(`no complaint ${id}`);
    return must(runAction(desk, voice, conversation, actionNamed(name), given));
  };

const words = createMessages('en');
const voice: Voice = { words, spoken: createSpokenTime(words, ZONE) };

async function begunWithNikos(desk: Desk): Promise<unknown> {
  const begun = await startComplaint(desk);
  const nikos = { name: 'Νίκος Αλεξίου', phone: '+30 21 0123 4567', language: 'el' };
  return must(addCustomer(desk, begun, nikos));
}

/** Waits for an outcome that nothing can be against. @throws Error when the rules refuse it */
export async function must<Outcome extends { readonly ok: boolean }>(
  outcome: Promise<Outcome>,
): Promise<Outcome> {
  const came = await outcome;
  if (!came.ok) throw new Error(`the sample week and the rules disagree: ${JSON.stringify(came)}`);
  return came;
}

/** What a web form hands in: nobody who was here before, and nothing that was told before. */
export const fromWebForm = `customer: {name: James Okoro, email: james.okoro@example.org, language: en}
channel: web
words: The page said that you are open on Sunday. You were not.
restated: {text: The website has the wrong hours., confirmed: true}
product: website
cause: website/wrong-content
wish: apology
apology: {fault: ours, text: I am sorry that you came for nothing. That was our website.}
offers: [{remedy: apology}, {remedy: voucher, amount: 10.00 EUR}]
chosen: voucher
promises: [{what: the voucher by mail, by: in 2 days}]
outcome: promised
thanked: true
`;

const invoice = `customer: {name: Ivan Kolev, email: ivan.kolev@example.org, language: bg}
received: 2026-11-19T06:40:00Z
channel: email
words: You charged me twice for one order.
restated: {text: Charged twice; he wants the second charge back., confirmed: true}
product: invoice
cause: billing/charged-twice
wish: refund
apology: {fault: ours, text: I am sorry that you were charged twice. I will see to it.}
offers: [{remedy: refund, amount: 18.00 EUR}, {remedy: store-credit, amount: 25.00 EUR}]
chosen: refund
promises: [{what: the second charge back, by: 2026-11-20T12:00:00Z}]
followup: 2026-11-23T08:00:00Z
outcome: promised
thanked: true
`;

const visit = `customer: {name: Amra Hodžić, phone: +387 61 000 101, language: bs}
channel: phone
words: Nobody came, and I waited all day.
restated: {text: Nobody came at the agreed time., confirmed: true}
product: service-visit
cause: delivery/nobody-came
severity: high
wish: do-again
apology: {fault: ours, text: I am sorry that you waited for nothing. That was our planning.}
offers: [{remedy: do-again}, {remedy: discount, percent: 10}]
chosen: do-again
promises: [{what: the visit, by: 2026-11-20T15:00:00Z}]
followup: 2026-11-24T08:00:00Z
outcome: promised
thanked: true
`;

const parcel = `customer: {name: Eleni Pappa, email: eleni.pappa@example.org, language: el}
channel: chat
words: My parcel went astray a second time.
restated: {text: Astray for the second time; she wants it by Wednesday., confirmed: true}
product: delivery
cause: delivery/not-arrived
wish: replacement
apology: {fault: ours, text: I am sorry that it went astray again. I will send it myself.}
offers: [{remedy: replacement}, {remedy: refund, amount: 42.00 EUR}]
chosen: replacement
promises: [{what: the parcel sent again, by: 2026-11-25T15:00:00Z}]
outcome: promised
thanked: true
`;

const chair = `customer: {name: สมชาย ใจดี, phone: +66 2 000 0101, language: th}
channel: email
words: ขาเก้าอี้หัก
restated: {text: A leg of the chair is broken., confirmed: true}
product: shop-purchase
cause: product/faulty
wish: repair
apology: {fault: unknown, text: I am sorry that it broke. I will find out how that could be.}
offers: [{remedy: repair}, {remedy: replacement}]
chosen: repair
promises: [{what: the chair mended, by: 2026-11-27T15:00:00Z}]
outcome: promised
thanked: true
`;

/** Three days of a desk, in order: they make C-1001 to C-1007. */
export const week: readonly Moment[] = [
  { at: [19, 10, 12], by: 'Sam', does: taken(invoice) },
  { at: [19, 14, 5], by: 'Lejla', does: taken(visit) },
  {
    at: [20, 10, 40],
    by: 'Sam',
    does: done(1001, 'promise-keep', { promise: '1', note: 'Sent back to the card.' }),
  },
  {
    at: [20, 11, 0],
    by: 'Sam',
    does: done(1001, 'wait', {
      until: millis(november(23, 12, 0)),
      reason: 'whether it is on the card',
    }),
  },
  { at: [20, 15, 20], by: 'Sam', does: taken(parcel) },
  {
    at: [20, 15, 30],
    by: 'Sam',
    does: done(1003, 'offer', {
      remedy: 'voucher',
      amount: { minor: minor(6000), currency: currency('EUR') },
      reason: 'it went astray twice',
    }),
  },
  { at: [20, 15, 50], by: 'Sam', does: taken(chair) },
  {
    at: [20, 16, 0],
    by: 'Sam',
    does: done(1004, 'wait', {
      until: millis(november(24, 12, 0)),
      reason: 'a photo of the label',
    }),
  },
  { at: [20, 16, 30], by: 'Sam', does: done(1001, 'heard', { text: 'It is there.' }) },
  {
    at: [21, 9, 20],
    by: 'Sam',
    does: done(1001, 'resolve', {
      text: 'The second charge is back.',
      accepted: true,
      followup: millis(november(23, 10, 0)),
    }),
  },
  { at: [21, 9, 31], by: 'Sam', does: taken(sketch) },
  { at: [21, 9, 40], by: 'Sam', does: taken(marko) },
  { at: [21, 9, 52], by: 'Sam', does: begunWithNikos },
];
