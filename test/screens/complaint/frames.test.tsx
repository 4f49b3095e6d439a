import { describe, expect, it } from 'vitest';
import { changeCustomer } from '../../../src/desk/customer.ts';
import type { Desk } from '../../../src/desk/desk.ts';
import { startComplaint } from '../../../src/desk/start.ts';
import { complaintId } from '../../../src/rules/values.ts';
import { sectionNames } from '../../../src/screens/complaint/sections.ts';
import { deskOfThree, done, promisedKettle } from '../../desk/actions/at-an-action.ts';
import { calls, taken } from '../../desk/at-the-desk.ts';
import { expectTidyFrame } from '../../support/tidy-frame.ts';
import { type AtThePage, openScreens } from './at-the-page.tsx';

const page = { kind: 'complaint', id: complaintId(1001) } as const;
const sizes = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 60, rows: 20 },
  { columns: 56, rows: 18 },
];

/** Maria's kettle with something of everything in its record. */
async function inEnglish(desk: Desk): Promise<void> {
  const conversation = await promisedKettle(desk);
  const noted = await done(desk, conversation, 'note', { text: 'She is at work. '.repeat(40) });
  const asked = await done(desk, noted, 'offer', {
    remedy: 'discount',
    percent: 60,
    reason: 'She waited three weeks.',
  });
  await done(desk, asked, 'promise-add', {
    what: 'a call with the tracking number of the courier',
    who: 'Lejla',
    by: desk.now() + 3_600_000,
  });
}

const thaiStory = 'กาต้มน้ำแตกตอนมาถึง ลูกค้าต้องการเครื่องใหม่ก่อนวันงานเลี้ยงที่บ้านในวันเสาร์นี้ น้ำร้อนลวกมือ';

async function inThai(desk: Desk): Promise<void> {
  let conversation = await startComplaint(desk);
  conversation = taken(await calls.customer(desk, conversation));
  conversation = taken(await changeCustomer(desk, conversation, 'name', 'สมชาย ใจดี'));
  await done(desk, conversation, 'note', { text: thaiStory.repeat(6) });
}

const everySign = (sam: AtThePage, { columns, rows }: { columns: number; rows: number }): void => {
  const lines = sam.lines();
  expectTidyFrame(sam.terminal);
  expect(lines[0]).toMatch(/^ C-1001 {2}\S/);
  expect(lines[rows - 2]).toBe('─'.repeat(columns));
  expect(lines[rows - 1]).toMatch(/^ ↵ (next|next step|choose) {3}\S/);
};

describe.each(sizes)('at $columns by $rows', (size) => {
  it.each([
    ['in English', inEnglish],
    ['in Thai', inThai],
  ] as const)('every part of a complaint %s is tidy from top to bottom', async (_name, write) => {
    const desk = await deskOfThree();
    await write(desk);
    const sam = await openScreens(desk, page, size);
    for (const [at] of sectionNames.entries()) {
      await sam.press(String(at + 1));
      everySign(sam, size);
      expect(sam.lines()[3]).toContain(`▸${at + 1} `);
      for (const key of ['pagedown', 'down', 'pagedown', 'end', 'up', 'home']) {
        await sam.press(key);
        everySign(sam, size);
      }
    }
    await sam.press('v');
    everySign(sam, size);
  });

  it('every form and list over it is tidy, part by part', async () => {
    const desk = await deskOfThree();
    await inEnglish(desk);
    const sam = await openScreens(desk, page, size);
    for (const key of [
      'h',
      'p',
      'c',
      'w',
      'e',
      'n',
      'o',
      'k',
      'd',
      'g',
      'r',
      'm',
      'y',
      'x',
      'a',
      '?',
    ]) {
      await sam.press(key);
      expect(sam.page().overlay ?? sam.page().notice, key).toBeDefined();
      everySign(sam, size);
      for (const text of ['a', 'สวัสดี 👩🏽‍🚒']) {
        await sam.type(text);
        everySign(sam, size);
        await sam.press('enter');
        everySign(sam, size);
      }
      if (sam.page().overlay !== undefined) await sam.press('escape');
      everySign(sam, size);
    }
  });
});

it('on a wide screen what is promised and due stands beside what happened (P28)', async () => {
  const desk = await deskOfThree();
  await inEnglish(desk);
  const sam = await openScreens(desk, page, { columns: 120, rows: 40 });
  await sam.see('PROMISES');
  await sam.see('CUSTOMER');
  await sam.see('CLOCKS');
  await sam.see(/│ {2,4}a call with the tracking number/);
  await sam.see('the conversation ended');
});

it('a window that is made smaller and larger keeps its place and what is typed', async () => {
  const desk = await deskOfThree();
  await inEnglish(desk);
  const sam = await openScreens(desk, page);
  await sam.press('n');
  await sam.type('She prefers the evening');
  for (const [columns, rows] of [
    [60, 20],
    [40, 10],
    [120, 40],
  ] as const) {
    await sam.resize(columns, rows);
    expectTidyFrame(sam.terminal);
  }
  await sam.see('She prefers the evening');
});

it('without colour, and in plain characters, every meaning is a word or a sign', async () => {
  const desk = await deskOfThree();
  await inEnglish(desk);
  const sam = await openScreens(desk, page, { color: false, unicode: false });
  await sam.see('>1 Timeline');
  await sam.press('3');
  await sam.see(/ > a call with the tracking number/);
  await sam.press('o');
  await sam.see('OFFER A REMEDY');
  for (let y = 0; y < 24; y += 1) {
    for (let x = 0; x < 80; x += 1) {
      const cell = sam.terminal.cell(x, y);
      expect(cell).toMatchObject({ foreground: 'default', bold: false, dim: false });
    }
  }
  expect(sam.terminal.text()).toMatch(/^[ -~\n€]*$/);
});
