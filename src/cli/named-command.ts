import { type CommandName, commandNames } from './stray-operand.ts';

/** The global options with a value behind them (see global-options.ts). */
export const withValue = ['--db', '--config', '--as', '--lang', '--playbook', '--color'];

/**
 * Describing every command takes milliseconds, so only those are described that this command line is
 * about: the one it names, all where help is asked for, else today's page, which is shown without a
 * command.
 * @param args what stands behind `amends`
 */
export function commandsIn(args: readonly string[]): readonly CommandName[] {
  const words: string[] = [];
  for (let at = 0; at < args.length && words.length < 2; at++) {
    const arg = args[at] ?? '';
    if (withValue.includes(arg)) at++;
    else if (words.length === 0 && (arg === '--help' || arg === '-h')) return commandNames;
    else if (!arg.startsWith('-')) words.push(arg);
  }
  const [first, second] = words;
  const named = first === 'help' ? second : first;
  if (named === undefined) return first === 'help' ? commandNames : ['today'];
  const name = commandNames.find((known) => known === named);
  if (name === undefined) return first === 'help' ? commandNames : ['today'];
  // Without it an option of the program before the command would have no default to go to.
  return name === 'today' ? ['today'] : [name, 'today'];
}
