import { expect, it } from 'vitest';
import { readState } from '../../../src/desk/act.ts';
import { questionNamed } from '../../../src/rules/questions.ts';
import { steps } from '../../../src/rules/steps.ts';
import { complaintId } from '../../../src/rules/values.ts';
import { openSampleDesk, saidIn } from '../../plain/sample-desk.ts';
import { expectTidyFrame } from '../../support/tidy-frame.ts';
import { APOLOGY, brokenKettle, THEIR_WORDS } from './a-conversation.ts';
import { type AtTheDesk, sitDown } from './at-the-desk.tsx';

/** Presses the keys of one answer as an agent does, one after the other. */
async function press(sam: AtTheDesk, keys: string): Promise<void> {
  for (const part of keys.split(/(\r|\u001b\[B)/)) {
    if (part === '\r') await sam.press('enter');
    else if (part === '\u001b[B') await sam.press('down');
    else await sam.type(part);
  }
}

it('an agent is led from the first hello to the thank-you, and everything is on record (P1 to P34)', async () => {
  const desk = await openSampleDesk();
  const sam = await sitDown(desk);
  for (const { question, label, keys } of brokenKettle) {
    await sam.reach(question);
    const lines = sam.lines();
    const step = steps.indexOf(questionNamed(question).step) + 1;
    expectTidyFrame(sam.terminal);
    // Which complaint, which customer, which step, and the clock in words.
    expect(lines[0]).toMatch(/^ C-1001 {2}(no name given|Maria Petrova)/);
    expect(lines[0]).toContain(`${step} of 5   answer due today 19:03, 9 h left`);
    expect(lines[1]).toMatch(/^ . Listen {3}. Apologise {3}. Offer {3}. Resolve {3}. Thank$/);
    expect(lines[1]?.split('   ')[step - 1]).toContain('▸');
    // What to say now, the field in hand, what is known, and the keys.
    expect(lines[3]).toMatch(/^ SAY/);
    expect(lines[4]).toMatch(/^ {3}“\S/);
    expect(lines.find((line) => line.startsWith(` ${label}`))).toBeDefined();
    expect(lines[20]).toMatch(/^ KNOWN {2}\S/);
    expect(lines.at(-1)).toMatch(/^ ↵ next {3}⇧Tab back .*F1 keys$/);
    await press(sam, keys);
  }

  await sam.reach(undefined);
  expect(sam.lines()[0]).toMatch(/C-1001 {2}Maria Petrova {2}phone .*5 of 5 {3}at its end$/);
  expect(sam.lines()[3]).toBe(' C-1001 is on record');
  expect(sam.terminal.text()).toContain(
    `In their own words              ${THEIR_WORDS.slice(0, 40)}`,
  );
  await sam.press('pagedown', 'pagedown');
  expect(sam.terminal.text()).toMatch(/Did you thank them\? +yes, said/);
  await sam.press('enter');
  await expect(sam.ended).resolves.toEqual({ outcome: 'finished', id: 1001 });

  const state = await readState(desk.store.read, complaintId(1001));
  expect(state).toMatchObject({
    stage: 'open',
    answers: {
      channel: 'phone',
      words: THEIR_WORDS,
      restated: 'Broken on arrival; she needs a new one.',
      confirmed: true,
      happened: '2026-11-12',
      product: 'kettle',
      cause: 'delivery/damaged',
      severity: 'normal',
      wish: 'replacement',
      fault: 'ours',
      apology: APOLOGY,
      chosen: 1,
      done: 'Ordered a new kettle by express.',
      takes: 'two days, and nothing from you',
      outcome: 'promised',
      improves: 'delivery',
      thanked: true,
    },
    offers: [
      { remedy: 'replacement', state: 'chosen' },
      { remedy: 'refund', amount: 2990, currency: 'EUR' },
    ],
    promises: [{ what: 'a new kettle by express', who: 'Sam', state: 'open' }],
  });
  expect(state?.finishedAt).toBeDefined();
  const said = (await saidIn(desk, 1001)) as readonly { readonly type: string }[];
  expect(said.map(({ type }) => type)).toEqual([
    'opened',
    'customer_identified',
    'customer_changed',
    'customer_changed',
    'customer_changed',
    ...Array.from({ length: 11 }, () => 'answered'),
    'offered',
    'answered',
    'answered',
    'promised',
    'promises_settled',
    ...Array.from({ length: 5 }, () => 'answered'),
    'finished',
  ]);
  expect((await desk.store.verify()).faults).toEqual([]);
});
