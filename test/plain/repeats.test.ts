import { expect, test } from 'vitest';
import { openConversation } from '../../src/desk/act.ts';
import { complaintId } from '../../src/rules/values.ts';
import { callFrom } from '../desk/known-people.ts';
import { hold, MARIA, MARIA_TELLS } from './hold.ts';
import { openSampleDesk } from './sample-desk.ts';

/** Maria, found by her name, calls again by phone. */
const CALLS_AGAIN = ['Maria', '1'];

test('a known customer brings the complaint this may be a repeat of into view, with why (P8)', async () => {
  const desk = await openSampleDesk();
  await hold(desk, MARIA_TELLS);
  const { output } = await hold(desk, CALLS_AGAIN);
  expect(output).toMatch(
    /Known: This may be C-1001, .*kettle, still open: same customer\. To go on with C-1001 instead: same/,
  );
});

test('/same goes on with the earlier complaint, where it was left; nothing is told twice (P8)', async () => {
  const desk = await openSampleDesk();
  await hold(desk, MARIA_TELLS);
  const { output, id } = await hold(desk, [...CALLS_AGAIN, 'same', '1', 'I am sorry.', '.']);
  expect(output).toContain('C-1002 is merged into C-1001, which goes on.');
  expect(id).toBe(1001);
  const first = await openConversation(desk, complaintId(1001));
  expect(first?.state.answers).toMatchObject({ fault: 'ours', apology: 'I am sorry.' });
  const second = await openConversation(desk, complaintId(1002));
  expect(second?.state).toMatchObject({ mergedInto: 1001, stage: 'closed' });
  expect((await desk.store.read.unfinished()).map(({ id: left }) => left)).toEqual([1001]);
});

test('an earlier complaint whose conversation is over goes on from its record', async () => {
  const desk = await openSampleDesk();
  await hold(desk, MARIA);
  const { output, outcome } = await hold(desk, [...CALLS_AGAIN, 'same']);
  expect(output).toContain('C-1002 is merged into C-1001, which goes on.');
  expect(output).toContain('new kettle by express');
  expect(outcome).toBe('left');
});

test('with nothing like it on record, /same says so and changes nothing', async () => {
  const desk = await openSampleDesk();
  const { output } = await hold(desk, ['Maria Petrova', '', '/same']);
  expect(output).toContain('Nothing on record looks like this complaint.');
});

test('somebody with the same number under another name is told, not merged (P2)', async () => {
  const desk = await openSampleDesk();
  await callFrom(desk, { name: 'Maria Petrova', phone: '+359 88 123 4567' });
  await desk.store.transact((tx) => tx.putSetting('zone', desk.zone));
  const { output } = await hold(desk, ['Her husband', '', '088 123 4567']);
  expect(output).toContain('They may be Maria Petrova, customer 1: same phone.');
  expect(output).toContain('amends customer merge 2 1');
  expect(await desk.store.read.customer(2)).toMatchObject({ merged_into: null });
});
