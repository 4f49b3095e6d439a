import type { Command, Option } from 'commander';
import type { GlobalFlags } from '../settings.ts';

/** A command line that is being typed, as far as it goes. */
export interface TypedLine {
  /** The command it has come to: the program itself, a command, or a part of one. */
  readonly command: Command;
  /** What stands behind the command and is no option. */
  readonly operands: readonly string[];
  /** The option whose value is being typed. */
  readonly awaited: Option | undefined;
  /** What was typed of the word in hand. */
  readonly begun: string;
  /** What of the word in hand stays before that: `--stage=`, or `open,` of a list. */
  readonly kept: string;
  /** The global options that were typed, by name. */
  readonly flags: GlobalFlags;
}

/**
 * Reads words as shells have them: perhaps in quotes, and in bash cut at every `=`.
 * @param words behind `amends`
 * @param at which of them is in hand, the first one being 1
 * @returns the words before it, and what was typed of it
 */
export function wordsTo(
  words: readonly string[],
  at: number,
): { readonly before: readonly string[]; readonly begun: string } {
  const all = words.slice(0, at);
  while (all.length < at) all.push('');
  const whole = all.map(unquoted);
  const begun = whole.pop() ?? '';
  const before = whole.filter((word) => word !== '=');
  return { before, begun: begun === '=' ? '' : begun };
}

/** A word as it would be handed over, or as it would be were it finished. */
const unquoted = (word: string): string =>
  word.replace(/^["']/, '').replace(/["']$/, '').replaceAll(/\\(.)/g, '$1');

/**
 * Finds out what is being typed.
 * @param program with the command that the words name described
 */
export function readLine(program: Command, before: readonly string[], begun: string): TypedLine {
  let command = program;
  let awaited: Option | undefined;
  let ended = false;
  const operands: string[] = [];
  const flags: Record<string, string> = {};
  for (const word of before) {
    if (awaited !== undefined) {
      flags[awaited.attributeName()] = word;
      awaited = undefined;
    } else if (word === '--') ended = true;
    else if (!ended && word.startsWith('-') && word !== '-') {
      const [name = '', value] = word.split(/=(.*)/s);
      const option = optionNamed(command, name);
      if (option === undefined) continue;
      if (value !== undefined) flags[option.attributeName()] = value;
      // An option that may do without is not waited for: `list --json` is whole.
      else if (option.required) awaited = option;
    } else {
      const inner = operands.length === 0 ? partNamed(command, word) : undefined;
      if (inner === undefined) operands.push(word);
      else command = inner;
    }
  }
  const last = before.at(-1) ?? '';
  const [name = '', value] = begun.split(/=(.*)/s);
  if (awaited === undefined && !ended && begun.startsWith('--') && value !== undefined) {
    const option = optionNamed(command, name);
    return { command, operands, flags, awaited: option, ...inList(option, value, `${name}=`) };
  }
  const perhaps = ended || begun.startsWith('-') ? undefined : optionNamed(command, last);
  awaited ??= perhaps?.optional === true ? perhaps : undefined;
  return {
    command,
    operands,
    flags,
    awaited,
    ...(awaited ? inList(awaited, begun, '') : { begun, kept: '' }),
  };
}

/** Options that take several values with commas between them. */
const lists = ['stage', 'fields', 'json', 'jsonl', 'csv', 'plain', 'languages', 'best-by'];

/** Only the last of several values is being typed. */
function inList(
  option: Option | undefined,
  typed: string,
  kept: string,
): Pick<TypedLine, 'begun' | 'kept'> {
  const comma = lists.includes(option?.name() ?? '') ? typed.lastIndexOf(',') + 1 : 0;
  return { begun: typed.slice(comma), kept: kept + typed.slice(0, comma) };
}

function optionNamed(command: Command, name: string): Option | undefined {
  for (let up: Command | null = command; up !== null; up = up.parent) {
    const found = up.options.find(({ long, short }) => long === name || short === name);
    if (found !== undefined) return found;
  }
  return undefined;
}

const partNamed = (command: Command, word: string): Command | undefined =>
  command.commands.find((each) => each.name() === word);
