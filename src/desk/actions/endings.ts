/** How a complaint ends, and begins again (P26, P30, P36, P37). */

import { refusesClose, refusesResolve, refusesSecondLook } from '../../rules/closing.ts';
import { refusesStage } from '../../rules/stages.ts';
import { type Verdict, verdicts } from '../../rules/steps.ts';
import { agentName } from '../../rules/values.ts';
import { act, unless } from '../act.ts';
import { type Action, momentIn, numberIn, textIn } from './action.ts';
import { to, why, worded } from './asks.ts';

/** Says what resolved it, and whether the customer accepts that (P26, P30). */
export const resolve: Action = {
  name: 'resolve',
  practices: ['P26', 'P30', 'P33'],
  asks: [
    { name: 'text', kind: 'passage', required: true },
    { name: 'accepted', kind: 'yes', required: true },
    {
      name: 'decision',
      kind: 'passage',
      required: true,
      when: ({ accepted }) => accepted === false,
    },
    {
      name: 'followup',
      kind: 'moment',
      required: true,
      // What was agreed in the conversation stays agreed, unless its day has passed.
      usual: ({ conversation, occasion, followUp }) =>
        conversation.state.contacts.find(
          ({ kind, state, at }) => kind === 'followup' && state === 'due' && at > occasion.now,
        )?.at ?? followUp,
    },
  ],
  refuses: ({ conversation }) => refusesResolve(conversation),
  act: ({ desk, scene: { conversation } }, given) => {
    const decision = textIn(given, 'decision');
    const body = {
      text: textIn(given, 'text'),
      accepted: given.accepted === true,
      followup: momentIn(given, 'followup'),
      ...(decision === '' ? {} : { decision }),
    };
    const happenings = [{ type: 'resolved', body }] as const;
    return act(desk, conversation, () => ({ happenings }), kept);
  },
};

/** Closes it with what was learnt: the cause, whether they were right, what we changed (P36, P37). */
export const close: Action = {
  name: 'close',
  practices: ['P36', 'P37'],
  moment: 'closing',
  asks: [
    {
      name: 'cause',
      kind: 'choice',
      required: true,
      choices: ({ conversation }) =>
        conversation.playbook.causes.flatMap((group) =>
          group.causes.map((cause) => ({ ...cause, id: `${group.id}/${cause.id}` })),
        ),
      open: true,
      usual: ({ conversation }) => conversation.state.answers.cause,
    },
    {
      name: 'verdict',
      kind: 'choice',
      required: true,
      choices: (_scene, voice) => worded(voice, verdicts, 'verdict'),
    },
    { name: 'changed', kind: 'passage', required: false },
    { name: 'contacts', kind: 'number', required: true, usual: ({ contacts }) => contacts },
  ],
  refuses: ({ conversation }) => refusesClose(conversation),
  act: ({ desk, scene: { conversation } }, given) => {
    const body = {
      cause: textIn(given, 'cause'),
      verdict: textIn(given, 'verdict') as Verdict,
      changed: textIn(given, 'changed'),
      contacts: numberIn(given, 'contacts'),
    };
    return act(desk, conversation, () => ({ happenings: [{ type: 'closed', body }] }), kept);
  },
};

/** Takes it up again; by policy, another pair of eyes does (P26, P30). */
export const reopen: Action = {
  name: 'reopen',
  practices: ['P26', 'P30'],
  moment: 'reopened',
  asks: [
    why,
    {
      ...to,
      usual: ({ conversation, occasion, people }) => {
        const { agent } = occasion;
        const { policy } = conversation.playbook;
        const again = refusesSecondLook(conversation.state, policy, agent.name, people.length > 1);
        return again === undefined ? agent.name : undefined;
      },
    },
  ],
  refuses: ({ conversation }) => refusesStage(conversation.state, 'reopen'),
  act: ({ desk, scene: { conversation, people } }, given) => {
    const body = { reason: textIn(given, 'reason'), to: agentName(textIn(given, 'to')) };
    const { state, playbook } = conversation;
    const refusal = refusesSecondLook(state, playbook.policy, body.to, people.length > 1);
    return act(desk, conversation, () => unless(refusal, { type: 'reopened', body }));
  },
};

const kept = { place: 'kept' } as const;
