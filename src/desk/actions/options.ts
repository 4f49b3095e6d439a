import type { Choice, Playbook } from '../../rules/playbook.ts';
import { labelOfChoice } from '../labels.ts';
import type { Voice } from '../saying.ts';
import type { ActionScene, Ask, Person } from './action.ts';

/** What choices are made from, and the words for them. */
export interface OptionsScene {
  readonly scene: ActionScene;
  readonly voice: Voice;
}

/** @returns what can be picked for something that is asked, each with what is good to know of it. */
export function optionsOf(ask: Ask, { scene, voice }: OptionsScene): readonly Choice[] {
  if (ask.kind === 'yes') {
    return (['yes', 'no'] as const).map((id) => ({ id, label: voice.words.say(`ask.${id}`) }));
  }
  return ask.kind === 'person'
    ? peopleToPick(ask, { scene, voice })
    : (ask.choices?.(scene, voice) ?? []);
}

/** @returns everybody who works here and can be meant. */
export function peopleFor({ except }: Ask, scene: ActionScene): readonly Person[] {
  const not = except?.(scene) ?? [];
  return scene.people.filter(({ name }) => !not.includes(name));
}

/** Whoever speaks the customer's language comes first (P12), and who acts comes last. */
function peopleToPick(ask: Ask, { scene, voice }: OptionsScene): readonly Choice[] {
  const { conversation, occasion } = scene;
  const theirs = conversation.customer?.language;
  const rank = ({ name, languages }: Person): number =>
    name === occasion.agent.name ? 2 : theirs !== undefined && languages.includes(theirs) ? 0 : 1;
  return peopleFor(ask, scene)
    .toSorted((one, other) => rank(one) - rank(other))
    .map((person) => ({
      id: person.name,
      label: person.name,
      hint: personHint(person, voice, conversation.playbook),
    }));
}

function personHint(
  { role, team, languages }: Person,
  { words }: Voice,
  playbook: Playbook,
): string {
  const spoken = [...new Set(languages)]
    .map((language) => labelOfChoice(words, playbook, 'language', language))
    .join(', ');
  return [words.say(`role.${role}`), team, spoken].filter((part) => part !== '').join('; ');
}
