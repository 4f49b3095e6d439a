import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openConversation, readState, withGivenNow } from '../../src/desk/act.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { customerOf, eventOf } from '../../src/desk/rows.ts';
import { startComplaint } from '../../src/desk/start.ts';
import type { Conversation } from '../../src/rules/conversation.ts';
import type { ComplaintEvent, EventType } from '../../src/rules/events.ts';
import { nextQuestion } from '../../src/rules/flow.ts';
import { fold } from '../../src/rules/fold.ts';
import { chosenOffer } from '../../src/rules/offers.ts';
import { LAST_QUESTION } from '../../src/rules/questions.ts';
import { openSampleDesk } from '../plain/sample-desk.ts';
import { customersAsLogged } from './as-logged.ts';
import { onDisk, secondDesk } from './at-the-desk.ts';
import { callOf, type RandomCall, randomCall } from './random-call.ts';

const RUNS = 200;

const everyType: readonly EventType[] = [
  'answered',
  'callback_set',
  'customer_changed',
  'customer_identified',
  'customer_passed',
  'escalated',
  'finished',
  'handed_over',
  'offered',
  'opened',
  'promise_withdrawn',
  'promised',
  'promises_settled',
  'taken_up',
  'undone',
  'waiting',
];

async function logOf(desk: Desk, complaint: number): Promise<readonly ComplaintEvent[]> {
  return (await desk.store.read.eventsOf(complaint)).flatMap((row) => eventOf(row) ?? []);
}

/** What the tables hold is what the log tells. */
async function expectTrue(desk: Desk, { state }: Conversation): Promise<void> {
  const folded = fold(await logOf(desk, state.id));
  expect(await readState(desk.store.read, state.id)).toEqual(folded);
  expect(state).toEqual(folded);
}

/** An unfinished conversation goes on at its next question, with its owner; an ended one nowhere. */
async function expectPlace(desk: Desk, conversation: Conversation): Promise<void> {
  const { id, finishedAt, owner, updatedAt } = conversation.state;
  // What the customer was given elsewhere is as it was read; whoever decides looks at it anew (P21).
  const now = await withGivenNow(desk.store.read, desk, conversation, updatedAt);
  expect(await openConversation(desk, id)).toEqual(now);
  const question = nextQuestion(conversation)?.name ?? LAST_QUESTION;
  const place = await desk.store.read.place(id);
  if (finishedAt !== undefined) expect(place).toBeUndefined();
  else expect(place).toMatchObject({ question, draft: null, agent: owner });
}

/** @returns a conversation that has come some steps of its way, some of them refused. */
async function heardFor(desk: Desk, steps: number): Promise<Conversation> {
  let conversation = await startComplaint(desk);
  for (let pick = steps; pick < 2 * steps; pick++) {
    const goOn = callOf({ kind: 'go-on', complaint: 0, desk: 0, pick, stale: false });
    const acted = await goOn(desk, conversation);
    if (acted.ok) conversation = acted.conversation;
  }
  return conversation;
}

/** Nothing in a state contradicts itself. */
function expectSound({ state }: Conversation): void {
  const { answers, offers, finishedAt, stage } = state;
  const chosen = chosenOffer(state)?.n;
  expect(typeof answers.chosen === 'number' ? answers.chosen : undefined).toBe(chosen);
  expect(offers.map(({ n }) => n)).toEqual(offers.map((_, index) => index + 1));
  if (stage === 'resolved') expect(finishedAt).toBeDefined();
  if (finishedAt !== undefined && answers.outcome === 'resolved') {
    expect(state.promises.filter((promise) => promise.state === 'open')).toEqual([]);
    expect(stage).toBe('resolved');
  }
}

test(`the tables tell what the log tells, whatever is said, undone and said again (${RUNS} runs)`, async () => {
  const sam = await openSampleDesk();
  const desks = [sam, await secondDesk(sam)] as const;
  const seen = { ok: 0, refused: 0, stale: 0, finished: 0 };

  async function carryOut(heard: readonly number[], calls: readonly RandomCall[]): Promise<void> {
    const views: Conversation[] = [];
    for (const steps of heard) views.push(await heardFor(sam, steps));
    const older = [...views];
    for (const call of calls) {
      const { complaint, stale } = call;
      const view = views[complaint];
      const outdated = older[complaint];
      if (view === undefined || outdated === undefined) throw new Error('there are three');
      const before = stale ? outdated : view;
      const acted = await callOf(call)(desks[call.desk], before);
      if (stale && outdated.state.revision !== view.state.revision) {
        // Nobody writes over what they did not see; taking up what was never left writes nothing.
        if (acted.ok) expect(acted.conversation).toBe(before);
        else expect(acted.refusals.map(({ code }) => code)).toEqual(['changed_elsewhere']);
        seen.stale++;
      } else if (acted.ok) {
        older[complaint] = view;
        views[complaint] = acted.conversation;
        expectSound(acted.conversation);
        // Taking up what was never left looks at nothing anew, the customer's changes neither.
        if (acted.conversation !== before) await expectPlace(sam, acted.conversation);
        seen.ok++;
        if (acted.conversation.state.finishedAt !== undefined) seen.finished++;
      } else {
        expect(acted.refusals.length).toBeGreaterThan(0);
        seen.refused++;
      }
    }
    for (const view of views) await expectTrue(sam, view);
  }

  await fc.assert(
    fc.asyncProperty(
      // One that may be near its end, one hardly begun, and one at the first hello.
      fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 5 }), fc.constant(0)),
      fc.array(randomCall, { minLength: 5, maxLength: 40, size: 'max' }),
      carryOut,
    ),
    { numRuns: RUNS },
  );

  const log = (await sam.store.read.eventsAfter(0, 1_000_000)).flatMap((row) => eventOf(row) ?? []);
  const logged = [...customersAsLogged(log).values()].sort((a, b) => a.id - b.id);
  const rows = await Promise.all(logged.map(({ id }) => sam.store.read.customer(id)));
  expect(rows.map((row) => row && customerOf(row))).toEqual(logged);
  expect(onDisk(sam)['customer']).toHaveLength(logged.length);

  const { events, faults } = await sam.store.verify();
  expect(faults).toEqual([]);
  expect(events).toBe(log.length);
  expect(sam.store.quickCheck()).toEqual([]);
  // The runs reached what they are to prove.
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(10);
  const told = new Map<string, number>();
  for (const { type } of log) told.set(type, (told.get(type) ?? 0) + 1);
  expect([...told.keys()].sort()).toEqual(everyType);
}, 120_000);
