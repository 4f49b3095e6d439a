import type { Command, CommanderError } from 'commander';
import { Fault } from './fault.ts';
import { similarTo } from './similar.ts';
import { strayOperand } from './stray-operand.ts';

/**
 * Commander's complaint as ours: what is wrong, what was perhaps meant, and where to read more.
 * @param error of commander, with what was typed in quotes
 * @param command the command that did not understand
 */
export function usageFault(error: CommanderError, command: Command): Fault {
  const given = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const path = pathOf(command).join(' ');
  const help = `${path} --help`;
  switch (error.code) {
    case 'commander.unknownOption':
      return new Fault(
        'usage',
        'unknown-option',
        { given, help },
        similarTo(given, flagsOf(command)),
      );
    case 'commander.unknownCommand':
      return usageFaultOfWord(command, given);
    case 'commander.help':
      return new Fault('usage', 'part-missing', {
        command: path,
        known: partsOf(command).join(', '),
      });
    case 'commander.optionMissingArgument':
      return new Fault('usage', 'option-needs-value', { given, help });
    case 'commander.excessArguments':
      return new Fault('usage', 'too-many-operands', {
        command: path.replace(/^amends /, ''),
        help,
      });
    default:
      return new Fault('usage', 'misused', { said: error.message.replace(/^error: /, ''), help });
  }
}

/** @returns the fault of a word that is no command, or no part of the command before it. */
export const usageFaultOfWord = (command: Command, given: string): Fault =>
  command.parent === null ? strayOperand(given) : strayPart(command, given);

/** `amends promise kepe`: a command of commands, and none of them is called so. */
function strayPart(command: Command, given: string): Fault {
  const parts = partsOf(command);
  const facts = { command: pathOf(command).join(' '), given, known: parts.join(', ') };
  return new Fault('usage', 'unknown-part', facts, similarTo(given, parts));
}

const partsOf = ({ commands }: Command): string[] => commands.map((part) => part.name());

/** @returns a command with those it belongs to: `amends`, `promise`, `keep`. */
const pathOf = (command: Command): string[] =>
  command.parent === null ? [command.name()] : [...pathOf(command.parent), command.name()];

function flagsOf(command: Command): string[] {
  const own = command.options.flatMap(({ long }) => long ?? []);
  return command.parent === null ? own : [...own, ...flagsOf(command.parent)];
}
