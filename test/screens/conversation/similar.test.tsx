import { describe, expect, it } from 'vitest';
import { deskWithKettles } from '../../desk/put-right-before.ts';
import { openSampleDesk } from '../../plain/sample-desk.ts';
import { brokenKettle, inTheirTongue, keysUpTo } from './a-conversation.ts';
import { type AtTheDesk, sitDown, sitDownAt } from './at-the-desk.tsx';
import { expectItsPlaces } from './every-frame.ts';

const KNOWN = '3 like it: refund chosen twice, all satisfied  F4';

describe.each([
  { columns: 80, rows: 24 },
  { columns: 60, rows: 20 },
])('at $columns by $rows', (size) => {
  it('while their words are typed, one quiet line says how the like was put right (P48)', async () => {
    const sam = await sitDownAt(await deskWithKettles(), 'words', size);
    await sam.type('My kettle came in pieces');
    await sam.see(KNOWN);
    expect(sam.view().at).toBe('words');
    await sam.see('My kettle came in pieces');
    expectItsPlaces(sam);
  });

  it('one key shows them in full over the field, and goes back to what was typed', async () => {
    const sam = await sitDownAt(await deskWithKettles(), 'words', size);
    await sam.type('My kettle came in pieces');
    await sam.see(KNOWN);
    await sam.press('f4');
    await sam.see('PUT RIGHT BEFORE');
    await sam.see(/C-100[12] +.*in pieces/);
    expect(sam.lines().at(-1)).toContain('Esc to the conversation');
    for (const key of ['pagedown', 'end', 'up', 'home'] as const) {
      await sam.press(key);
      expectOverlay(sam);
    }
    await sam.press('f4');
    await sam.see('My kettle came in pieces');
    await sam.type(', and');
    await sam.see('My kettle came in pieces, and');
    expectItsPlaces(sam);
  });

  it('Thai words find Thai words, and every frame stays tidy (P12)', async () => {
    const thai = inTheirTongue({ words: 'กาต้มน้ำแตกตอนมาถึง อยากได้เครื่องใหม่' });
    const sam = await sitDown(await deskWithKettles(), size);
    await sam.rush(keysUpTo('restated', thai).replace(/\r$/, ''));
    await sam.until(({ likeness }) => likeness.complaints.length > 0);
    expectItsPlaces(sam);
    await sam.press('f4');
    await sam.see('กาต้มน้ำแตก');
    expectOverlay(sam);
  });
});

/** It lies over the field and nothing else: the rest of the conversation stands where it was. */
function expectOverlay(sam: AtTheDesk): void {
  expect(sam.view().overlay?.kind).toBe('similar');
  expect(sam.terminal.text()).toContain('PUT RIGHT BEFORE');
  expectItsPlaces(sam);
}

it('on a wide screen they stand beside the conversation, with what became of each (P48)', async () => {
  const sam = await sitDownAt(await deskWithKettles(), 'words', { columns: 120, rows: 40 });
  await sam.type('My kettle came in pieces');
  await sam.see('LIKE THIS  F4');
  await sam.see('3 like it: refund chosen twice');
  await sam.see('│ C-1001  chose refund, €29.90;');
  await sam.see('│ satisfied; could also have had:');
  expect(sam.lines().at(-1)).toContain('F4 how it was put right before');
  expectItsPlaces(sam);
});

it('the same cause and product come first once they are known, and count beside each remedy (P48)', async () => {
  const desk = await deskWithKettles();
  const sam = await sitDownAt(desk, 'offers');
  await sam.until(({ likeness }) => likeness.complaints.length === 3 && !likeness.isUnderWay);
  await sam.see(/ replacement +yours to give; chosen 1 of 3/);
  await sam.resize(160, 40);
  await sam.see(/ refund +yours, up to €50.00; chosen 2 of 3, satisfied/);
  expectItsPlaces(sam);
});

it('nobody is named in what is shown of somebody else (P48)', async () => {
  const sam = await sitDownAt(await deskWithKettles(), 'offers', { columns: 120, rows: 40 });
  await sam.see('LIKE THIS');
  await sam.press('f4');
  await sam.see('PUT RIGHT BEFORE');
  await sam.see('C-1003');
  const picture = sam.terminal.text();
  for (const name of ['Ana', 'Horvat', 'Νίκος', 'สมชาย', '0887654321', '765 4321']) {
    expect(picture).not.toContain(name);
  }
  expectItsPlaces(sam);
});

it('keys are taken while the record is read, and only the newest question is answered', async () => {
  const desk = await deskWithKettles();
  const { read } = desk.store;
  const findSimilar = read.findSimilar.bind(read);
  const asked: string[] = [];
  const held = Promise.withResolvers<void>();
  read.findSimilar = async (to, limit) => {
    asked.push(to.text.trim());
    // The first read takes as long as anybody likes.
    if (asked.length === 1) await held.promise;
    return findSimilar(to, limit);
  };
  const sam = await sitDownAt(desk, 'words');
  await sam.type('My lamp');
  await expect.poll(() => asked).toEqual(['My lamp']);
  await sam.type(' no, my kettle came in pieces');
  await sam.see('My lamp no, my kettle came in pieces');
  await sam.see(KNOWN);
  held.resolve();
  await sam.press('enter');
  await sam.reach('restated');
  await sam.see(KNOWN);
  expect(asked[1]).toBe('My lamp no, my kettle came in pieces');
  expect(sam.view().fault).toBeUndefined();
});

it('a record that cannot be read is told, and typing goes on', async () => {
  const desk = await deskWithKettles();
  const sam = await sitDownAt(desk, 'words');
  desk.store.read.findSimilar = async () => {
    throw new Error('the disk is gone');
  };
  await sam.type('My kettle');
  await sam.until(({ fault }) => fault !== undefined);
  await sam.type(' broke');
  await sam.see('My kettle broke');
});

it('where nothing like it was resolved, the key says so', async () => {
  const sam = await sitDownAt(await openSampleDesk(), 'words');
  await sam.press('f4');
  await sam.see('No complaint like this one was resolved before.');
  expect(sam.view().overlay).toBeUndefined();
});

it('before their words and after the offers it is not in the way', async () => {
  const sam = await sitDown(await deskWithKettles());
  for (const { question, keys } of brokenKettle) {
    await sam.reach(question);
    const shows = ['words', 'restated', 'cause', 'wish', 'offers', 'chosen'].includes(question);
    if (!shows) expect(sam.terminal.text()).not.toMatch(/LIKE THIS/);
    if (question === 'apology' || question === 'done') {
      expect(sam.terminal.text()).not.toContain('like it');
    }
    await sam.rush(keys);
  }
  await sam.reach(undefined);
});
