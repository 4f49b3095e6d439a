import { describe, expect, test } from 'vitest';
import { openConversation } from '../../src/desk/act.ts';
import { putOffers } from '../../src/desk/converse.ts';
import { identifyCustomer } from '../../src/desk/customer.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { occasionOf } from '../../src/desk/desk.ts';
import { limitText } from '../../src/desk/limit-text.ts';
import { refusalText } from '../../src/desk/refusal-text.ts';
import { startComplaint } from '../../src/desk/start.ts';
import { createMessages, type Messages } from '../../src/language/messages.ts';
import { standing } from '../../src/rules/authority.ts';
import type { Conversation } from '../../src/rules/conversation.ts';
import type { OfferPut } from '../../src/rules/events.ts';
import type { CustomerId } from '../../src/rules/values.ts';
import { currency, millis, minor } from '../../src/rules/values.ts';
import { completeComplaint, openSampleDesk } from '../support/sample-record.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { calls, taken } from './at-the-desk.ts';

const english = createMessages('en');
/** On the screen the key that asks a supervisor stands in the text. */
const words: Messages = {
  ...english,
  say: (key, values = {}) => english.say(key, { key_supervisor: '^A', ...values }),
};

const refund = (cents: number): OfferPut => ({
  remedy: 'refund',
  amount: minor(cents),
  currency: currency('EUR'),
});

/** What an agent reads beside a refund of some size. */
function beside(desk: Desk, conversation: Conversation, cents: number): string {
  return limitText(words, standing(conversation, refund(cents), occasionOf(desk)), 'amount');
}

/** The customer of these complaints complains again, and is heard until something can be offered. */
async function again(desk: Desk, customer: CustomerId): Promise<Conversation> {
  let conversation = await startComplaint(desk);
  conversation = taken(await identifyCustomer(desk, conversation, customer));
  for (const name of namesUntilOffers) {
    conversation = taken(await calls[name](desk, conversation));
  }
  return conversation;
}

const namesUntilOffers = [
  'channel',
  'words',
  'restated',
  'confirmed',
  'happened',
  'product',
  'cause',
  'severity',
  'wish',
  'fault',
  'apology',
] as const;

/** A customer who was given so many refunds of 29.90 this morning, within 100.00 in thirty days. */
async function givenBefore(times: number) {
  const desk = await openSampleDesk(temporaryFolder());
  const first = await completeComplaint(desk, { answers: { chosen: 2 } });
  const customer = first.state.customer as CustomerId;
  for (let more = 1; more < times; more++) {
    const { state } = await completeComplaint(desk, { answers: { chosen: 2 } });
    // One and the same person, as a merge would have it.
    await desk.store.transact((tx) => tx.updateComplaint(state.id, { customer_id: customer }));
  }
  return { desk, customer, conversation: await again(desk, customer) };
}

describe('where the line runs for one customer, before anything is said to them (P21)', () => {
  test('as long as there is room, the agent’s own line is the nearer one', async () => {
    const { desk, conversation } = await givenBefore(1);
    expect(beside(desk, conversation, 2990)).toBe('yours, up to €50.00');
  });

  test('then what is left for them is', async () => {
    const { desk, conversation } = await givenBefore(3);
    expect(beside(desk, conversation, 1000)).toBe('€10.30 left for them in 30 days');
  });

  test('and the next refund in a month is noticed, and refused with the reason', async () => {
    const { desk, conversation } = await givenBefore(3);
    expect(beside(desk, conversation, 2990)).toBe('3 given in 30 days, €10.30 left: ask ^A');
    const acted = await putOffers(desk, conversation, [refund(2990), { remedy: 'repair' }]);
    const [refusal] = acted.ok ? [] : acted.refusals;
    expect(refusal && refusalText(english, refusal)).toContain(
      'within 30 days this customer was given 3 remedies already, and €10.30 is left for them.',
    );
  });

  test('a month later it is as it was', async () => {
    const { desk, customer, conversation } = await givenBefore(3);
    const later = { ...desk, now: () => millis(desk.now() + 31 * 86_400_000) };
    expect(beside(later, conversation, 2990)).toBe('yours, up to €50.00');
    expect((await openConversation(desk, conversation.state.id))?.customer?.given).toHaveLength(3);
    expect(await again(later, customer)).toMatchObject({ customer: { given: [] } });
  });
});
