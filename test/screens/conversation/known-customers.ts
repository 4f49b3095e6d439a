import type { Desk } from '../../../src/desk/desk.ts';
import { recordFromText } from '../../../src/desk/record-file.ts';

/** A complaint about postage that was charged twice, with its refund still promised. */
const POSTAGE = {
  channel: 'phone',
  words: 'I paid the postage twice.',
  restated: { text: 'Postage charged twice.', confirmed: true },
  product: 'online-order',
  cause: 'billing/charged-twice',
  wish: 'refund',
  apology: { fault: 'ours', text: 'I am sorry that you paid twice.' },
  offers: [
    { remedy: 'refund', amount: '4.90 EUR' },
    { remedy: 'voucher', amount: '10.00 EUR' },
  ],
  chosen: 'refund',
  promises: [{ what: 'refund of postage', by: '2026-11-27 17:00' }],
  outcome: 'promised',
  thanked: true,
};

/** Who a customer is, as a file has it. */
export interface Caller {
  readonly name: string;
  readonly phone?: string;
  readonly email?: string;
  readonly account?: string;
}

export const maria: Caller = {
  name: 'Maria Petrova',
  phone: '+359 88 123 4567',
  email: 'maria@example.org',
  account: 'A-7713',
};

/** Writes down that somebody called before about postage, which is still to be paid back. */
export async function calledBefore(desk: Desk, customer: Caller): Promise<void> {
  const outcome = await recordFromText(desk, JSON.stringify({ customer, ...POSTAGE }));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
}
