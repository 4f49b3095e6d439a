import { type Clock, type ClockKind, type Counting, clockKinds } from './clock.ts';
import {
  pauseClock,
  recountClock,
  resumeClock,
  retargetClock,
  startClock,
  stopClock,
} from './clocks/run.ts';
import { type Target, type TargetKind, targetsFor } from './clocks/targets.ts';
import type { Targets } from './playbook.ts';
import type { ComplaintState } from './state.ts';
import { type Millis, millis } from './values.ts';

export { clocksOfOldEvent } from './clocks/old-event.ts';
export { countedBy } from './clocks/run.ts';
export { type Target, type TargetSource, targetsFor } from './clocks/targets.ts';
export { type Warning, warningOf, warnings } from './clocks/warning.ts';

/** What clocks go by beside the complaint itself. */
export interface ClockFacts {
  readonly targets: Targets;
  /** Whether the customer is a key customer (P39). */
  readonly keyCustomer: boolean;
}

/**
 * Says what an event does to the clocks (P25, P28, P33, P40): they are brought into line with where
 * the complaint stands after it and with the targets and opening hours that hold now.
 * @param before the complaint before the event; undefined for the opening
 * @param after the complaint after it, its clocks still as they were before
 * @param at when it happened
 * @returns the clocks that changed, each as a whole, in the order of their kinds
 */
export function clocksAfter(
  before: ComplaintState | undefined,
  after: ComplaintState,
  at: Millis,
  facts: ClockFacts,
  counting: Counting,
): readonly Clock[] {
  const { severity, channel } = after.answers;
  const { keyCustomer } = facts;
  const targets = targetsFor(facts.targets, { severity, channel, keyCustomer });
  const change: Change = { before, after, at, counting };
  return clockKinds.flatMap((kind) => {
    const clock = after.clocks.find((one) => one.kind === kind);
    const next =
      kind === 'followup'
        ? followUp(clock, change)
        : kind === 'pickup'
          ? pickUp(clock, targets.pickup, change)
          : deadline(kind, clock, targets[kind], change);
    return next === undefined || next === clock ? [] : [next];
  });
}

interface Change {
  readonly before: ComplaintState | undefined;
  readonly after: ComplaintState;
  readonly at: Millis;
  readonly counting: Counting;
}

/**
 * Whoever opens a complaint has picked it up: the clock has run since it reached us, and stops at once.
 * Its target is known later, with the channel, and is put right until the conversation ends.
 */
function pickUp(clock: Clock | undefined, target: Target | undefined, change: Change) {
  const { before, after, at, counting } = change;
  if (target === undefined) return clock;
  if (before === undefined) {
    return stopClock(startClock('pickup', receivedAt(after), target, counting), at, counting);
  }
  if (clock === undefined || clock.target === target.span || isOver('answer', after)) return clock;
  const { aim, due } = startClock('pickup', clock.started, target, counting);
  return { ...clock, target: target.span, aimTarget: target.aim, aim, due };
}

function deadline(
  kind: Exclude<TargetKind, 'pickup'>,
  clock: Clock | undefined,
  target: Target | undefined,
  change: Change,
): Clock | undefined {
  const { after, at, counting } = change;
  const was = restarts(kind, change) ? undefined : clock;
  if (was === undefined)
    return target && settled(kind, started(kind, target, change), target, change);
  if (was.stoppedAt !== undefined) return was;
  return isOver(kind, after) ? stopClock(was, at, counting) : settled(kind, was, target, change);
}

/** A complaint that is opened again is owed an answer and a resolution anew. */
const restarts = (kind: ClockKind, { before, after }: Change): boolean =>
  (kind === 'answer' || kind === 'resolve') &&
  before !== undefined &&
  after.reopened > before.reopened;

/**
 * From when a clock runs that there was none of. A target can come late, with a severity that has it:
 * then it counts what another clock has counted since the same moment, without the pauses.
 */
function started(kind: TargetKind, target: Target, change: Change): Clock | undefined {
  const { before, after, at, counting } = change;
  if (isOver(kind, after)) return undefined;
  if (restarts(kind, change)) return startClock(kind, at, target, counting);
  // What came without clocks from another desk is not late here from its first moment on.
  if (before !== undefined && !hasAnswer(before)) return undefined;
  // When it was opened again is not known any more.
  if (after.reopened > 0) return undefined;
  const from = receivedAt(after);
  const clock = startClock(kind, from, target, counting);
  const twin = after.clocks.find(
    (other) => other.started === from && other.stoppedAt === undefined && other.kind !== 'followup',
  );
  if (twin === undefined) return clock;
  const { target: span, aimTarget: aim } = clock;
  return { ...retargetClock(twin, { span, aim }, at, counting), kind };
}

/** Every complaint that was opened here has this clock; one that was imported has none (P25). */
const hasAnswer = ({ clocks }: ComplaintState): boolean =>
  clocks.some(({ kind }) => kind === 'answer');

/** Puts a clock that has not stopped into line with the hours, the target and the stage. */
function settled(
  kind: ClockKind,
  clock: Clock | undefined,
  target: Target | undefined,
  { after, at, counting }: Change,
): Clock | undefined {
  if (clock === undefined) return undefined;
  const counts = recountClock(clock, at, counting);
  const aimed = target === undefined ? counts : retargetClock(counts, target, at, counting);
  const waits = after.stage === 'waiting' && kind !== 'followup';
  return waits ? pauseClock(aimed, at, counting) : resumeClock(aimed, at, counting);
}

/** Whether what a clock waits for has happened. */
function isOver(kind: ClockKind, state: ComplaintState): boolean {
  const { stage, finishedAt, mergedInto } = state;
  if (mergedInto !== undefined || stage === 'resolved' || stage === 'closed') return true;
  if (kind === 'resolve') return false;
  return finishedAt !== undefined || (kind === 'acknowledge' && isHeard(state));
}

/** The customer knows that they were heard (P4, P13, P19). */
const isHeard = ({ answers, offers }: ComplaintState): boolean =>
  answers.confirmed === true || answers.apology !== undefined || offers.length > 0;

/** A follow-up has a date (P33): its clock runs around the clock from the end of the conversation. */
function followUp(clock: Clock | undefined, { after, at, counting }: Change): Clock | undefined {
  const contact = after.contacts.findLast(({ kind }) => kind === 'followup');
  const due = contact?.state === 'due' && after.mergedInto === undefined;
  if (clock !== undefined && clock.stoppedAt === undefined) {
    if (!due) return stopClock(clock, at, counting);
    return retargetClock(clock, spansTo(contact.at, clock.started), at, counting);
  }
  if (!due) return clock;
  const from = clock === undefined ? (after.finishedAt ?? at) : at;
  return startClock('followup', from, spansTo(contact.at, from), counting, 0);
}

function spansTo(moment: Millis, from: Millis) {
  const span = Math.max(0, moment - from);
  return { span, aim: span };
}

/** When it reached us: before somebody took it up, or just then. */
const receivedAt = ({ receivedAt: received, openedAt }: ComplaintState): Millis =>
  millis(Math.min(received ?? openedAt, openedAt));
