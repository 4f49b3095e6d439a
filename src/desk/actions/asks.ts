/** What several actions ask, described once. */

import type { Choice } from '../../rules/playbook.ts';
import { contactOutcomes } from '../../rules/steps.ts';
import type { Voice } from '../saying.ts';
import type { ActionScene, Ask } from './action.ts';

/** Why, so that nobody has to ask. */
export const why: Ask = { name: 'reason', kind: 'line', required: true };

/** Somebody who works here. */
export const to: Ask = { name: 'to', kind: 'person', required: true };

/** Somebody else than whose it is. */
export const toAnother: Ask = { ...to, except: ({ conversation }) => [conversation.state.owner] };

/** Somebody else than whose it is and who acts: nobody introduces themselves to themselves. */
export const toColleague: Ask = {
  ...to,
  except: ({ conversation, occasion }) => [conversation.state.owner, occasion.agent.name],
};

/** How the customer was reached: one of the desk's channels. */
export const channelChoices = ({ conversation }: ActionScene): readonly Choice[] =>
  conversation.playbook.channels;

/** What came of a call-back or a follow-up (P9, P33). */
export const outcome: Ask = {
  name: 'outcome',
  kind: 'choice',
  required: true,
  choices: (_scene, voice) => worded(voice, contactOutcomes, 'contact_outcome'),
};

/** When the next attempt is. */
export const nextAttempt: Ask = {
  name: 'at',
  kind: 'moment',
  required: false,
  when: ({ outcome }) => outcome === 'moved' || outcome === 'not_reached',
};

/** What they said. */
export const note: Ask = { name: 'note', kind: 'passage', required: false };

/** @returns ids with the words of `choice.<list>.<id>`. */
export const worded = (
  { words }: Voice,
  ids: readonly string[],
  list: 'contact_outcome' | 'verdict',
): readonly Choice[] =>
  ids.map((id) => {
    const key = `choice.${list}.${id}`;
    return { id, label: words.has(key) ? words.say(key) : id };
  });
