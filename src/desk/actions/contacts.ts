/** Contacts that are to come, and what came of them: call-backs, follow-ups, and waiting for an answer. */

import { refusesStage, type StageAction } from '../../rules/stages.ts';
import type { Contact } from '../../rules/state.ts';
import type { ContactOutcome } from '../../rules/steps.ts';
import { summarise } from '../../rules/summary.ts';
import { type Refusal, refOf, refuse } from '../../rules/values.ts';
import { act, unless } from '../act.ts';
import type { Acted } from '../desk.ts';
import { callBack, waitForCustomer } from '../leave.ts';
import { summaryText } from '../summary-text.ts';
import {
  type Action,
  type ActionPlace,
  type ActionScene,
  type Ask,
  type Given,
  momentIn,
  textIn,
} from './action.ts';
import { nextAttempt, note, outcome, why } from './asks.ts';

/** Agrees to call at a set time, so that nobody waits on hold (P9). */
export const callback: Action = {
  name: 'callback',
  practices: ['P9'],
  moment: 'callback',
  asks: [
    { name: 'at', kind: 'moment', required: true },
    { name: 'reach', kind: 'line', required: false, longest: 200 },
    why,
  ],
  refuses: ({ conversation }) => refusesStage(conversation.state, 'callback'),
  act: (place, given) =>
    callBack(place.desk, place.scene.conversation, {
      at: momentIn(given, 'at'),
      reach: textIn(given, 'reach'),
      reason: textIn(given, 'reason'),
      summary: summaryOf(place),
    }),
};

/** Waits for something from the customer; the clocks pause until it is there. */
export const wait: Action = {
  name: 'wait',
  practices: ['P27', 'P29'],
  moment: 'waiting',
  asks: [{ name: 'until', kind: 'moment', required: true }, why],
  refuses: ({ conversation }) => refusesStage(conversation.state, 'wait'),
  act: (place, given) =>
    waitForCustomer(place.desk, place.scene.conversation, {
      until: momentIn(given, 'until'),
      reason: textIn(given, 'reason'),
      summary: summaryOf(place),
    }),
};

/** What came of a call-back (P9): one that reached nobody, or was moved, is tried again. */
export const called: Action = {
  name: 'called',
  practices: ['P9', 'P36'],
  moment: 'calling',
  asks: [outcome, nextAttempt, note],
  refuses: (scene) => refusesNone(scene, 'callback', 'no_callback'),
  act: (place, given) => settle(place, 'callback', given),
};

/** What came of asking whether it is really solved (P33, P38). */
export const followup: Action = {
  name: 'followup',
  practices: ['P33', 'P38', 'P40'],
  moment: 'followup_call',
  asks: [
    outcome,
    { name: 'satisfied', kind: 'yes', required: true, when: reached },
    { name: 'score', kind: 'number', required: false, when: reached, range: [1, 10] },
    nextAttempt,
    note,
  ],
  refuses: (scene) => refusesNone(scene, 'followup', 'no_followup'),
  act: (place, given) => settle(place, 'followup', given),
};

/** What was waited for is there: the clocks go on (P36). */
export const heard: Action = {
  name: 'heard',
  practices: ['P36'],
  asks: [{ ...note, name: 'text', required: true } satisfies Ask],
  refuses: (scene) => refusesNone(scene, 'wait', 'not_waiting'),
  act: (place, given) => settle(place, 'wait', { outcome: 'reached', note: textIn(given, 'text') }),
};

function reached({ outcome: came }: Given): boolean {
  return came === 'reached';
}

/** The contact of a kind that is due, the earliest if there are several. */
const dueContact = ({ conversation }: ActionScene, kind: Contact['kind']): Contact | undefined =>
  conversation.state.contacts
    .filter((contact) => contact.kind === kind && contact.state === 'due')
    .sort((a, b) => a.at - b.at)[0];

function refusesNone(
  scene: ActionScene,
  kind: Contact['kind'],
  code: 'no_callback' | 'no_followup' | 'not_waiting',
  action: StageAction = 'contact',
): Refusal | undefined {
  const { state } = scene.conversation;
  const refusal = refusesStage(state, action);
  if (refusal !== undefined) return refusal;
  return dueContact(scene, kind) ? undefined : refuse(code, { reference: refOf(state.id) });
}

function settle({ desk, scene }: ActionPlace, kind: Contact['kind'], given: Given): Promise<Acted> {
  const contact = dueContact(scene, kind);
  const { at, satisfied, score } = given;
  const came = textIn(given, 'outcome') as ContactOutcome;
  const missing = came === 'moved' && at === undefined;
  const body = {
    contact: contact?.n ?? 0,
    outcome: came,
    note: textIn(given, 'note'),
    ...(at === undefined ? {} : { at: momentIn(given, 'at') }),
    ...(typeof satisfied === 'boolean' ? { satisfied } : {}),
    ...(typeof score === 'number' ? { score } : {}),
  };
  return act(
    desk,
    scene.conversation,
    () => unless(missing ? refuse('required', {}, 'at') : undefined, { type: 'contacted', body }),
    { place: 'kept' },
  );
}

const summaryOf = ({ voice, scene: { conversation } }: ActionPlace): string =>
  summaryText(voice, summarise(conversation), conversation.playbook);
