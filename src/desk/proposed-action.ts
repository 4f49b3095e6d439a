import { isUnsolved } from '../rules/closing.ts';
import { isAnswerOwed } from '../rules/stages.ts';
import type { ComplaintState } from '../rules/state.ts';
import type { Millis } from '../rules/values.ts';
import type { ActionScene } from './actions/action.ts';
import { actionNamed } from './actions/index.ts';
import type { ActionName } from './actions/names.ts';

/** What to do next about a complaint: an action, or going on with its conversation. */
export type ProposedStep = ActionName | 'resume';

const DAY = 86_400_000;

/**
 * What wants doing next: a conversation that is not at its end, then what somebody waits for, then
 * the next step of its life (P28, P29).
 * @returns undefined when nothing is left to do
 */
export function proposedStep(scene: ActionScene): ProposedStep | undefined {
  const { state } = scene.conversation;
  if (canResume(state)) return 'resume';
  const { now, agent } = scene.occasion;
  // What is asked of a supervisor is not the next step of whoever asked.
  const decides = agent.role !== 'agent';
  return candidates(state, now, decides).find(
    (name) => actionNamed(name).refuses(scene) === undefined,
  );
}

/** @returns whether its conversation can be gone on with. */
export const canResume = ({ finishedAt, stage }: ComplaintState): boolean =>
  isAnswerOwed({ finished: finishedAt !== undefined, stage });

function candidates(state: ComplaintState, now: Millis, decides: boolean): readonly ActionName[] {
  const { promises, contacts, approvals, stage } = state;
  const due = (kind: string, within = 0): boolean =>
    contacts.some(
      (contact) => contact.kind === kind && contact.state === 'due' && contact.at <= now + within,
    );
  const open = promises.filter((promise) => promise.state === 'open');
  return [
    ...when(decides && approvals.some((approval) => approval.state === 'open'), 'approve'),
    ...when(
      open.some(({ movedTo }) => movedTo !== undefined),
      'promise-told',
    ),
    ...when(due('callback', DAY), 'called'),
    ...when(open.length > 0, 'promise-keep'),
    // Somebody whose answer was due by now is reminded, until another day.
    ...when(due('wait'), 'wait'),
    ...when(stage === 'waiting', 'heard'),
    ...when(due('followup'), 'followup'),
    ...when(due('callback', Number.POSITIVE_INFINITY), 'called'),
    ...when(decides && stage === 'escalated', 'return'),
    // Who relied on a promise that was broken is promised something that will be kept (P28).
    ...when(promises.at(-1)?.state === 'broken', 'promise-add'),
    // What they say is not solved is not closed, but looked at again (P26, P30).
    ...when(isUnsolved(state), 'reopen'),
    'resolve',
    ...when(!due('followup', Number.POSITIVE_INFINITY), 'close'),
    ...when(due('followup', Number.POSITIVE_INFINITY), 'followup'),
  ];
}

const when = (holds: boolean, name: ActionName): readonly ActionName[] => (holds ? [name] : []);
