import type { Command } from 'commander';
import { Fault } from './fault.ts';
import { similarTo } from './similar.ts';

/**
 * @param program with all its commands
 * @returns the fault of a word that is no command and belongs to none: `amends lsit`
 */
export function strayOperand(given: string, program: Command): Fault {
  const known = program.commands.map((command) => command.name());
  const names = known.join(', ');
  return new Fault('usage', 'unknown-command', { given, known: names }, similarTo(given, known));
}
