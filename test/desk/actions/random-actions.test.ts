import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openConversation, readState } from '../../../src/desk/act.ts';
import type { Desk } from '../../../src/desk/desk.ts';
import { eventOf } from '../../../src/desk/rows.ts';
import { startComplaint } from '../../../src/desk/start.ts';
import type { ComplaintEvent } from '../../../src/rules/events.ts';
import { fold } from '../../../src/rules/fold.ts';
import type { ComplaintState } from '../../../src/rules/state.ts';
import { type ComplaintId, complaintId } from '../../../src/rules/values.ts';
import { heardUntil } from '../at-the-desk.ts';
import { callOf, randomCall } from '../random-call.ts';
import { atTheKeys, deskOfThree, promisedKettle, resolvedKettle } from './at-an-action.ts';
import { randomAction } from './random-action.ts';

const RUNS = 200;

/** What these runs are sure to reach; merging and decisions are rarer, and told one by one in life.test.ts. */
const everyType: readonly ComplaintEvent['type'][] = [
  'answered',
  'approval_asked',
  'assigned',
  'callback_set',
  'closed',
  'contacted',
  'escalated',
  'finished',
  'handed_over',
  'noted',
  'offered',
  'opened',
  'promise_broken',
  'promise_delayed',
  'promise_kept',
  'promised',
  'referred',
  'reopened',
  'resolved',
  'returned',
  'undone',
  'waiting',
];

async function logOf(desk: Desk, complaint: number): Promise<readonly ComplaintEvent[]> {
  return (await desk.store.read.eventsOf(complaint)).flatMap((row) => eventOf(row) ?? []);
}

/** Nothing in a state contradicts itself, whatever was done to it. */
function expectSound(state: ComplaintState): void {
  const { stage, promises, approvals, contacts, clocks, mergedInto } = state;
  for (const list of [promises, approvals, contacts]) {
    expect(list.map(({ n }) => n)).toEqual(list.map((_, index) => index + 1));
  }
  if (stage === 'closed' && mergedInto === undefined) {
    expect(promises.filter((promise) => promise.state === 'open')).toEqual([]);
    expect(state.accepted === true || state.decision !== undefined).toBe(true);
    expect(state.verdict).toBeDefined();
  }
  for (const clock of clocks) {
    expect(clock.counted).toBeGreaterThanOrEqual(0);
    if (clock.since !== undefined) expect(clock.stoppedAt).toBeUndefined();
    if (stage === 'closed' && clock.kind !== 'followup') expect(clock.since).toBeUndefined();
    const paused = ['acknowledge', 'answer', 'resolve'].includes(clock.kind);
    if (stage === 'waiting' && paused) expect(clock.since).toBeUndefined();
  }
}

test(`the tables tell what the log tells, whatever a day's work does to a complaint (${RUNS} runs)`, async () => {
  const sam = await deskOfThree();
  const desks = [sam, atTheKeys(sam, 'Lejla'), atTheKeys(sam, 'Nadia')] as const;
  const beginnings = [
    () => promisedKettle(sam),
    () => resolvedKettle(sam),
    () => heardUntil(sam, 'apology'),
    () => startComplaint(sam),
  ] as const;
  const ids: ComplaintId[] = [];
  const seen = { ok: 0, refused: 0 };
  const thing = fc.record({
    desk: fc.constantFrom(0, 1, 2, 2),
    pick: fc.nat({ max: 5000 }),
    beside: fc.option(randomCall, { freq: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(0, 0, 1, 1, 2, 3),
      fc.array(thing, { minLength: 10, maxLength: 40, size: 'max' }),
      async (beginning, things) => {
        let conversation = await (beginnings[beginning] ?? beginnings[0])();
        ids.push(conversation.state.id);
        for (const { desk, pick, beside } of things) {
          const call = beside === null ? randomAction(pick, ids) : callOf(beside);
          const acted = await call(desks[desk as 0 | 1 | 2], conversation);
          if (!acted.ok) {
            expect(acted.refusals.length).toBeGreaterThan(0);
            seen.refused++;
            continue;
          }
          conversation = acted.conversation;
          expectSound(conversation.state);
          seen.ok++;
        }
        const again = await openConversation(sam, conversation.state.id);
        expect(again?.state).toEqual(conversation.state);
      },
    ),
    { numRuns: RUNS },
  );
  const types = new Set<string>();
  for (const id of ids) {
    const log = await logOf(sam, id);
    for (const { type } of log) types.add(type);
    expect(await readState(sam.store.read, complaintId(id))).toEqual(fold(log));
  }
  expect((await sam.store.verify()).faults).toEqual([]);
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(100);
  expect(everyType.filter((type) => !types.has(type))).toEqual([]);
}, 120_000);
