import type { ComplaintState } from './state.ts';
import type { Stage } from './steps.ts';
import { type Refusal, refOf, refuse } from './values.ts';

/** Everything that can be done to a complaint as a whole. */
export type StageAction =
  | 'assign'
  | 'handover'
  | 'escalate'
  | 'return'
  | 'refer'
  | 'wait'
  | 'callback'
  | 'contact'
  | 'note'
  | 'promise'
  | 'offer'
  | 'decide'
  | 'resolve'
  | 'close'
  | 'reopen'
  | 'merge';

interface Transition {
  /** Stages in which it can be done. */
  readonly from: readonly Stage[];
  /** The stage after it; without one it stays as it is. */
  readonly to?: Stage;
}

const anyStage: readonly Stage[] = ['open', 'waiting', 'escalated', 'resolved', 'closed'];
const alive: readonly Stage[] = ['open', 'waiting', 'escalated'];
const notClosed: readonly Stage[] = [...alive, 'resolved'];

/**
 * @returns whether an answer is owed: nobody gave one, and nothing was settled without one, as it can be
 *   where a complaint comes from elsewhere (P28)
 */
export const isAnswerOwed = (complaint: { readonly finished: boolean; readonly stage: string }) =>
  !complaint.finished && alive.some((stage) => stage === complaint.stage);

/**
 * The life of a complaint as one table: what can be done where, and where it leads. What a stage
 * forbids, another action allows: `refusesStage` names it.
 */
export const transitions: Readonly<Record<StageAction, Transition>> = {
  assign: { from: notClosed },
  handover: { from: notClosed },
  escalate: { from: ['open', 'waiting'], to: 'escalated' },
  return: { from: ['escalated'], to: 'open' },
  // Who outside of us can decide may be asked for at any time.
  refer: { from: anyStage },
  // What waits already is waited for until another day; what a supervisor has stays with them.
  wait: { from: alive, to: 'waiting' },
  callback: { from: notClosed },
  contact: { from: anyStage },
  note: { from: anyStage },
  promise: { from: notClosed },
  offer: { from: alive },
  decide: { from: alive },
  resolve: { from: alive, to: 'resolved' },
  close: { from: ['resolved'], to: 'closed' },
  reopen: { from: ['resolved', 'closed'], to: 'open' },
  merge: { from: notClosed, to: 'closed' },
};

/**
 * Whether a stage allows an action.
 * @returns why not, with what would allow it; undefined when it does
 */
export function refusesStage(state: ComplaintState, action: StageAction): Refusal | undefined {
  const { stage, mergedInto } = state;
  if (transitions[action].from.includes(stage)) {
    if (mergedInto === undefined || action === 'note') return undefined;
  }
  const reference = refOf(state.id);
  if (mergedInto !== undefined) {
    return refuse('is_merged', { reference, into: refOf(mergedInto) });
  }
  if (action === 'return') return refuse('not_escalated', { reference });
  if (action === 'close' && stage !== 'closed') return refuse('not_resolved', { reference });
  if (action === 'reopen') return refuse('not_ended', { reference });
  if (action === 'escalate' && stage === 'escalated') return refuse('is_escalated', { reference });
  return refuse(stage === 'closed' ? 'is_closed' : 'is_resolved', { reference });
}
