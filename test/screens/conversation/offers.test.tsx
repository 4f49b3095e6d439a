import { expect, it } from 'vitest';
import { openSampleDesk } from '../../plain/sample-desk.ts';
import { type AtTheDesk, sitDownAt } from './at-the-desk.tsx';

/** @returns the remedies ticked, with their sizes. */
const ticked = (sam: AtTheDesk): readonly string[] => {
  const { field } = sam.view();
  if (field?.kind !== 'offers') throw new Error('the offers are not in hand');
  return field.rows
    .filter(({ put }) => put)
    .map(({ remedy, size }) => `${remedy.id} ${size}`.trim());
};

/** Moves to a remedy by its name, whatever its place. */
async function goTo(sam: AtTheDesk, remedy: string): Promise<void> {
  const { field } = sam.view();
  if (field?.kind !== 'offers') throw new Error('the offers are not in hand');
  const away = field.rows.findIndex(({ remedy: { id } }) => id === remedy) - field.index;
  for (let step = 0; step < Math.abs(away); step += 1) await sam.press(away > 0 ? 'down' : 'up');
}

it('what they wish stands first, and each remedy shows where the line runs before it is crossed (P18, P20, P21)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'offers');
  await sam.see('Put to them (at least two)   wishes a replacement');
  await sam.see(/▸ \[ \] replacement +yours to give/);
  await sam.see(/\[ \] refund +yours, up to €50\.00/);
  await goTo(sam, 'agreed');
  await sam.see(/▸ \[ \] something agreed together +ask a supervisor \^S/);
  await goTo(sam, 'discount');
  await sam.see(/▸ \[ \] discount +10 +% +yours, up to 15 %/);
});

it('a sum above the line cannot be ticked, and says so while it is typed (P20)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'offers');
  await goTo(sam, 'refund');
  await sam.type('50');
  await sam.see('[x] refund');
  expect(ticked(sam)).toEqual(['refund 50']);
  await sam.type('.01');
  await sam.see('[ ] refund');
  await sam.see('above your €50.00: ask ^S');
  await sam.see('! refund: above your line of €50.00. Offer less, or ask a supervisor.');
  expect(ticked(sam)).toEqual([]);
  await sam.press('space');
  expect(ticked(sam)).toEqual([]);
  await sam.press('backspace');
  await sam.see('[x] refund');
});

it('a share above the line cannot be ticked either, and a supervisor may give more (P21)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'offers');
  await goTo(sam, 'discount');
  await sam.type('16');
  await sam.see('! discount: above your line of 15 %.');
  expect(ticked(sam)).toEqual([]);
  await sam.stop();
  const lejla = await sitDownAt(await openSampleDesk('supervisor'), 'offers');
  await goTo(lejla, 'discount');
  await lejla.type('16');
  await lejla.see('[x] discount');
});

it('what only a supervisor may give cannot be ticked', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'offers');
  await goTo(sam, 'agreed');
  await sam.press('space');
  await sam.see('! something agreed together: ask a supervisor before you offer it.');
  expect(ticked(sam)).toEqual([]);
});

it.each([
  ['', 'Name the sum for: refund.'],
  ['29,90 dollars perhaps', 'That is no sum of money for: refund.'],
])('a refund of “%s” is not put to anybody', async (typed, fault) => {
  const sam = await sitDownAt(await openSampleDesk(), 'offers');
  await sam.press('space');
  await goTo(sam, 'refund');
  // A blank ticks in a list: a sum has none.
  await sam.type(typed.replaceAll(' ', ''));
  if (typed === '') await sam.press('space');
  await sam.see(`! ${fault}`);
  expect(ticked(sam)).toEqual(['replacement']);
});

it('the sentence to say grows with what is ticked, and needs two for a choice (P19)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'offers');
  await sam.press('space');
  await goTo(sam, 'refund');
  await sam.type('29.90');
  await sam.until(({ lines }) => lines.some((line) => line.includes('€29.90')));
  await sam.rush('\r');
  await sam.reach('chosen');
  await sam.see(/“We can either send you a new one at our cost, or refund €29\.90\./);
});

it('the conditions of the remedy in hand can be read out whole (P23)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'offers');
  await sam.see('You need not pay anything, and');
  await sam.see('we collect the old one.');
});

it('the first digit replaces the usual size, and Backspace changes it', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'offers');
  await goTo(sam, 'discount');
  await sam.type('12');
  expect(ticked(sam)).toEqual(['discount 12']);
  await sam.press('backspace');
  expect(ticked(sam)).toEqual(['discount 1']);
});

it('nothing ticked is no offer, and one alone asks for the reason (P19)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'offers');
  await sam.press('enter');
  await sam.see('! Tick at least two that can be done, or one and say why only one.');
  await sam.press('space', 'enter');
  await sam.reach('only_reason');
  await sam.press('enter');
  await sam.see('! Say why there is no second one, or go back and tick another.');
  await sam.answer('It is the last one we have.');
  await sam.reach('chosen');
});

it('a second remedy put after going back takes the question for the reason away', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'offers');
  await sam.press('space', 'enter');
  await sam.reach('only_reason');
  await sam.press('shift+tab');
  await sam.reach('offers');
  await sam.see('[x] replacement');
  await goTo(sam, 'refund');
  await sam.rush('29.90\r');
  await sam.reach('chosen');
});

it('none of these is an answer too, and leads to other offers (P22)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'chosen');
  await sam.rush('none\r');
  await sam.reach('instead');
  await sam.see('▸ offer something else');
  await sam.press('enter');
  await sam.reach('offers');
  expect(ticked(sam)).toEqual([]);
  await sam.press('space');
  await goTo(sam, 'voucher');
  await sam.rush(' \r');
  await sam.reach('chosen');
  await sam.see('voucher, €10.00');
  expect(sam.view().conversation.state.answers.instead).toBeUndefined();
});

it('none of these leads to a supervisor, and the conversation goes on (P21, P22)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'chosen');
  await sam.rush('none\rsupervisor\r');
  await sam.reach('done');
  const { answers } = sam.view().conversation.state;
  expect(answers).toMatchObject({ chosen: 'neither', instead: 'supervisor' });
});

it('none of these can be gone on with, and the ending is then not “resolved” (P26, P30)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'chosen');
  await sam.rush('none\rgo on\r');
  await sam.reach('done');
  await sam.rush('Wrote it all down.\r\r');
  await sam.reach('outcome');
  await sam.rush('resolved\r');
  await sam.see('! They chose none of the offers, so it is not resolved.');
  await sam.press('ctrl+u');
  await sam.rush('not satisfied\r');
  await sam.reach('unsatisfied_reason');
  await sam.press('enter');
  await sam.see('! Say what could not be put right: it is looked at again.');
  await sam.answer('She wanted it before the party.');
  await sam.reach('improves');
});

it('a supervisor can be asked from the offers, and the complaint goes on to them with its summary (P21)', async () => {
  const desk = await openSampleDesk();
  const sam = await sitDownAt(desk, 'offers');
  await sam.press('ctrl+s');
  await sam.see('ASK A SUPERVISOR');
  await sam.press('enter');
  await sam.see('! Say why, so that nobody has to ask.');
  await sam.answer('She asks for 30 % off.');
  await expect(sam.ended).resolves.toMatchObject({ outcome: 'left' });
  const events = await desk.store.read.eventsOf(1001);
  expect(events.at(-1)).toMatchObject({ type: 'escalated' });
  const body = JSON.stringify(events.at(-1)?.body);
  expect(body).toContain('She asks for 30 % off.');
  expect(body).toContain('Broken on arrival');
});

it('a list of remedies that is longer than the screen says that there are more', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'offers');
  await sam.see(/yours to give .*↓/);
  expect(sam.terminal.text()).not.toContain('↑');
  await sam.press('end');
  await sam.see(/yours, up to .*↑|yours to give .*↑/);
});
