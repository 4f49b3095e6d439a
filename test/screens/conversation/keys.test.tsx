import { expect, it } from 'vitest';
import { openSampleDesk } from '../../plain/sample-desk.ts';
import { keysUpTo } from './a-conversation.ts';
import { sitDown, sitDownAt } from './at-the-desk.tsx';

it('the key bar names the keys that work, and in a narrow terminal still the one that shows them all', async () => {
  const sam = await sitDown(await openSampleDesk());
  expect(sam.lines().at(-1)).toBe(
    ' ↵ next   ⇧Tab back   ^Z undo   ^O hand over   ^K call back   ^P find   F1 keys',
  );
  await sam.resize(60, 20);
  expect(sam.lines().at(-1)).toBe(' ↵ next   ⇧Tab back   ^Z undo   ^O hand over   F1 keys');
});

it('over a form or a list the bar names the keys of that form or list', async () => {
  const sam = await sitDown(await openSampleDesk());
  for (const [key, bar] of [
    ['ctrl+o', ' ↵ next   ⇧Tab back   Esc to the conversation'],
    ['ctrl+p', ' ↵ choose   Esc to the conversation'],
    ['f1', ' ↵ choose   Esc to the conversation'],
  ] as const) {
    await sam.press(key);
    expect(sam.lines().at(-1)).toBe(bar);
    await sam.press('escape');
    expect(sam.lines().at(-1)).toContain('^O hand over');
  }
});

it('Shift+Tab and the key that opened it close the list of actions', async () => {
  const sam = await sitDown(await openSampleDesk());
  for (const [open, close] of [
    ['ctrl+p', 'ctrl+p'],
    ['f1', 'f1'],
    ['ctrl+p', 'shift+tab'],
  ] as const) {
    await sam.press(open);
    expect(sam.view().overlay).toBeDefined();
    await sam.press(close);
    expect(sam.view().overlay).toBeUndefined();
  }
});

it('a question mark opens the keys in a list, and is typed in a text', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'channel');
  await sam.press('?');
  await sam.see(' Keys');
  await sam.press('escape');
  await sam.rush('\rWhy did it break?');
  await sam.see('Why did it break?');
  expect(sam.view().overlay).toBeUndefined();
});

it('any action and any question is found by a part of its name (P11)', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'wish');
  await sam.press('ctrl+p');
  await sam.type('own words');
  await sam.see('▸ go to: In their own words');
  await sam.press('enter');
  await sam.reach('words');
  await sam.press('ctrl+p');
  await sam.type('hand');
  await sam.press('enter');
  await sam.see('HAND OVER');
});

it('the list of actions says why one cannot be used now, and does not use it', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'channel');
  await sam.press('ctrl+p');
  await sam.type('take the line');
  await sam.see(/▸ take the line into the text +There is no text here to take the line into\./);
  await sam.press('enter');
  expect(sam.view().overlay).toBeDefined();
  expect(sam.view().notice).toBe('There is no text here to take the line into.');
  await sam.press('ctrl+u');
  await sam.type('go to promised');
  await sam.see(/What is promised +First: Channel\./);
});

it.each([
  ['ctrl+r', 'There is no phrase here that needs another wording.'],
  ['ctrl+l', 'There is no text here to take the line into.'],
  ['ctrl+x', 'Choose a promise with ↑ first.'],
  ['ctrl+g', 'There is no customer yet.'],
  ['shift+tab', 'This is the first question.'],
  ['ctrl+z', 'There is nothing to undo.'],
])('%s, which cannot work at the first question, says why', async (key, why) => {
  const sam = await sitDown(await openSampleDesk());
  await sam.press(key);
  await sam.see(why);
});

it('a key that cannot work says why also where a fault stands beside the field', async () => {
  const sam = await sitDown(await openSampleDesk());
  await sam.rush('0888 123 456\r');
  await sam.see('! Nobody is found by that.');
  await sam.press('ctrl+r');
  await sam.see('There is no phrase here that needs another wording.');
  await sam.dontSee('Nobody is found by that.');
});

it('the first conversation of an agent offers one hint, and no later one does', async () => {
  const desk = await openSampleDesk();
  const first = await sitDown(desk);
  await first.see('↵ keeps an answer, ⇧Tab goes back');
  await first.stop();
  const second = await sitDown(desk);
  expect(second.terminal.text()).not.toContain('keeps an answer');
});

it('without colour every meaning is still there, as a sign or a word', async () => {
  const desk = await openSampleDesk();
  const sam = await sitDownAt(desk, 'fault', { color: false });
  // Where we are: in the steps and in the list.
  expect(sam.lines()[1]).toBe(' ✓ Listen   ▸ Apologise   · Offer   · Resolve   · Thank');
  expect(sam.terminal.text()).toMatch(/ ▸ ours/);
  await sam.rush('ours\rIt is our policy, sorry.');
  await sam.see('! “our policy” hides behind a rule. Rather:');
  await sam.see('A GOOD APOLOGY HAS  ✓ regret  · what happened');
  await sam.press('ctrl+a');
  await sam.rush('\r');
  await sam.reach('offers');
  await sam.press('enter');
  await sam.see('! Tick at least two that can be done');
  await sam.rush(' ');
  await sam.see('▸ [x] replacement');
  await sam.see(/\[ \] something agreed together|above your|yours to give/);
  for (let y = 0; y < 24; y += 1) {
    for (let x = 0; x < 80; x += 1) {
      const cell = sam.terminal.cell(x, y);
      expect(cell).toMatchObject({ foreground: 'default', bold: false, dim: false });
    }
  }
});

it('in a terminal of plain characters the signs are plain, and the rows the same', async () => {
  const desk = await openSampleDesk();
  const sam = await sitDownAt(desk, 'fault', { unicode: false });
  expect(sam.lines()[1]).toBe(' + Listen   > Apologise   . Offer   . Resolve   . Thank');
  expect(sam.lines()[2]).toBe('-'.repeat(80));
  expect(sam.terminal.text()).toMatch(/ > ours/);
  expect(sam.lines().at(-1)).toMatch(/^ Enter next {3}Shift\+Tab back .*F1 keys$/);
});

it('in a terminal of plain characters no message shows a sign or names a key by one', async () => {
  const desk = await openSampleDesk();
  const sam = await sitDown(desk, { unicode: false });
  await sam.see('Enter keeps an answer, Shift+Tab goes back, ^P finds anything.');
  await sam.see(/ {3}"Good /);
  const plain = (): void => expect(sam.terminal.text()).toMatch(/^[ -~\n€]*$/);
  plain();
  await sam.rush(keysUpTo('apology'));
  await sam.reach('apology');
  await sam.type('It is our policy');
  await sam.see('! "our policy" hides behind a rule. Rather: "');
  plain();
  await sam.press('ctrl+u');
  for (const key of ['ctrl+k', 'ctrl+p', 'f1']) {
    await sam.press(key);
    expect(sam.lines().at(-1)).toMatch(/^ Enter (next|choose) .*Esc to the conversation$/);
    plain();
    await sam.press('escape');
  }
  await sam.rush(keysUpTo('promises').slice(keysUpTo('apology').length));
  await sam.reach('promises');
  await sam.see('Leave it empty and press Enter.');
  plain();
});

it('a date is asked for with examples of its own direction', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'happened');
  await sam.see('such as yesterday, last Friday, 2026-11-12');
  await sam.see('Enter leaves it out');
  await sam.type('12 Nov');
  await sam.see('→ Thursday, 12 November 2026');
  await sam.press('ctrl+u');
  await sam.type('tomorrow');
  await sam.see('not understood yet');
  await sam.press('enter');
  await sam.see('! “tomorrow” lies ahead. Say when it happened.');
});

it('what is too long for a field is refused with the length it takes, and what stood there stays', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'promises');
  await sam.type('a new kettle');
  await sam.paste('x'.repeat(20_000));
  await sam.see('! That is too long: at most 500 characters.');
  await sam.see('What  a new kettle');
  await sam.press('ctrl+o');
  await sam.type('Lejla');
  await sam.paste('x'.repeat(20_000));
  await sam.see('! That is too long: at most 500 characters.');
  await sam.see('To whom  Lejla');
});

it('a question mark is typed where a choice is being searched for', async () => {
  const sam = await sitDown(await openSampleDesk());
  await sam.rush(keysUpTo('product'));
  await sam.reach('product');
  await sam.rush('kettle?\r');
  await sam.reach('cause');
  expect(sam.view().conversation.state.answers.product).toBe('kettle?');
});
