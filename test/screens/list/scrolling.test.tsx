import { expect, it } from 'vitest';
import type { Desk } from '../../../src/desk/desk.ts';
import { lookAtList } from './at-the-list.tsx';
import { deskWith, writeElsewhere } from './many-complaints.ts';
import { watchedDesk } from './watched-desk.ts';

/** Counts what a list reads of the record. */
function counting(desk: Desk): { readonly desk: Desk; rows(): number; widest(): number } {
  let rows = 0;
  let widest = 0;
  const counted = watchedDesk(desk, (look) => (ids, fields) => {
    rows += ids.length;
    widest = Math.max(widest, ids.length);
    return look(ids, fields);
  });
  return { desk: counted, rows: () => rows, widest: () => widest };
}

it('a thousand presses of the arrow through 5,000 complaints read them once, some at a time', async () => {
  const { desk, rows, widest } = counting(await deskWith(5000));
  const sam = await lookAtList(desk);
  for (let press = 0; press < 1000; press += 1) sam.session.press({ kind: 'text', text: 'j' });
  await sam.see('of 5,000');
  await sam.see('C-5000');
  expect(sam.inHand()).toMatch(/^C-5000 /);
  // What was passed, what is in view, and a page or two ahead.
  expect(rows()).toBeLessThan(1000 + 200);
  expect(widest()).toBeLessThan(100);
  const there = rows();
  for (let press = 0; press < 400; press += 1) {
    sam.session.press({ kind: 'text', text: press % 2 === 0 ? 'k' : 'j' });
  }
  await sam.press('up', 'down');
  expect(rows() - there, 'nothing is read again for going to and fro').toBe(0);
  for (let press = 0; press < 1000; press += 1) sam.session.press({ kind: 'text', text: 'k' });
  await sam.see('▸ C-6000');
  expect(rows()).toBeLessThan(2 * (1000 + 200));
});

it('a page at a time, to either end and back, every complaint stands where it belongs', async () => {
  const sam = await lookAtList(await deskWith(300));
  await sam.see('1–18 of 300');
  await sam.press('pagedown', 'pagedown');
  await sam.see('35–52 of 300');
  expect(sam.inHand()).toMatch(/^C-1266 /);
  await sam.press('G');
  await sam.see('283–300 of 300');
  expect(sam.inHand()).toMatch(/^C-1001 /);
  await sam.press('pageup');
  await sam.see('266–283 of 300');
  await sam.press('g');
  await sam.see('1–18 of 300');
  expect(sam.inHand()).toMatch(/^C-1300 /);
  await sam.press('end', 'up', 'up', 'home', 'down');
  await sam.see('▸ C-1299');
});

it('keys that come before the end is read count from there: nothing is lost to hurried fingers', async () => {
  const sam = await lookAtList(await deskWith(300));
  sam.session.press({ kind: 'text', text: 'Gkkk' });
  await sam.see('▸ C-1004');
  expect(sam.session.view().window.rows.length).toBeLessThan(200);
});

it('walked through a page at a time, each complaint is seen, and in order', async () => {
  const sam = await lookAtList(await deskWith(150), {
    start: { sort: { by: 'id', direction: 'asc' } },
  });
  const met = new Set<number>();
  for (let page = 0; page < 9; page += 1) {
    await sam.see(`${Math.min(page * 17 + 1, 133)}–`);
    for (const line of sam.lines()) {
      const [, number] = /^ [▸ ] C-(\d+)/.exec(line) ?? [];
      if (number !== undefined) met.add(Number(number));
    }
    if (met.size < 150) await sam.press('pagedown');
  }
  expect([...met]).toEqual(Array.from({ length: 150 }, (_, at) => 1001 + at));
});

it('what another window writes comes by itself, and the complaint in hand stays in hand', async () => {
  const desk = await deskWith(60);
  const sam = await lookAtList(desk);
  await sam.press('down', 'down');
  await sam.see('1–18 of 60');
  await writeElsewhere(desk, { words: 'Just now.' });
  await sam.see('of 61');
  expect(sam.inHand()).toMatch(/^C-1058 /);
  await sam.press('g');
  await sam.see('▸ C-1061');
});

it('more than ten thousand are not counted, and the list says so', async () => {
  const desk = await deskWith(10_050);
  const sam = await lookAtList(desk);
  await sam.see('1–18 of more than 10,000');
  await sam.press('G');
  await sam.see('the last 18 of more than 10,000');
  await sam.press('up', 'g', 'pagedown');
  await sam.see('18–35 of more than 10,000');
});

it('a record that cannot be read is told, the rows stay, and the list goes on by itself', async () => {
  let broken = false;
  const desk = watchedDesk(await deskWith(300), (look) => async (ids, fields) => {
    if (broken) throw new Error('the disk is gone');
    return look(ids, fields);
  });
  const sam = await lookAtList(desk);
  await sam.see('of 300');
  broken = true;
  await sam.press('G');
  await sam.see('the disk is gone');
  await sam.press('down');
  expect(sam.inHand()).toMatch(/^C-1299 /);
  broken = false;
  await sam.dontSee('the disk is gone');
  await sam.press('G');
  await sam.see('▸ C-1001');
});
