import { describe, expect, test } from 'vitest';
import { openConversation } from '../../src/desk/act.ts';
import { finish } from '../../src/desk/converse.ts';
import { addCustomer } from '../../src/desk/customer.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { startComplaint } from '../../src/desk/start.ts';
import type { Conversation } from '../../src/rules/conversation.ts';
import { openSampleDesk } from '../plain/sample-desk.ts';
import { calls, onDisk, says, secondDesk, taken } from './at-the-desk.ts';

/** Holds a whole conversation at a desk, from the first hello to the end. */
async function wholeConversation(desk: Desk): Promise<Conversation> {
  let conversation = await startComplaint(desk);
  for (const call of Object.values(calls)) conversation = taken(await call(desk, conversation));
  return taken(await finish(desk, conversation));
}

describe('two desks on one file', () => {
  test('take different complaints at once and lose nothing', async () => {
    const sam = await openSampleDesk();
    const lejla = await secondDesk(sam);
    const ended = await Promise.all([sam, lejla, sam, lejla, lejla, sam].map(wholeConversation));
    expect(new Set(ended.map(({ state }) => state.id)).size).toBe(6);
    expect(new Set(ended.map(({ customer }) => customer?.id)).size).toBe(6);
    const reader = await secondDesk(sam);
    for (const conversation of ended) {
      expect(await openConversation(reader, conversation.state.id)).toEqual(conversation);
    }
    const each = Object.keys(calls).length + 2;
    expect(await reader.store.verify()).toMatchObject({ events: 6 * each, faults: [] });
    expect(new Set(ended.map(({ state }) => state.owner))).toEqual(new Set(['Sam', 'Lejla']));
  });

  test('answer the same question at once: one of them is taken, the other is told', async () => {
    const sam = await openSampleDesk();
    const lejla = await secondDesk(sam);
    const seen = taken(await calls.channel(sam, await startComplaint(sam)));
    const both = await Promise.all([
      says('words', 'What Sam heard.')(sam, seen),
      says('words', 'What Lejla heard.')(lejla, seen),
      says('words', 'What Sam heard a moment later.')(sam, seen),
    ]);
    const went = both.filter(({ ok }) => ok);
    expect(went).toHaveLength(1);
    const read = await openConversation(sam, seen.state.id);
    expect(went[0]).toMatchObject({ conversation: { state: read?.state } });
    for (const acted of both) {
      if (!acted.ok) expect(acted.refusals).toMatchObject([{ code: 'changed_elsewhere' }]);
    }
  });

  test('write somebody new down at once under two numbers', async () => {
    const sam = await openSampleDesk();
    const lejla = await secondDesk(sam);
    const [first, second] = [await startComplaint(sam), await startComplaint(lejla)];
    const [maria, marko] = await Promise.all([
      addCustomer(sam, first, { name: 'Maria' }),
      addCustomer(lejla, second, { name: 'Marko' }),
    ]);
    expect(taken(maria).customer?.name).toBe('Maria');
    expect(taken(marko).customer?.name).toBe('Marko');
    expect(onDisk(sam)['customer']).toHaveLength(2);
  });
});
