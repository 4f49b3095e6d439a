import { expect, it } from 'vitest';
import { openSampleDesk } from '../../plain/sample-desk.ts';
import { type AtTheDesk, sitDown, sitDownAt } from './at-the-desk.tsx';

/** Saturday 21 November 2026, 09:03 in Sofia: when the sample desk opens. */
const NINE = Date.UTC(2026, 10, 21, 7, 3);
const HOUR = 3_600_000;

const made = (sam: AtTheDesk): readonly string[] =>
  sam
    .view()
    .conversation.state.promises.filter(({ state }) => state === 'open')
    .map(({ what }) => what);

it('a promise is what, by whom, by when, and its date is said in full before it counts (P27, P28)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'promises');
  await sam.answer('a new kettle by express');
  // The agent keeps it, unless somebody else is named.
  await sam.see(/By whom {2}Sam/);
  await sam.press('ctrl+u');
  await sam.answer('Lejla');
  await sam.type('2 working days');
  await sam.see('→ Tuesday 24 November 2026, 17:00');
  expect(made(sam)).toEqual([]);
  await sam.press('enter');
  await sam.see('a new kettle by express (Lejla, by Tuesday 24 November 2026');
  await sam.answer('refund of postage');
  await sam.rush('\rtomorrow 3pm\r');
  await sam.see('refund of postage (Sam, by Sunday 22 November 2026, 15:00)');
  await sam.press('enter');
  await sam.reach('takes');
  expect(made(sam)).toEqual(['a new kettle by express', 'refund of postage']);
});

it.each([
  ['', 'A promise has a date. Say by when.'],
  ['soonish', '“soonish” was not understood.'],
  ['31 Feb 2027', 'There is no such date: “31 Feb 2027”.'],
  ['yesterday 3pm', 'That moment has passed. Name one that lies ahead.'],
  ['2036-01-01', 'That is more than two years ahead. Look at the year.'],
])(
  'a promise for “%s” is refused beside the field, and what was typed stays',
  async (by, fault) => {
    const sam = await sitDownAt(await openSampleDesk(), 'promises');
    await sam.rush(`a new kettle\r\r${by}\r`);
    await sam.see(`! ${fault}`);
    await sam.see('What  a new kettle');
    if (by !== '') await sam.see(`By when  ${by}`);
    expect(made(sam)).toEqual([]);
  },
);

it('going back within a promise goes part by part, and keeps each', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'promises');
  await sam.rush('a new kettle\r\rtomorrow');
  await sam.press('shift+tab', 'shift+tab');
  await sam.type(', red');
  await sam.see('What  a new kettle, red');
  await sam.see('By when  tomorrow');
  await sam.press('shift+tab');
  await sam.reach('done');
});

it('a promise by nobody is refused (P29)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'promises');
  await sam.answer('a new kettle');
  await sam.press('ctrl+u', 'enter');
  await sam.see('! Say who keeps the promise.');
});

it('a promise is taken back while they are still on the line', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'promises');
  await sam.rush('a new kettle\r\rtomorrow 3pm\rrefund of postage\r\rtomorrow 4pm\r');
  await sam.until(() => made(sam).length === 2);
  await sam.press('ctrl+x');
  await sam.see('Choose a promise with ↑ first.');
  await sam.press('up', 'up');
  await sam.see(/▸ a new kettle/);
  await sam.press('ctrl+x');
  await sam.dontSee('a new kettle (Sam, by');
  expect(made(sam)).toEqual(['refund of postage']);
  await sam.press('ctrl+z');
  await sam.see('a new kettle (Sam, by');
});

it('with nothing promised nobody asks how long it takes', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'promises');
  await sam.press('enter');
  await sam.reach('outcome');
});

it('the ending must be true: “promised” has a promise (P26)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'promises');
  await sam.rush('\rpromised\r');
  await sam.see('! Nothing is promised. Write the promise down first, or choose another ending.');
  await sam.see('Resolve');
  expect(sam.view().at).toBe('outcome');
});

it('the ending must be true: “resolved” has no open promise (P26)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'outcome');
  await sam.rush('resolved\r');
  await sam.see('! A promise is still open: the ending is “promised”.');
});

it('the ending must be true: “resolved” says what was done (P26)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'done');
  await sam.rush('\r\r');
  await sam.reach('outcome');
  await sam.rush('resolved\r');
  await sam.see('! Nothing is written down as done.');
});

it('the ending must still be true at the end: a promise taken back leads to another ending (P26)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'thanked');
  await sam.press('ctrl+p');
  await sam.type('what is promised');
  await sam.press('enter');
  await sam.reach('promises');
  await sam.press('up', 'ctrl+x');
  await sam.until(() => made(sam).length === 0);
  await sam.press('ctrl+p');
  await sam.type('did you thank');
  await sam.press('enter');
  await sam.reach('thanked');
  await sam.press('enter');
  await sam.reach('outcome');
  await sam.see('! Nothing is promised.');
  await sam.press('home', 'enter');
  await sam.reach(undefined);
  expect(sam.view().conversation.state).toMatchObject({
    answers: { outcome: 'resolved', thanked: true },
  });
});

it('what could not be put right is kept with its reason (P30)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'outcome');
  await sam.rush('not satisfied\rThe party is over by then.\r');
  await sam.reach('improves');
  const { answers } = sam.view().conversation.state;
  expect(answers.unsatisfied_reason).toBe('The party is over by then.');
});

it('the follow-up is set for 24 to 48 hours ahead unless they like another moment (P33, P34)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'followup');
  await sam.see('→ Sunday 22 November 2026');
  await sam.press('enter');
  await sam.reach('thanked');
  const ahead = (sam.view().conversation.state.answers.followup ?? 0) - NINE;
  expect(ahead).toBeGreaterThanOrEqual(24 * HOUR);
  expect(ahead).toBeLessThanOrEqual(48 * HOUR);
  await sam.press('shift+tab');
  await sam.reach('followup');
  await sam.press('ctrl+u');
  await sam.rush('Wednesday 10:00\r');
  await sam.reach('thanked');
  expect(sam.view().conversation.state.answers.followup).toBe(Date.UTC(2026, 10, 25, 8));
});

it('what it helps to improve is the cause, in words that can be changed (P31, P37)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'improves');
  await sam.see('What this helps us to improve  delivery');
  await sam.type(' and packing');
  await sam.press('enter');
  await sam.reach('followup');
  expect(sam.view().conversation.state.answers.improves).toBe('delivery and packing');
});

it('a conversation does not end without thanks (P31)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'thanked');
  await sam.press('down', 'enter');
  await sam.see('! Thank them before you go on: they took the trouble to tell us.');
  await sam.press('up', 'enter');
  await sam.reach(undefined);
});

it('without their yes to the main points the reason is asked for (P4)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'confirmed');
  await sam.press('down', 'enter');
  await sam.reach('unconfirmed_reason');
  await sam.press('enter');
  await sam.see('! Say why they do not agree yet, or go back and take their yes.');
  await sam.answer('They had to go.');
  await sam.reach('happened');
});

it('a wish that is on no list is told in words (P18)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'wish');
  await sam.rush('something else\r');
  await sam.reach('wish_detail');
  await sam.answer('a kettle that sings');
  await sam.reach('fault');
  await sam.see(/wishes a kettle that\s+sings/);
});

it.each([
  ['ctrl+o', 'Lejla\rShe speaks Bulgarian.\r', 'handed_over'],
  ['ctrl+k', 'tomorrow 3pm\r\rWe were cut off.\r', 'callback_set'],
  ['ctrl+t', 'in 2 days\rA photo of the label.\r', 'waiting'],
])(
  '%s leaves with a reason and a whole summary, and says what it means first (P7, P8, P9)',
  async (key, keys, type) => {
    const desk = await openSampleDesk();
    const sam = await sitDownAt(desk, 'fault');
    await sam.press(key);
    await sam.rush(keys);
    await expect(sam.ended).resolves.toEqual({ outcome: 'left', id: 1001 });
    const last = (await desk.store.read.eventsOf(1001)).at(-1);
    expect(last?.type).toBe(type);
    expect(JSON.stringify(last?.body)).toContain('Broken on arrival; she needs a new one.');
  },
);

it('a form left with Esc changes nothing, and the conversation goes on in its text', async () => {
  const desk = await openSampleDesk();
  const sam = await sitDownAt(desk, 'words');
  await sam.type('The kettle');
  const { revision } = sam.view().conversation.state;
  await sam.press('ctrl+o');
  await sam.type('Lejla');
  await sam.press('escape');
  await sam.type(' broke.');
  await sam.see('The kettle broke.');
  expect(sam.view().conversation.state.revision).toBe(revision);
});

it('a call back in the past is refused, and the number is known already (P2, P9)', async () => {
  const sam = await sitDown(await openSampleDesk());
  await sam.rush('Maria Petrova\r+359 88 123 4567\r');
  await sam.press('ctrl+k');
  await sam.see('Where to reach them  +359 88 123 4567');
  await sam.answer('yesterday 3pm');
  await sam.see('! That moment has passed. Name one that lies ahead.');
  await sam.see('When  yesterday 3pm');
});

it('a call back is agreed by the clocks of a customer abroad, and said by both (P9)', async () => {
  const sam = await sitDown(await openSampleDesk());
  await sam.rush('Somchai\r+66 2 123 4567\r');
  await sam.press('ctrl+k');
  await sam.see('Where to reach them  +66 2 123 4567');
  await sam.type('monday 15:30 their time');
  await sam.see('Monday 23 November 2026, 10:30 (15:30 for them)');
});

it('the hint beside a promise is about the part in hand', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'promises');
  await sam.see('Nothing more to promise? Leave it empty and press ↵.');
  await sam.rush('a new kettle\r\r');
  await sam.see('such as tomorrow 3pm, 2 working days, 2026-11-27 15:00');
  expect(sam.terminal.text()).not.toContain('Nothing more to promise?');
});

it('the agent who promises is not spoken of as somebody else', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'promises');
  await sam.rush('a new kettle\r\rtomorrow 3pm\r');
  await sam.see('a new kettle (Sam, by');
  expect(sam.view().lines.join(' ')).not.toContain('Sam will see to it');
});

it('a long fault takes a second row, so that what to do next is read whole', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'chosen', { columns: 60, rows: 20 });
  await sam.rush('none\rgo on\r');
  await sam.reach('done');
  await sam.rush('Wrote it all down.\r\r');
  await sam.reach('outcome');
  await sam.rush('resolved\r');
  await sam.see('! They chose none of the offers, so it is not resolved.');
  await sam.see('keep it as not satisfied.');
});
