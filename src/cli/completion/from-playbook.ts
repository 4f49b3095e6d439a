import { readingPlaybook } from '../../desk/reading-playbook.ts';
import type { Choice, Playbook } from '../../rules/playbook.ts';
import { compiledPlaybooks } from '../compiled-playbooks.ts';
import { playbookChoices } from '../playbook-choices.ts';
import type { Settings } from '../settings.ts';
import type { Suggested, Suggestion } from './suggestion.ts';

/** What of the playbook an option or operand is an id of, by its name. */
const lists: Readonly<Record<string, (playbook: Playbook) => readonly Choice[]>> = {
  ...playbookChoices,
  told: playbookChoices.channel,
  how: playbookChoices.channel,
};

/** @returns whether something of that name is an id of the playbook. */
export const isInPlaybook = (name: string): boolean => Object.hasOwn(lists, name);

/** @returns the ids there are, each with its label. */
export async function fromPlaybook(
  { language, playbook: ownFolder }: Settings,
  name: string,
): Promise<Suggestion> {
  const source = { language, ownFolder, compiledFolder: compiledPlaybooks() };
  const choices = lists[name]?.(await readingPlaybook(source)) ?? [];
  const words: readonly Suggested[] = choices.map(({ id, label }) => ({ value: id, says: label }));
  return { kind: 'words', words };
}
