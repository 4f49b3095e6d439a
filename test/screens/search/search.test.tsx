import { expect, it } from 'vitest';
import { expectTidyFrame, frameFaults } from '../../support/tidy-frame.ts';
import { deskWith } from '../list/many-complaints.ts';
import { searchAt } from './at-the-search.tsx';

it.each([
  ['Bulgarian', 'ПРИСТИГНА', 'Чайникът [пристигна] счупен'],
  ['Greek, without its accents', 'βραστηρας εσπ', 'Ο [βραστήρας] [έσπ]ασε'],
  ['Thai, a word within a run', 'แตก', '[แตก]'],
  ['Mongolian', 'хагар', 'Данх [хагар]сан байна'],
  ['Bosnian, from a keyboard without its letters', 'cajnik', '[Čajnik] je pukao'],
  ['English, half a word', 'miss', 'lid is [miss]ing'],
])('what was said in %s is found as it is typed, the match in brackets', async (_, typed, seen) => {
  const sam = await searchAt(await deskWith(10));
  await sam.type(typed);
  await sam.see(seen);
  await sam.see('2 complaints, the newest first');
});

it('a name finds the customer and what they complained about, the newest first', async () => {
  const sam = await searchAt(await deskWith(10));
  await sam.type('hodzic');
  await sam.see(/customer {2}Amra \[Hodžić\] +2 complaints +\+387/);
  const lines = sam.lines().filter((line) => line.includes('C-10'));
  expect(lines.map((line) => /C-\d+/.exec(line)?.[0])).toEqual(['C-1010', 'C-1005']);
  await sam.press('enter');
  expect(sam.choices).toEqual([{ kind: 'list', filter: 'customer:5' }]);
  await sam.press('down', 'down', 'enter');
  expect(sam.choices.at(-1)).toEqual({ kind: 'open', id: 1005 });
});

it('a phone number is found however it is grouped', async () => {
  const sam = await searchAt(await deskWith(10));
  await sam.type('0881 23 45 67');
  await sam.see('[+359 88 123 4567]');
  await sam.see('Maria Petrova');
});

it('a reference leads straight to its complaint', async () => {
  const sam = await searchAt(await deskWith(10));
  await sam.type('C-1003');
  await sam.see(' ▸ C-1003');
  await sam.press('enter');
  expect(sam.choices).toEqual([{ kind: 'open', id: 1003 }]);
});

it('Enter waits for what was typed last: nothing that was found before it is opened', async () => {
  const sam = await searchAt(await deskWith(10));
  await sam.type('чайник');
  await sam.see('C-1006');
  await sam.press('ctrl+u');
  sam.session.press({ kind: 'text', text: 'missing' });
  await sam.press('enter');
  await sam.see('C-1010');
  expect(sam.choices).toEqual([{ kind: 'open', id: 1010 }]);
});

it('nothing found is said, with what to do, and Escape leads back', async () => {
  const sam = await searchAt(await deskWith(3));
  await sam.see('A name, C-1042, a phone number');
  await sam.type('xyzzy');
  await sam.see('Nothing has all of that.');
  await sam.press('enter', 'escape');
  expect(sam.choices).toEqual([{ kind: 'back' }]);
});

it('more than fifty are said to be more, and Tab shows all of them as a list', async () => {
  const sam = await searchAt(await deskWith(300));
  await sam.type('missing');
  await sam.see('The newest 50 complaints.');
  await sam.press('tab');
  expect(sam.choices).toEqual([{ kind: 'list', filter: 'missing' }]);
});

it('the palette has every action, and does what can be done to the complaint in hand', async () => {
  const sam = await searchAt(await deskWith(10), { text: 'missing' });
  await sam.see('▸ C-1010');
  await sam.press('ctrl+p');
  await sam.type('escal');
  await sam.press('ctrl+u');
  await sam.type('note');
  await sam.see('C-1010: note');
  await sam.press('enter');
  expect(sam.choices).toEqual([{ kind: 'act', id: 1010, action: 'note' }]);
});

it.each([
  { columns: 60, rows: 20 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
])(
  'is tidy at $columns by $rows in every script, in ASCII and without colour too',
  async (size) => {
    const desk = await deskWith(100);
    for (const unicode of [true, false]) {
      const sam = await searchAt(desk, { ...size, unicode, color: unicode });
      for (const typed of ['แตก', 'hodzic', 'missing', 'βρασ']) {
        await sam.press('ctrl+u');
        await sam.type(typed);
        await sam.see('[');
        expectTidyFrame(sam.terminal);
        for (const key of ['pagedown', 'pagedown', 'ctrl+p', 'escape', 'f1', 'escape']) {
          await sam.press(key);
          expectTidyFrame(sam.terminal);
        }
      }
      expect(sam.lines().at(-2)).toMatch(/^[─-]+$/);
      if (!unicode) expect(sam.terminal.text()).not.toMatch(/[▸↑↓─…]/);
    }
  },
);

it('what a customer wrote is shown and never obeyed, in what is searched for neither', async () => {
  const desk = await deskWith(1);
  await desk.store.transact(async (tx) => {
    await tx.updateComplaint(1001, { words: 'see \u001b]0;paid\u0007 \u202elid\r\n[x]' });
    await tx.indexComplaint(1001, 'see paid lid');
  });
  const sam = await searchAt(desk);
  await sam.type('paid');
  await sam.see('[paid]');
  await sam.paste('\u001b[2J');
  expect(sam.terminal.sideEffects()).toEqual([]);
  const faults = frameFaults(sam.terminal).filter((fault) => !fault.includes('remains of'));
  expect(faults).toEqual([]);
});
