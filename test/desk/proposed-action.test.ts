import { expect, it } from 'vitest';
import { sceneOf } from '../../src/desk/actions/scene.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { proposedStep } from '../../src/desk/proposed-action.ts';
import type { Conversation } from '../../src/rules/conversation.ts';
import { millis } from '../../src/rules/values.ts';
import {
  atTheKeys,
  deskOfThree,
  done,
  promisedKettle,
  resolvedKettle,
} from './actions/at-an-action.ts';
import { HOUR, heardUntil, inHours, withClock } from './at-the-desk.ts';

const step = async (desk: Desk, conversation: Conversation) =>
  proposedStep(await sceneOf(desk, conversation));

it('a conversation that is not at its end is gone on with first', async () => {
  const desk = await deskOfThree();
  expect(await step(desk, await heardUntil(desk, 'product'))).toBe('resume');
});

it('what is promised is to be kept, and a delay is told before anything else (P28)', async () => {
  const desk = await deskOfThree();
  const conversation = await promisedKettle(desk);
  expect(await step(desk, conversation)).toBe('promise-keep');
  const delayed = await done(desk, conversation, 'promise-delay', {
    promise: '1',
    by: inHours(desk, 96),
    reason: 'The courier is late.',
  });
  expect(await step(desk, delayed)).toBe('promise-told');
  const told = await done(desk, delayed, 'promise-told', { promise: '1', how: 'phone' });
  const kept = await done(desk, told, 'promise-keep', { promise: '1' });
  expect(await step(desk, kept)).toBe('resolve');
});

it('after a broken promise a new one is made, and when that is kept it is resolved (P28)', async () => {
  const desk = await deskOfThree();
  const reason = 'The van broke down.';
  const broken = await done(desk, await promisedKettle(desk), 'promise-break', { reason });
  expect(await step(desk, broken)).toBe('promise-add');
  const anew = { what: 'a new kettle by courier', by: inHours(desk, 24) };
  const promised = await done(desk, broken, 'promise-add', anew);
  expect(await step(desk, promised)).toBe('promise-keep');
  const kept = await done(desk, promised, 'promise-keep', { promise: '2' });
  expect(await step(desk, kept)).toBe('resolve');
});

it('whoever may decide has the decision first; whoever asked goes on with what is theirs (P21)', async () => {
  const desk = await deskOfThree();
  const conversation = await promisedKettle(desk);
  const asked = await done(desk, conversation, 'offer', {
    remedy: 'discount',
    percent: 60,
    reason: 'She waited three weeks.',
  });
  expect(await step(desk, asked)).toBe('promise-keep');
  expect(await step(atTheKeys(desk, 'Nadia'), asked)).toBe('approve');
});

it('a customer whose answer is due is reminded, and one whose day has not come is waited for', async () => {
  const desk = await deskOfThree();
  const conversation = await promisedKettle(desk);
  const kept = await done(desk, conversation, 'promise-keep', { promise: '1' });
  const waiting = await done(desk, kept, 'wait', {
    until: inHours(desk, 24),
    reason: 'A photo of the label.',
  });
  expect(await step(desk, waiting)).toBe('heard');
  const later = withClock(desk, millis(desk.now() + 25 * HOUR));
  expect(await step(later, waiting)).toBe('wait');
});

it('what is resolved is asked after when its day comes, and then closed (P33, P36)', async () => {
  const desk = await deskOfThree();
  const resolved = await resolvedKettle(desk);
  expect(await step(desk, resolved)).toBe('followup');
  const asked = await done(desk, resolved, 'followup', { outcome: 'reached', satisfied: true });
  expect(await step(desk, asked)).toBe('close');
  const still = { outcome: 'reached', satisfied: false } as const;
  expect(await step(desk, await done(desk, await resolvedKettle(desk), 'followup', still))).toBe(
    'reopen',
  );
  const closed = await done(desk, asked, 'close', { verdict: 'upheld', changed: 'Our packing.' });
  expect(await step(desk, closed)).toBeUndefined();
});
