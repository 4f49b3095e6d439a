import type { Ask } from '../desk/actions/action.ts';
import type { ActionName } from '../desk/actions/names.ts';
import type { Messages } from '../language/messages.ts';

/** @returns what something is called, in the words of the action where it has its own. */
export function askLabel(words: Messages, action: ActionName, { name }: Pick<Ask, 'name'>): string {
  const own = `ask.${name}.${action}`;
  return words.say(words.has(own) ? own : `ask.${name}`);
}
