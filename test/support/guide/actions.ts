import {
  type ActCommand,
  actCommands,
  promiseCommands,
} from '../../../src/cli/act/act-commands.ts';
import { type ActForm, formsOf, placeOf } from '../../../src/cli/act/act-form.ts';
import type { Ask } from '../../../src/desk/actions/action.ts';
import { actions } from '../../../src/desk/actions/index.ts';
import type { ActionName } from '../../../src/desk/actions/names.ts';
import { createMessages } from '../../../src/language/messages.ts';
import { keysOfAction } from '../../../src/screens/complaint/bindings.ts';
import { keyName } from '../../../src/screens/kit/bindings.ts';
import { code, table } from './table.ts';

const words = createMessages('en');

/** @returns every action: its key on the page of a complaint, its command, what it asks, which practices it serves. */
export const actionTable = (): string =>
  table(
    ['what is done', 'key', 'command', 'what it asks', 'practices'],
    actions.map((action) => {
      const { command, form } = typedAs(action.name);
      return [
        words.say(`do.${action.name}`),
        keysOfAction(action.name)
          .map((key) => code(keyName(key)))
          .join(' '),
        code(command),
        action.asks.map((ask) => asked(ask, form)).join('; '),
        action.practices.join(' '),
      ];
    }),
  );

/** The command of an action, and how that command has what is asked. */
function typedAs(name: ActionName): { readonly command: string; readonly form: ActForm } {
  const all: readonly (readonly [string, ActCommand])[] = [
    ...Object.entries(actCommands),
    ...Object.entries(promiseCommands).map(([key, act]) => [`promise ${key}`, act] as const),
  ];
  for (const [command, act] of all) {
    const form = formsOf(act).find(({ action }) => action.name === name);
    if (form === undefined) continue;
    const mark = act.instead?.action === name ? ` --${act.instead.flag} …` : '';
    return { command: `amends ${command} REF${mark}`, form };
  }
  throw new RangeError(`${name} has no command`);
}

function asked(ask: Ask, form: ActForm): string {
  const own = `ask.${ask.name}.${form.action.name}`;
  const label = words.say(words.has(own) ? own : `ask.${ask.name}`);
  const needs =
    ask.when === undefined ? (ask.required ? '' : ', if you like') : ', where it applies';
  return `${label} (${code(placeOf(form, ask))}${needs})`;
}
