import { describe, expect, test } from 'vitest';
import { answer, promise, putOffers, withdrawPromise } from '../../src/desk/converse.ts';
import { changeCustomer } from '../../src/desk/customer.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { eventWords } from '../../src/desk/event-words.ts';
import { eventOf } from '../../src/desk/rows.ts';
import { redo, undo } from '../../src/desk/undo.ts';
import { createMessages } from '../../src/language/messages.ts';
import { createSpokenTime } from '../../src/language/spoken-time.ts';
import type { Conversation } from '../../src/rules/conversation.ts';
import { agentName } from '../../src/rules/values.ts';
import { openSampleDesk } from '../plain/sample-desk.ts';
import { heardUntil, taken } from './at-the-desk.ts';

/** @returns the log of a conversation as people read it, the newest last. */
async function told(desk: Desk, { state, playbook }: Conversation): Promise<string[]> {
  const words = createMessages('en');
  const voice = { words, spoken: createSpokenTime(words, desk.zone) };
  const log = (await desk.store.read.eventsOf(state.id)).flatMap((row) => eventOf(row) ?? []);
  return log.map((event) =>
    eventWords(event, { voice, playbook, before: log.filter(({ n }) => n < event.n) }),
  );
}

describe('the log tells by name', () => {
  test('what was learnt about the customer, and what was taken away again', async () => {
    const desk = await openSampleDesk();
    const before = await heardUntil(desk, 'channel');
    const after = taken(await changeCustomer(desk, before, 'phone', ''));
    const log = await told(desk, after);
    expect(log).toContain('Phone: +359 88 123 4567');
    expect(log).toContain('Their language: Bulgarian');
    expect(log.at(-1)).toBe('Phone: removed');
  });

  test('which offer they chose, also after others were put in its place (P19)', async () => {
    const desk = await openSampleDesk();
    let conversation = await heardUntil(desk, 'offers');
    conversation = taken(
      await putOffers(desk, conversation, [{ remedy: 'repair' }, { remedy: 'exchange' }]),
    );
    conversation = taken(
      await answer(desk, conversation, { question: 'chosen', value: 'neither' }),
    );
    conversation = taken(
      await putOffers(desk, conversation, [{ remedy: 'replacement' }, { remedy: 'exchange' }]),
    );
    const { n } = conversation.state.offers.at(-2) ?? { n: 0 };
    conversation = taken(await answer(desk, conversation, { question: 'chosen', value: n }));
    const log = await told(desk, conversation);
    expect(log).toContain('They chose: none of these');
    expect(log.at(-1)).toBe('They chose: replacement');
  });

  test('what was taken back, and what was brought again', async () => {
    const desk = await openSampleDesk();
    const first = await heardUntil(desk, 'wish');
    const back = await undo(desk, first);
    if (!back.ok) throw new Error('nothing was undone');
    const again = await redo(desk, back.conversation);
    if (!again.ok) throw new Error('nothing was redone');
    const log = await told(desk, again.conversation);
    expect(log.slice(-2)).toEqual([
      'taken back: What they would like to happen',
      'brought again: What they would like to happen',
    ]);
  });

  test('which promise was taken back', async () => {
    const desk = await openSampleDesk();
    let conversation = await heardUntil(desk, 'done');
    const due = conversation.state.answerDue;
    for (const what of ['a new kettle', 'the postage back']) {
      const made = { what, who: agentName('Sam'), due };
      conversation = taken(await promise(desk, conversation, made));
    }
    conversation = taken(await withdrawPromise(desk, conversation, 2));
    expect((await told(desk, conversation)).at(-1)).toBe('promise taken back: the postage back');
  });
});
