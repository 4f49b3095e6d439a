import type { Ask, Person } from '../../desk/actions/action.ts';
import { labelOfChoice } from '../../desk/labels.ts';
import type { Choice } from '../../rules/playbook.ts';
import type { AskContext } from './ask-field.ts';

/** @returns what can be picked for something that is asked, each with what is good to know of it. */
export function optionsOf(ask: Ask, context: AskContext): readonly Choice[] {
  const { scene, voice } = context;
  if (ask.kind === 'yes') {
    return (['yes', 'no'] as const).map((id) => ({ id, label: voice.words.say(`ask.${id}`) }));
  }
  return ask.kind === 'person' ? peopleToPick(context) : (ask.choices?.(scene, voice) ?? []);
}

/** Whoever speaks the customer's language comes first (P12), and who acts comes last. */
function peopleToPick({ scene, voice }: AskContext): readonly Choice[] {
  const { conversation, occasion, people } = scene;
  const theirs = conversation.customer?.language;
  const rank = ({ name, languages }: Person): number =>
    name === occasion.agent.name ? 2 : theirs !== undefined && languages.includes(theirs) ? 0 : 1;
  return people
    .toSorted((one, other) => rank(one) - rank(other))
    .map((person) => ({
      id: person.name,
      label: person.name,
      hint: personHint(person, voice, conversation.playbook),
    }));
}

function personHint(
  { role, team, languages }: Person,
  { words }: AskContext['voice'],
  playbook: AskContext['scene']['conversation']['playbook'],
): string {
  const spoken = [...new Set(languages)]
    .map((language) => labelOfChoice(words, playbook, 'language', language))
    .join(', ');
  return [words.say(`role.${role}`), team, spoken].filter((part) => part !== '').join('; ');
}
