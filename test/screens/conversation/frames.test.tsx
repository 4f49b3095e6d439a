import { describe, expect, it } from 'vitest';
import { openSampleDesk } from '../../plain/sample-desk.ts';
import { expectTidyFrame } from '../../support/tidy-frame.ts';
import { APOLOGY, brokenKettle, inTheirTongue } from './a-conversation.ts';
import { type AtTheDesk, sitDown, sitDownAt } from './at-the-desk.tsx';
import { expectItsPlaces } from './every-frame.ts';

const sizes = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 60, rows: 20 },
];

const customers = [
  { who: 'Maria, in English', conversation: brokenKettle },
  {
    who: 'Somchai, in Thai',
    conversation: inTheirTongue({
      customer: 'สมชาย ใจดี',
      words: 'กาต้มน้ำแตกตอนมาถึง ลูกค้าต้องการเครื่องใหม่ก่อนวันงานเลี้ยงที่บ้านในวันเสาร์นี้ น้ำร้อนลวกมือ',
      product: 'กาต้มน้ำ',
      promises: 'ส่งกาต้มน้ำเครื่องใหม่ให้ถึงบ้านก่อนวันงานเลี้ยง',
    }),
  },
  {
    who: 'somebody who writes in emoji',
    conversation: inTheirTongue({
      customer: '👩🏽‍🚒 Ana 👨‍👩‍👧‍👦',
      words: '🫖💔😡 '.repeat(60),
      product: '🫖❤️☎️',
      promises: '🎁🇧🇬🏳️‍🌈 1️⃣ new 🫖',
    }),
  },
];

/** Everything that can lie over a conversation, and the keys that open and close it. */
const overlays = ['ctrl+o', 'ctrl+k', 'ctrl+t', 'ctrl+s', 'ctrl+g', 'ctrl+p', 'f1'];

async function lookAtOverlays(sam: AtTheDesk): Promise<void> {
  for (const key of overlays) {
    await sam.press(key);
    expect(sam.view().overlay, key).toBeDefined();
    expectItsPlaces(sam);
    await sam.press('enter');
    expectItsPlaces(sam);
    await sam.press('escape');
    expectItsPlaces(sam);
  }
}

describe.each(sizes)('at $columns by $rows', (size) => {
  it.each(customers)(
    'every screen of a conversation with $who is tidy',
    async ({ conversation }) => {
      const desk = await openSampleDesk();
      const sam = await sitDown(desk, size);
      for (const { question, label, keys } of conversation) {
        await sam.reach(question);
        expectItsPlaces(sam);
        expect(sam.terminal.text()).toContain(` ${label}`);
        const enter = keys.lastIndexOf('\r');
        await sam.rush(keys.slice(0, enter));
        await sam.until(({ at }) => at === question);
        expectItsPlaces(sam);
        if (question === 'apology') await sam.rush(' It is our policy. สวัสดี 👩🏽‍🚒');
        expectItsPlaces(sam);
        await sam.rush(keys.slice(enter));
      }
      await sam.reach(undefined);
      expectItsPlaces(sam);
      for (let page = 0; page < 8; page += 1) {
        await sam.press('pagedown');
        expectItsPlaces(sam);
      }
      // The end stays in view however often Page Down is pressed, and one Page Up leaves it.
      expect(sam.terminal.text()).toMatch(/Did you thank them\?/);
      expect(sam.terminal.text()).toContain('yes, said');
      if (sam.terminal.rows < 30) {
        await sam.press('pageup');
        expect(sam.terminal.text()).not.toContain('yes, said');
      }
    },
  );

  it('every form and list that lies over a conversation is tidy', async () => {
    const desk = await openSampleDesk();
    const sam = await sitDownAt(desk, 'cause', size);
    await lookAtOverlays(sam);
  });

  it('a form shows its last part and its fault', async () => {
    const desk = await openSampleDesk();
    const sam = await sitDownAt(desk, 'cause', size);
    await sam.press('ctrl+g');
    await sam.rush('\r\rnot an address\r');
    await sam.see('! That is no email address.');
    await sam.press('ctrl+u');
    await sam.rush('\r\r12 Vitosha Street');
    await sam.see('Address  12 Vitosha Street');
    expectItsPlaces(sam);
  });
});

it('a terminal of 40 by 10 says that it is too small, and typing is kept until it is larger', async () => {
  const desk = await openSampleDesk();
  const sam = await sitDownAt(desk, 'words');
  await sam.type('The kettle arr');
  await sam.resize(40, 10);
  await sam.see('This terminal is 40 by 10');
  expectTidyFrame(sam.terminal);
  expect(sam.terminal.text()).not.toContain('The kettle');
  for (const [columns, rows] of [
    [60, 20],
    [120, 40],
    [80, 24],
  ] as const) {
    await sam.resize(columns, rows);
    await sam.see('The kettle arr');
    expectItsPlaces(sam);
  }
  await sam.type('ived in pieces.');
  await sam.see('The kettle arrived in pieces.');
});

it('a terminal that is too small from the beginning says so, and the conversation begins when it is larger', async () => {
  const desk = await openSampleDesk();
  const sam = await sitDown(desk, { columns: 40, rows: 10 });
  await sam.see('amends needs');
  expectTidyFrame(sam.terminal);
  await sam.resize(80, 24);
  await sam.see('Customer');
  await sam.answer('Maria Petrova');
  await sam.see('How to reach them');
});

it('resizing in the middle of an apology keeps the text, the cursor and the place', async () => {
  const desk = await openSampleDesk();
  const sam = await sitDownAt(desk, 'apology');
  await sam.rush(APOLOGY);
  await sam.press('ctrl+home');
  for (const [columns, rows] of [
    [60, 20],
    [200, 50],
    [57, 18],
    [80, 24],
  ] as const) {
    await sam.resize(columns, rows);
    expectItsPlaces(sam);
    await sam.see('I am sorry, Maria, that the kettle');
  }
  await sam.type('Maria. ');
  await sam.see('Maria. I am sorry, Maria, that the kettle');
});

it('the smallest terminal it works in shows every part of every form', async () => {
  const desk = await openSampleDesk();
  const sam = await sitDownAt(desk, 'promises', { columns: 56, rows: 18 });
  for (const label of ['What', 'By whom', 'By when']) await sam.see(`   ${label}`);
  await lookAtOverlays(sam);
});
