import type { Command } from 'commander';
import type { Messages } from '../../language/messages.ts';
import { spokenHelp } from '../help.ts';
import type { Settings } from '../settings.ts';
import { commandNames } from '../stray-operand.ts';
import { fromPlaybook, isInPlaybook } from './from-playbook.ts';
import { agents, customers, references } from './from-record.ts';
import { knownValues } from './known-values.ts';
import { nothing, type Suggestion, wordsOf } from './suggestion.ts';
import type { TypedLine } from './typed-line.ts';

/** Who works here, by the names of the options and operands that are one of them. */
const people = ['as', 'owner', 'to', 'supervisor', 'agent', 'who'];

/** Files that are read or written, and folders. */
const files = ['file'];
const folders = ['folder'];

/** @returns whatever fits where the cursor stands, however it begins. */
export async function suggest(
  line: TypedLine,
  settings: Settings,
  words: Messages,
): Promise<Suggestion> {
  const { command, operands, awaited, begun } = line;
  const path = pathOf(command);
  if (awaited !== undefined) {
    const placeholder = /[<[](.+?)[>\]]/.exec(awaited.flags)?.[1] ?? '';
    return values(line, settings, awaited.long?.slice(2) ?? '', placeholder);
  }
  if (begun.startsWith('-')) return optionsOf(command, words);
  if (command.parent === null && operands.length === 0) return commandsOf(words);
  if (command.parent === null && operands[0] === 'help') return commandsOf(words);
  if (command.commands.length > 0) return operands.length === 0 ? partsOf(command, words) : nothing;
  const takes = command.registeredArguments;
  const next =
    takes[operands.length] ?? (takes.at(-1)?.variadic === true ? takes.at(-1) : undefined);
  if (next === undefined) return nothing;
  // A complaint it is merged into is a complaint too.
  const name = path === 'merge' ? 'reference' : next.name();
  return values(line, settings, name, name);
}

/** @param placeholder what help shows in its place: `file` */
async function values(
  { command, operands, begun }: TypedLine,
  settings: Settings,
  name: string,
  placeholder: string,
): Promise<Suggestion> {
  const path = pathOf(command);
  const known = knownValues(path, name, placeholder, operands);
  if (known !== undefined) return wordsOf(known);
  if (files.includes(placeholder)) return { kind: 'files' };
  if (folders.includes(placeholder)) return { kind: 'folders' };
  if (placeholder === 'reference') return references(settings, begun);
  // Whoever is set up or added is not there yet.
  if (path === 'init' || path === 'agent add') return nothing;
  if (people.includes(name)) return agents(settings, begun);
  if (name === 'customer') return customers(settings, begun);
  return isInPlaybook(name) ? fromPlaybook(settings, name) : nothing;
}

const commandsOf = (words: Messages): Suggestion => ({
  kind: 'words',
  words: [
    ...commandNames.map((name) => ({ value: name, says: words.say(`cli.help.command.${name}`) })),
    { value: 'help', says: words.say('cli.help.command.help') },
  ],
});

function partsOf(command: Command, words: Messages): Suggestion {
  const help = spokenHelp(words);
  return {
    kind: 'words',
    words: command.commands.map((part) => ({
      value: part.name(),
      says: help.subcommandDescription(part),
    })),
  };
}

function optionsOf(command: Command, words: Messages): Suggestion {
  const help = spokenHelp(words);
  const all: { value: string; says: string }[] = [];
  for (let up: Command | null = command; up !== null; up = up.parent) {
    for (const option of help.visibleOptions(up)) {
      const { long } = option;
      if (long && !all.some(({ value }) => value === long)) {
        all.push({ value: long, says: help.optionDescription(option) });
      }
    }
  }
  return { kind: 'words', words: all };
}

/** @returns `customer edit`; nothing for the program itself. */
function pathOf(command: Command): string {
  if (command.parent === null) return '';
  const outer = pathOf(command.parent);
  return outer === '' ? command.name() : `${outer} ${command.name()}`;
}
