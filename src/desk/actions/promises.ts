/** Promises from the day they are made to the day they are kept (P27, P28). */

import type { Happening } from '../../rules/events.ts';
import { openPromise, refusesDelay } from '../../rules/promise-keeping.ts';
import { openPromises, refusesPromise } from '../../rules/promises.ts';
import { refusesStage } from '../../rules/stages.ts';
import type { Promised } from '../../rules/state.ts';
import { type Millis, type Refusal, refOf, refuse } from '../../rules/values.ts';
import { act, unless } from '../act.ts';
import { type Acted, refused } from '../desk.ts';
import {
  type Action,
  type ActionPlace,
  type ActionScene,
  type Ask,
  type Given,
  momentIn,
  numberIn,
  textIn,
} from './action.ts';
import { channelChoices, note, why } from './asks.ts';

/** Which promise, by its number; the only one, where there is one. */
const which: Ask = {
  name: 'promise',
  kind: 'choice',
  required: true,
  operand: true,
  choices: (scene, { spoken }) =>
    openIn(scene).map(({ n, what, who, due }) => ({
      id: String(n),
      label: what,
      hint: `${who}, ${spoken.fullMoment(due)}`,
    })),
  usual: (scene) => {
    const [only, second] = openIn(scene);
    return only !== undefined && second === undefined ? String(only.n) : undefined;
  },
};

/** Writes down what is promised, by whom, by when (P27). */
export const promiseAdd: Action = {
  name: 'promise-add',
  practices: ['P27', 'P28'],
  asks: [
    { name: 'what', kind: 'line', required: true },
    {
      name: 'who',
      kind: 'line',
      required: true,
      longest: 200,
      usual: ({ occasion }) => occasion.agent.name,
    },
    { name: 'by', kind: 'moment', required: true },
  ],
  refuses: ({ conversation }) => refusesStage(conversation.state, 'promise'),
  act: ({ desk, scene: { conversation } }, given) => {
    const body = {
      what: textIn(given, 'what'),
      who: textIn(given, 'who'),
      due: momentIn(given, 'by'),
    };
    return act(
      desk,
      conversation,
      (_tx, now) => unless(refusesPromise(body, now), { type: 'promised', body }),
      kept,
    );
  },
};

/** It was kept. */
export const promiseKeep: Action = {
  name: 'promise-keep',
  practices: ['P28'],
  moment: 'kept',
  asks: [which, note],
  refuses: refusesNone,
  act: (place, given) =>
    settle(place, given, (promise) => ({
      type: 'promise_kept',
      body: { promise: promise.n, note: textIn(given, 'note') },
    })),
};

/** It was not, and why; the customer hears it from us first (P28). */
export const promiseBreak: Action = {
  name: 'promise-break',
  practices: ['P28'],
  moment: 'broken',
  asks: [which, why],
  refuses: refusesNone,
  act: (place, given) =>
    settle(place, given, (promise) => ({
      type: 'promise_broken',
      body: { promise: promise.n, reason: textIn(given, 'reason') },
    })),
};

/** It takes longer: the customer is told before the date passes (P28). */
export const promiseDelay: Action = {
  name: 'promise-delay',
  practices: ['P28'],
  moment: 'delay',
  asks: [
    which,
    { name: 'by', kind: 'moment', required: true },
    why,
    { name: 'told', kind: 'choice', required: false, choices: channelChoices },
  ],
  refuses: refusesNone,
  act: (place, given) =>
    settle(place, given, (promise, now) => {
      const due = momentIn(given, 'by');
      const told = textIn(given, 'told');
      const body = {
        promise: promise.n,
        due,
        reason: textIn(given, 'reason'),
        ...(told === '' ? {} : { told }),
      };
      return refusesDelay(promise, due, now) ?? { type: 'promise_delayed', body };
    }),
};

/** The customer knows of the delay now (P28). */
export const promiseTold: Action = {
  name: 'promise-told',
  practices: ['P28'],
  moment: 'delay',
  asks: [which, { name: 'how', kind: 'choice', required: true, choices: channelChoices }],
  refuses: (scene) => {
    const refusal = refusesNone(scene);
    if (refusal !== undefined) return refusal;
    const waits = openIn(scene).some(({ movedTo }) => movedTo !== undefined);
    const { id } = scene.conversation.state;
    return waits ? undefined : refuse('nothing_delayed', { reference: refOf(id) });
  },
  act: (place, given) =>
    settle(place, given, (promise) =>
      promise.movedTo === undefined
        ? refuse('not_delayed', { n: promise.n, what: promise.what }, 'promise')
        : { type: 'promise_told', body: { promise: promise.n, how: textIn(given, 'how') } },
    ),
};

const kept = { place: 'kept' } as const;

const openIn = ({ conversation }: ActionScene): readonly Promised[] =>
  openPromises(conversation.state);

function refusesNone(scene: ActionScene): Refusal | undefined {
  const { state } = scene.conversation;
  const refusal = refusesStage(state, 'promise');
  if (refusal !== undefined) return refusal;
  return openIn(scene).length > 0
    ? undefined
    : refuse('no_open_promise', { reference: refOf(state.id) });
}

async function settle(
  { desk, scene: { conversation } }: ActionPlace,
  given: Given,
  follows: (promise: Promised, now: Millis) => Happening | Refusal,
): Promise<Acted> {
  const promise = openPromise(conversation.state, numberIn(given, 'promise'));
  if ('code' in promise) return refused(promise);
  return act(
    desk,
    conversation,
    (_tx, now) => {
      const follow = follows(promise, now);
      return 'code' in follow ? { refusals: [follow] } : { happenings: [follow] };
    },
    kept,
  );
}
