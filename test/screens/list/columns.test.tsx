import { expect, it } from 'vitest';
import { columnsOf } from '../../../src/desk/list-page.ts';
import { agentName } from '../../../src/rules/values.ts';
import { lookAtList } from './at-the-list.tsx';
import { deskWith } from './many-complaints.ts';

it('the columns somebody picks are theirs, and are there the next time', async () => {
  const desk = await deskWith(30);
  const sam = await lookAtList(desk);
  await sam.press('down', 'c');
  await sam.see('COLUMNS');
  // Stage away, the customer one further to the right, and the phone number shown.
  await sam.press('down', 'down', 'space', 'up', 'right', 'right');
  for (let press = 0; press < 10; press += 1) await sam.press('down');
  await sam.see('▸ [ ] phone');
  await sam.press('space', 'left', 'left', 'left', 'left', 'left', 'left', 'left', 'left', 'left');
  await sam.see('▸ [x] phone');
  await sam.press('enter');
  await sam.see('+387 33 123 456');
  const titles = sam.lines()[3] ?? '';
  expect(titles).not.toContain('stage');
  expect(titles.indexOf('answer due')).toBeLessThan(titles.indexOf('customer'));
  expect(sam.inHand(), 'the same complaint is in hand').toMatch(/^C-1029 /);
  const again = await lookAtList(desk);
  expect(again.lines()[3]).toBe(titles);
  const lejla = await columnsOf({ ...desk, agent: { ...desk.agent, name: agentName('Lejla') } });
  expect(lejla).toContain('stage');
});

it('Escape leaves the columns as they were', async () => {
  const desk = await deskWith(5);
  const sam = await lookAtList(desk);
  const before = sam.lines()[3];
  await sam.press('c', 'space', 'down', 'space', 'escape');
  await sam.see('f filter');
  expect(sam.lines()[3]).toBe(before);
  expect(await desk.store.read.setting('list.columns.Sam')).toBeUndefined();
});

it('the list is sorted by every column that can be sorted by, in both directions', async () => {
  const sam = await lookAtList(await deskWith(40));
  await sam.see('opened ↓');
  expect(sam.inHand()).toMatch(/^C-1040 /);
  await sam.press('S');
  await sam.see('opened ↑');
  await sam.see('▸ C-1001');
  const orders: string[] = [];
  for (let press = 0; press < 4; press += 1) {
    await sam.press('s');
    await sam.see(/by \w/);
    orders.push(/by (.+?)$/.exec(sam.lines()[0] ?? '')?.[1] ?? '');
  }
  expect(new Set(orders)).toEqual(
    new Set(['changed ↓', 'reference ↓', 'answer due ↑', 'opened ↓']),
  );
});

it('the palette sorts by name and does what can be done to the complaint in hand', async () => {
  const sam = await lookAtList(await deskWith(10));
  await sam.press('down', 'ctrl+p');
  await sam.type('sort by answer');
  await sam.press('enter');
  await sam.see('answer due ↑');
  await sam.see('▸ C-1001');
  await sam.press('ctrl+p');
  await sam.type('note');
  await sam.see('C-1001: note');
  await sam.press('enter');
  expect(sam.choices).toEqual([{ kind: 'act', id: 1001, action: 'note' }]);
});

it('with nothing in hand the palette says why nothing can be done to it', async () => {
  const sam = await lookAtList(await deskWith(0));
  await sam.see('No complaints yet. Press n when the phone rings.');
  await sam.press('ctrl+p');
  await sam.type('escalate');
  await sam.press('ctrl+u');
  await sam.type('note');
  await sam.see('There is no complaint in hand.');
  await sam.press('enter');
  expect(sam.choices).toEqual([]);
});
