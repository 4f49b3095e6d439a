import type { Ask } from '../../desk/actions/action.ts';
import type { ActionForm } from './form.ts';

/** @returns the name of something that is asked, as it stands before a field. */
export function askLabel({ name }: Ask, { action, voice: { words } }: ActionForm): string {
  const own = `ask.${name}.${action.name}`;
  const label = words.say(words.has(own) ? own : `ask.${name}`);
  return label.charAt(0).toLocaleUpperCase(words.language) + label.slice(1);
}
