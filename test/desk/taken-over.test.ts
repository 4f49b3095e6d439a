import { expect, test } from 'vitest';
import { handOver } from '../../src/desk/leave.ts';
import { isTakenOver } from '../../src/desk/taken-over.ts';
import { undo } from '../../src/desk/undo.ts';
import { openSampleDesk } from '../plain/sample-desk.ts';
import { calls, heardUntil, secondDesk, taken } from './at-the-desk.ts';

const toLejla = { to: 'Lejla', reason: 'she knows kettles', summary: 'A kettle.' };

test('whoever goes on with what somebody else heard says who they are, until they have spoken (P8)', async () => {
  const sam = await openSampleDesk();
  const lejla = await secondDesk(sam);
  const handed = taken(await handOver(sam, await heardUntil(sam, 'restated'), toLejla));
  expect(await isTakenOver(lejla, handed)).toBe(true);
  expect(await isTakenOver(sam, handed)).toBe(false);
  const spoken = taken(await calls.restated(lejla, handed));
  expect(await isTakenOver(lejla, spoken)).toBe(false);
  expect(await isTakenOver(sam, spoken)).toBe(true);
});

test('an answer that was taken back was never said', async () => {
  const sam = await openSampleDesk();
  const lejla = await secondDesk(sam);
  const spoken = taken(await calls.restated(lejla, await heardUntil(sam, 'restated')));
  const undone = await undo(lejla, spoken);
  if (!undone.ok) throw new Error('undo was refused');
  expect(await isTakenOver(lejla, undone.conversation)).toBe(true);
});

test('nobody says that they have read a story that was never told', async () => {
  const sam = await openSampleDesk();
  const lejla = await secondDesk(sam);
  const handed = taken(await handOver(sam, await heardUntil(sam, 'channel'), toLejla));
  expect(await isTakenOver(lejla, handed)).toBe(false);
});
