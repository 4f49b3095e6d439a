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
  const help = command.parent === null ? 'amends --help' : `amends ${command.name()} --help`;
  switch (error.code) {
    case 'commander.unknownOption':
      return new Fault(
        'usage',
        'unknown-option',
        { given, help },
        similarTo(given, flagsOf(command)),
      );
    case 'commander.unknownCommand':
      return strayOperand(given);
    case 'commander.optionMissingArgument':
      return new Fault('usage', 'option-needs-value', { given, help });
    case 'commander.excessArguments':
      return new Fault('usage', 'too-many-operands', { command: command.name(), help });
    default:
      return new Fault('usage', 'misused', { said: error.message.replace(/^error: /, ''), help });
  }
}

function flagsOf(command: Command): string[] {
  const all = [...command.options, ...(command.parent?.options ?? [])];
  return all.flatMap(({ long }) => long ?? []);
}
