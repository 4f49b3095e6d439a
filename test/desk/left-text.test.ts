import { describe, expect, test } from 'vitest';
import type { Acted, Desk } from '../../src/desk/desk.ts';
import { callBack, escalate, handOver, waitForCustomer } from '../../src/desk/leave.ts';
import { leftText } from '../../src/desk/left-text.ts';
import { createMessages } from '../../src/language/messages.ts';
import { createSpokenTime } from '../../src/language/spoken-time.ts';
import type { Conversation } from '../../src/rules/conversation.ts';
import { agentName, millis } from '../../src/rules/values.ts';
import { openSampleDesk } from '../plain/sample-desk.ts';
import { heardUntil, taken } from './at-the-desk.ts';

const tomorrow = millis(Date.UTC(2026, 10, 22, 13));
const why = { reason: 'asked for it', summary: 'A kettle.' };

async function leftBy(leave: (desk: Desk, before: Conversation) => Promise<Acted>) {
  const desk = await openSampleDesk();
  const { state } = taken(await leave(desk, await heardUntil(desk, 'words')));
  const words = createMessages('en');
  return leftText({ words, spoken: createSpokenTime(words, desk.zone) }, state, desk.agent);
}

describe('an agent who leaves a conversation is told how it goes on (P8, P9, P28)', () => {
  test('a call back, with its moment', async () => {
    expect(await leftBy((desk, before) => callBack(desk, before, { ...why, at: tomorrow }))).toBe(
      'C-1001: call back on Sunday 22 November 2026, 15:00.',
    );
  });

  test('a wait for the customer, with the day to remind them', async () => {
    expect(
      await leftBy((desk, before) => waitForCustomer(desk, before, { ...why, until: tomorrow })),
    ).toBe('C-1001 waits for the customer; remind them on Sunday 22 November 2026, 15:00.');
  });

  test('a hand-over, with who has it now', async () => {
    expect(
      await leftBy((desk, before) => handOver(desk, before, { ...why, to: agentName('Lejla') })),
    ).toBe('C-1001 is handed over to Lejla, with a summary.');
  });

  test('a question to a supervisor', async () => {
    expect(await leftBy((desk, before) => escalate(desk, before, why))).toBe(
      'C-1001 is with a supervisor, with a summary.',
    );
  });

  test('otherwise the command that goes on just there', async () => {
    expect(await leftBy(async (_desk, conversation) => ({ ok: true, conversation }))).toBe(
      'Everything is kept. Go on with: amends resume C-1001',
    );
  });
});
