import { expect, it } from 'vitest';
import { lookAtList } from './at-the-list.tsx';
import { deskWith } from './many-complaints.ts';

it('the list is filtered while it is typed, by words in any of the languages and by name', async () => {
  const sam = await lookAtList(await deskWith(100));
  await sam.press('f');
  await sam.type('cajnik');
  await sam.see('of 20');
  await sam.see('Amra Hodžić');
  await sam.dontSee('Maria Petrova');
  await sam.type(' stage:closed product:kettle');
  await sam.see(/1–\d of \d/);
  await sam.dontSee('toaster');
  await sam.press('ctrl+u');
  await sam.type('ΒΡΑΣΤΗΡΑΣ εσπα');
  await sam.see('Νίκος Αλεξίου');
  await sam.dontSee('Amra');
  await sam.press('ctrl+u');
  await sam.type('แตก');
  await sam.see('สมชาย ใจดี');
  await sam.see('of 20');
});

it('Enter opens what is found, also when it comes before anything was found', async () => {
  const desk = await deskWith(100);
  const sam = await lookAtList(desk);
  // All in one go: nothing but Maria's newest may be opened.
  for (const text of ['f', 'пристигна']) sam.session.press({ kind: 'text', text });
  await sam.press('enter');
  await sam.see('of 20');
  expect(sam.choices).toEqual([{ kind: 'open', id: 1096 }]);
});

it('a name or value that is not known is told beside the filter, with those that are', async () => {
  const sam = await lookAtList(await deskWith(30), { columns: 120 });
  await sam.press('f');
  await sam.type('stge:open');
  await sam.see('! Nothing is filtered by “stge:”. Known are: stage, owner, customer');
  await sam.press('enter');
  expect(sam.choices, 'nothing is opened while a word is not understood').toEqual([]);
  await sam.press('ctrl+u');
  await sam.type('stage:lost');
  await sam.see('No stage is called “lost”. Known are: open, waiting, escalated, resolved, closed');
  await sam.press('ctrl+u');
  await sam.type('since:someday');
  await sam.see('“someday” is no day');
  await sam.press('ctrl+u');
  await sam.dontSee(' ! ');
  await sam.see('of 30');
});

it('Tab completes names and values, and leads to the rows where there is nothing to complete', async () => {
  const sam = await lookAtList(await deskWith(30));
  await sam.press('f');
  await sam.type('st');
  await sam.see('Tab ▸ stage:');
  await sam.press('tab');
  await sam.see('FILTER  stage:');
  await sam.see('Tab ▸ open   waiting for them');
  await sam.type('cl');
  await sam.see('Tab ▸ closed');
  await sam.press('tab');
  await sam.see('FILTER  stage:closed');
  await sam.see('of 6');
  await sam.press('tab');
  await sam.see('f filter');
  await sam.press('j');
  await sam.see('▸ C-1025');
});

it('a customer is found by a part of the name, and by number as a search leads there', async () => {
  const sam = await lookAtList(await deskWith(30), { start: { filter: 'customer:amra' } });
  await sam.see('of 6');
  const numbered = await lookAtList(await deskWith(30), { start: { filter: 'customer:1' } });
  await numbered.see('of 6');
  await numbered.see('Maria Petrova');
});

it('since a day means from its first minute on, where the desk is', async () => {
  const sam = await lookAtList(await deskWith(60), { start: { filter: 'since:today' } });
  // Opened at 08:03, 07:03, ... 00:03 in Sofia.
  await sam.see('1–9 of 9');
});

it('x takes the filter away, and Escape leads back', async () => {
  const sam = await lookAtList(await deskWith(30), { start: { filter: 'nosuchword' } });
  await sam.see('No complaint fits. x takes the filter away');
  await sam.press('enter');
  await sam.press('x');
  await sam.see('of 30');
  await sam.press('escape');
  expect(sam.choices).toEqual([{ kind: 'back' }]);
});

it('left and come back to, the list is as it was', async () => {
  const desk = await deskWith(300);
  const sam = await lookAtList(desk, { start: { filter: 'stage:open' } });
  await sam.press('s');
  await sam.see('by changed');
  for (let press = 0; press < 30; press += 1) await sam.press('down');
  const inHand = sam.inHand();
  const again = await lookAtList(desk, { start: sam.session.place() });
  await again.see('of 60');
  expect(again.inHand()).toBe(inHand);
  await again.see('by changed');
});
