import { describe, expect, test } from 'vitest';
import { answer } from '../../src/desk/converse.ts';
import { identifyCustomer } from '../../src/desk/customer.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { mergeInto } from '../../src/desk/merge.ts';
import { areWordsAlike } from '../../src/desk/repeats/likeness.ts';
import { repeatText, samePersonText } from '../../src/desk/repeats/repeat-text.ts';
import { repeatsOf } from '../../src/desk/repeats.ts';
import { startComplaint } from '../../src/desk/start.ts';
import { createMessages } from '../../src/language/messages.ts';
import { createSpokenTime } from '../../src/language/spoken-time.ts';
import type { Conversation } from '../../src/rules/conversation.ts';
import type { Answered } from '../../src/rules/events.ts';
import { type CustomerId, millis } from '../../src/rules/values.ts';
import { openSampleDesk } from '../plain/sample-desk.ts';
import { HOUR, taken, withClock } from './at-the-desk.ts';
import { callFrom, customerIn } from './known-people.ts';

interface Said {
  readonly words?: string;
  readonly product?: string;
  readonly cause?: string;
}

/** Everything that is asked up to the cause, as far as it is said. */
async function tells(desk: Desk, before: Conversation, said: Said): Promise<Conversation> {
  let conversation = before;
  const story = said.words ?? 'Something else.';
  const answers: readonly Answered[] = [
    { question: 'channel', value: 'phone' },
    { question: 'words', value: story },
    { question: 'restated', value: story },
    { question: 'confirmed', value: true },
    { question: 'product', value: said.product ?? null },
    ...(said.cause === undefined ? [] : [{ question: 'cause' as const, value: said.cause }]),
  ];
  for (const each of answers) conversation = taken(await answer(desk, conversation, each));
  return conversation;
}

const again = async (desk: Desk, customer: CustomerId): Promise<Conversation> =>
  taken(await identifyCustomer(desk, await startComplaint(desk), customer));

const kettle = { words: 'The kettle arrived in pieces.', product: 'kettle' };

/** Which complaints may be meant, with why. */
const seen = async (desk: Desk, conversation: Conversation) =>
  (await repeatsOf(desk, conversation)).complaints.map(({ id, why }) => [id, why.join(' ')]);

describe('somebody who is on record already is found at intake (P2, P8)', () => {
  test('by phone, email or account, however they are written, also under another name', async () => {
    const desk = await openSampleDesk();
    const facts = { phone: '0888 123 456', email: 'Maria@Example.org', account: 'A-1203 55' };
    const maria = customerIn(await callFrom(desk, { name: 'Maria Petrova', ...facts }));
    const call = await callFrom(desk, {
      name: 'M. Ilieva',
      phone: '+359 88 812 3456',
      email: 'maria@example.org ',
      account: 'a120355',
    });
    const { people } = await repeatsOf(desk, call);
    expect(people).toMatchObject([
      {
        hit: { id: maria, name: 'Maria Petrova', complaints: 1 },
        by: ['phone', 'email', 'account'],
      },
    ]);
  });

  test('nobody is found who only has no number too', async () => {
    const desk = await openSampleDesk();
    await callFrom(desk, { name: 'Maria Petrova' });
    expect(await repeatsOf(desk, await callFrom(desk, { name: 'Maria Petrova' }))).toEqual({
      people: [],
      complaints: [],
    });
    expect(await repeatsOf(desk, await startComplaint(desk))).toEqual({
      people: [],
      complaints: [],
    });
  });
});

describe('a complaint that is on record already is found at intake (P8, P40)', () => {
  test('as long as this one says nothing of itself, any that is open or recent may be meant', async () => {
    const desk = await openSampleDesk();
    const first = await tells(desk, await callFrom(desk, { name: 'Maria Petrova' }), kettle);
    const call = await again(desk, customerIn(first));
    expect(await seen(desk, call)).toEqual([[first.state.id, 'customer']]);
  });

  test('then those about the same, the likeliest first, and no other', async () => {
    const desk = await openSampleDesk();
    const first = await tells(desk, await callFrom(desk, { name: 'Maria Petrova' }), kettle);
    const maria = customerIn(first);
    const toaster = await tells(desk, await again(desk, maria), {
      words: 'It never came.',
      product: 'toaster',
    });
    const cause = { cause: 'delivery/damaged' };
    const second = await tells(desk, await again(desk, maria), { ...cause, product: 'Kettle' });
    const call = await tells(desk, await again(desk, maria), { product: 'kettle', ...cause });
    expect(await seen(desk, call)).toEqual([
      [second.state.id, 'customer product cause'],
      [first.state.id, 'customer product'],
    ]);
    expect(await seen(desk, toaster)).toEqual([]);
  });

  test('what is old and done is no repeat; what is old and open still is', async () => {
    const plain = await openSampleDesk();
    const desk = withClock(plain, plain.now());
    const first = await tells(desk, await callFrom(desk, { name: 'Maria Petrova' }), kettle);
    desk.set(millis(desk.now() + 31 * 24 * HOUR));
    const call = await tells(desk, await again(desk, customerIn(first)), kettle);
    expect(await seen(desk, call)).toEqual([[first.state.id, 'customer product words']]);
    await plain.store.transact((tx) => tx.updateComplaint(first.state.id, { stage: 'closed' }));
    expect(await seen(desk, call)).toEqual([]);
  });

  test('of somebody who shares a number only what is alike counts', async () => {
    const desk = await openSampleDesk();
    const account = 'A-1203 55';
    const first = await tells(desk, await callFrom(desk, { name: 'Maria', account }), kettle);
    const call = await callFrom(desk, { name: 'Her husband', account: 'a120355' });
    expect(await seen(desk, call)).toEqual([]);
    const told = await tells(desk, call, { product: 'kettle' });
    expect(await seen(desk, told)).toEqual([[first.state.id, 'account product']]);
  });

  test('one that was merged already is not offered again', async () => {
    const desk = await openSampleDesk();
    const first = await tells(desk, await callFrom(desk, { name: 'Maria Petrova' }), kettle);
    const maria = customerIn(first);
    const second = await tells(desk, await again(desk, maria), kettle);
    taken(await mergeInto(desk, second, { into: first.state.id, reason: 'the same kettle' }));
    const call = await tells(desk, await again(desk, maria), kettle);
    expect(await seen(desk, call)).toEqual([[first.state.id, 'customer product words']]);
  });

  test('is told with why', async () => {
    const desk = await openSampleDesk();
    const words = createMessages('en');
    const voice = { words, spoken: createSpokenTime(words, desk.zone) };
    const account = 'A-1203 55';
    const first = await tells(desk, await callFrom(desk, { name: 'Maria', account }), kettle);
    const later = { ...desk, now: () => millis(first.state.openedAt + 3 * 24 * HOUR) };
    const call = await callFrom(desk, { name: 'Her husband', account });
    const told = await repeatsOf(later, await tells(desk, call, { product: 'kettle' }));
    const [repeat] = told.complaints;
    const [person] = told.people;
    if (repeat === undefined || person === undefined) throw new Error('nothing was found');
    expect(repeatText(voice, desk.playbook, repeat, later.now())).toBe(
      `C-${first.state.id}, 3 days ago, kettle, still open: same account, same product`,
    );
    expect(samePersonText(voice, person)).toBe('Maria, customer 1: same account');
  });
});

test.each([
  ['The kettle arrived in pieces.', 'My KETTLE has arrived, in many pieces', true],
  ['Чайникът пристигна счупен вчера', 'вчера пристигна чайникът, счупен', true],
  ['The kettle arrived in pieces.', 'The toaster never arrived at all', false],
  ['it was in the box', 'it was in the shop', false],
  ['', '', false],
])('%j and %j tell the same story: %s', (one, other, alike) => {
  expect(areWordsAlike(one, other)).toBe(alike);
});
