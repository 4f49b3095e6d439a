import { expect, it } from 'vitest';
import { textOf } from '../../../src/screens/kit/text-buffer.ts';
import { openSampleDesk } from '../../plain/sample-desk.ts';
import { keysUpTo } from './a-conversation.ts';
import { type AtTheDesk, sitDown, sitDownAt } from './at-the-desk.tsx';

const typed = (sam: AtTheDesk): string => {
  const { field } = sam.view();
  return field?.kind === 'text' ? textOf(field.buffer) : '';
};

it('a phrase that makes it worse is told while it is typed, and ^R puts the better wording in its place (P16)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'apology');
  await sam.type('I am sorry. It is our policy');
  await sam.see('! “our policy” hides behind a rule. Rather: “Here is what I can do for you');
  await sam.see('today.” ^R');
  await sam.type(' to wait.');
  await sam.press('ctrl+r');
  expect(typed(sam)).toBe('I am sorry. Here is what I can do for you today.');
  await sam.dontSee('hides behind a rule');
  await sam.press('ctrl+r');
  await sam.see('There is no phrase here that needs another wording.');
});

it('the better wording can be taken back', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'apology');
  await sam.rush('It is our policy');
  await sam.press('ctrl+r', 'ctrl+z');
  expect(typed(sam)).toBe('It is our policy');
});

it('of several phrases the first is told first, and each ^R takes the next (P16)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'apology');
  await sam.rush('Unfortunately it broke. It is our policy.');
  await sam.see('! “Unfortunately”');
  await sam.press('ctrl+r');
  await sam.see('! “our policy”');
  await sam.press('ctrl+r');
  expect(sam.view().phrases).toEqual([]);
});

it('a warned phrase is a warning and no wall: the agent decides (P16)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'apology');
  await sam.rush('I am sorry. It is our policy.\r');
  await sam.reach('offers');
});

it('a quiet list shows which parts of a good apology are there (P13)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'apology');
  await sam.see('A GOOD APOLOGY HAS  · regret  · what happened  · ours  · not again  · put right');
  await sam.type('I am sorry');
  await sam.see('✓ regret  · what happened');
  await sam.type(' that the kettle broke.');
  await sam.see('✓ regret  ✓ what happened  · ours');
});

it('no apology at all is refused kindly (P13)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'apology');
  await sam.press('enter');
  await sam.see('! Write the apology as you say it.');
});

it('the lines to say depend on whose fault it is, as far as known (P14)', async () => {
  const said: string[] = [];
  for (const fault of ['ours', 'theirs', 'not known']) {
    const sam = await sitDown(await openSampleDesk());
    await sam.rush(`${keysUpTo('fault')}${fault}\r`);
    await sam.reach('apology');
    said.push(sam.view().lines.join('\n'));
    await sam.stop();
  }
  const [ours = '', theirs = '', unknown = ''] = said;
  expect(new Set(said).size).toBe(3);
  expect(ours).toMatch(/was our part|our packing|our fault|our mistake|we /i);
  for (const side of [theirs, unknown]) expect(side).not.toMatch(/our fault|our mistake/i);
});

it('^N shows the other lines one after the other and comes round again (P15)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'apology');
  const { lines } = sam.view();
  for (const [index] of lines.entries()) {
    await sam.see(`${index + 1} of ${lines.length}  ^N`);
    await sam.press('ctrl+n');
  }
  await sam.see(`1 of ${lines.length}  ^N`);
});

it('^L takes the line that is shown into the text, where it can be changed', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'apology');
  await sam.press('ctrl+n', 'ctrl+l');
  expect(typed(sam)).toBe(sam.view().lines[1]);
  await sam.press('ctrl+z');
  expect(typed(sam)).toBe('');
});

it('the better wording stands for the whole sentence, so that no half of it is left (P16)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'apology');
  await sam.rush("Thank you. I'm sorry, but it's our policy");
  await sam.press('ctrl+r');
  expect(typed(sam)).toBe('Thank you. I am sorry. Here is what I will do about it.');
  expect(sam.view().phrases).toEqual([]);
});

it('in a text without full stops only the phrase gives way, so that no page is lost (P16)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'apology');
  const long = 'and then the kettle came '.repeat(12);
  await sam.rush(`${long}it is our policy`);
  await sam.press('ctrl+r');
  expect(typed(sam)).toBe(`${long}it is Here is what I can do for you today.`);
});
