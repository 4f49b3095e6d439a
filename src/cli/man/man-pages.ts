import type { Argument, Command, Option } from 'commander';
import { version } from '../../../package.json';
import { createMessages, type Messages } from '../../language/messages.ts';
import { type ExitName, exitCodes } from '../exit-codes.ts';
import { spokenHelp } from '../help.ts';
import { createProgram } from '../program.ts';
import { bold, italic, line, roff, section, term, verbatim } from './roff.ts';

/** A page of the manual. */
export interface ManPage {
  /** `amends-list.1` */
  readonly file: string;
  /** man(7) */
  readonly text: string;
}

/**
 * Writes the manual: a page for the program and one for each command, made of what the commands are
 * described with and say in their help.
 * @param day of the build, `2026-11-21`
 */
export async function manPages(day: string): Promise<readonly ManPage[]> {
  const words = createMessages('en');
  const { program } = await createProgram(['--help'], async () => {
    throw new Error('a page of the manual runs nothing');
  });
  const book = { words, day, names: program.commands.map((each) => pageName(each)) };
  return [program, ...program.commands].map((command) => ({
    file: `${pageName(command)}.1`,
    text: `${pageLines(command, book).join('\n')}\n`,
  }));
}

interface Book {
  readonly words: Messages;
  readonly day: string;
  readonly names: readonly string[];
}

const pageName = (command: Command): string =>
  command.parent === null ? command.name() : `${command.parent.name()}-${command.name()}`;

function pageLines(command: Command, { words, day, names }: Book): readonly string[] {
  const help = spokenHelp(words);
  const isProgram = command.parent === null;
  const more = `cli.help.more.${command.name()}`;
  const says = isProgram
    ? words.say('cli.man.program')
    : help.subcommandDescription(command).replace(/\.$/, '');
  return [
    `.TH ${roff(pageName(command).toUpperCase())} 1 "${day}" "amends ${version}" "amends"`,
    ...section(words.say('cli.man.name'), [`${roff(pageName(command))} \\- ${roff(says)}`]),
    ...section(words.say('cli.man.synopsis'), synopsis(command)),
    ...section(words.say('cli.man.description'), [
      line(isProgram ? help.commandDescription(command) : `${capitalised(says)}.`),
      ...(words.has(more) ? ['.PP', ...verbatim(words.say(more))] : []),
    ]),
    ...section(words.say('cli.man.operands'), operandLines(command, words)),
    ...section(words.say('cli.man.options'), optionLines(command, words)),
    ...command.commands.flatMap((inner) => (isProgram ? [] : partLines(inner, words))),
    ...(isProgram
      ? [
          ...section(words.say('cli.man.commands'), commandLines(command, words)),
          ...section(words.say('cli.man.exit'), exitLines(words)),
          ...section(words.say('cli.man.environment'), environmentLines(words)),
          ...section(words.say('cli.man.files'), fileLines(words)),
        ]
      : []),
    ...section(words.say('cli.man.see'), [
      (isProgram ? names : ['amends']).map((name) => `${bold(name)}(1)`).join(',\n'),
    ]),
  ];
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A command with parts is called by one of them. */
function synopsis(command: Command): readonly string[] {
  const parts = command.parent === null ? [] : command.commands;
  const each = parts.length === 0 ? [command] : parts;
  return each.flatMap((one, at) => [
    ...(at > 0 ? ['.br'] : []),
    `${bold(pathOf(one))} ${roff(one.usage().replace(/^\[options\]/, '[options]'))}`,
  ]);
}

const pathOf = (command: Command): string =>
  command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;

function operandLines(command: Command, words: Messages): readonly string[] {
  const help = spokenHelp(words);
  return help
    .visibleArguments(command)
    .map((argument) => [argument, help.argumentDescription(argument)] as const)
    .filter(([, says]) => says !== '')
    .flatMap(([argument, says]) => term(operandTerm(argument, command), says));
}

/** An operand is named in the usage by what it stands for. */
function operandTerm(argument: Argument, command: Command): string {
  const [, named] = /<([a-z]+)>$/.exec(command.usage()) ?? [];
  const alone = command.registeredArguments.length === 1;
  return italic(alone && named !== undefined ? named : argument.name());
}

const optionLines = (command: Command, words: Messages): readonly string[] =>
  spokenHelp(words)
    .visibleOptions(command)
    .flatMap((option) => term(optionTerm(option), spokenHelp(words).optionDescription(option)));

/** `-q, --quiet`, or `--stage <stages>` with what it takes set off. */
function optionTerm({ flags }: Option): string {
  const [, names = flags, value = ''] = /^([^<[]*[^<[\s])\s*([<[].*)?$/.exec(flags) ?? [];
  const set = names.split(', ').map(bold).join(', ');
  const optional = value.startsWith('[');
  const taken = italic(value.slice(1, -1));
  if (value === '') return set;
  return optional ? `${set} [${taken}]` : `${set} ${taken}`;
}

const partLines = (part: Command, words: Messages): readonly string[] =>
  section(pathOf(part).toUpperCase(), [
    line(`${capitalised(spokenHelp(words).subcommandDescription(part))}.`),
    ...operandLines(part, words),
    ...optionLines(part, words),
  ]);

const commandLines = (program: Command, words: Messages): readonly string[] =>
  program.commands.flatMap((command) =>
    term(bold(`amends ${command.name()}`), spokenHelp(words).subcommandDescription(command)),
  );

const exitLines = (words: Messages): readonly string[] =>
  (Object.keys(exitCodes) as ExitName[]).flatMap((name) =>
    term(bold(String(exitCodes[name])), words.say(`cli.man.exit.${name}`)),
  );

/** The variables that any command looks at, in the order of their names. */
const variables = [
  'AMENDS_ACCESSIBLE',
  'AMENDS_AGENT',
  'AMENDS_BUSY_MS',
  'AMENDS_DB',
  'AMENDS_DEBUG',
  'AMENDS_LANG',
  'AMENDS_PLAYBOOK',
  'FORCE_COLOR',
  'NO_COLOR',
] as const;

const environmentLines = (words: Messages): readonly string[] =>
  variables.flatMap((name) => term(bold(name), words.say(`cli.man.environment.${name}`)));

const places = [
  ['$XDG_DATA_HOME/amends/amends.db', 'record'],
  ['$XDG_CONFIG_HOME/amends/config.yaml', 'config'],
  ['$XDG_CONFIG_HOME/amends/playbook', 'playbook'],
  ['$XDG_CACHE_HOME/amends', 'cache'],
] as const;

const fileLines = (words: Messages): readonly string[] =>
  places.flatMap(([path, name]) => term(italic(path), words.say(`cli.man.file.${name}`)));
