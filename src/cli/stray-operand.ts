import { Fault } from './fault.ts';
import { similarTo } from './similar.ts';

/** Every command there is, in the order in which help names them. */
export const commandNames = [
  'new',
  'resume',
  'today',
  'list',
  'show',
  'log',
  'export',
  'verify',
  'init',
] as const;

export type CommandName = (typeof commandNames)[number];

/** @returns the fault of a word that is no command and belongs to none: `amends lsit`. */
export const strayOperand = (given: string): Fault =>
  new Fault(
    'usage',
    'unknown-command',
    { given, known: commandNames.join(', ') },
    similarTo(given, commandNames),
  );
