import { expect, it } from 'vitest';
import { openConversation } from '../../../src/desk/act.ts';
import { complaintId } from '../../../src/rules/values.ts';
import { callFrom } from '../../desk/known-people.ts';
import { openSampleDesk } from '../../plain/sample-desk.ts';
import { sitDown } from './at-the-desk.tsx';

/** A desk that Maria called, and was cut off before she could say what about. */
async function deskThatWasCutOff() {
  const desk = await openSampleDesk();
  await callFrom(desk, { name: 'Maria Petrova', phone: '+359 88 123 4567', language: 'bg' });
  await desk.store.transact((tx) => tx.putSetting('zone', desk.zone));
  return desk;
}

it('a complaint that this may be a repeat of comes into view with why, and the key to go on with it (P8)', async () => {
  const sam = await sitDown(await deskThatWasCutOff());
  await sam.rush('maria\r');
  await sam.reach('channel');
  await sam.see('may be C-1001');
  await sam.see('still open: same customer (F2 to go on with that one)');
});

it('one key goes on with the earlier complaint where it was left, and this one is merged into it (P8, P11)', async () => {
  const desk = await deskThatWasCutOff();
  const sam = await sitDown(desk);
  await sam.rush('maria\r');
  await sam.reach('channel');
  await sam.press('f2');
  await sam.until(({ conversation }) => conversation.state.id === 1001);
  await sam.see('C-1001');
  const merged = await openConversation(desk, complaintId(1002));
  expect(merged?.state).toMatchObject({ mergedInto: 1001, stage: 'closed' });
});

it('somebody with the same number under another name is offered as the same, and is so by one key (P2)', async () => {
  const desk = await deskThatWasCutOff();
  const sam = await sitDown(desk);
  await sam.rush('M. Ilieva\r');
  await sam.reach('reach');
  await sam.rush('088 123 4567\r');
  await sam.reach('account');
  await sam.see('may be Maria Petrova, customer 1: same phone (F3 if so)');
  expect((await desk.store.read.customer(2))?.merged_into).toBeNull();
  await sam.press('f3');
  await sam.until(({ conversation }) => conversation.customer?.id === 1);
  await sam.see('Maria Petrova is one customer from now on');
  // Nothing more is asked of somebody the desk knows.
  await sam.reach('channel');
});

it('where nothing on record looks like it, the keys say so', async () => {
  const sam = await sitDown(await openSampleDesk());
  await sam.rush('Maria Petrova\r');
  await sam.reach('reach');
  await sam.press('f2');
  await sam.see('Nothing on record looks like this complaint.');
  await sam.press('f3');
  await sam.see('Nobody else on record has their number or address.');
});
