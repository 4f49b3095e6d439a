import { Fault } from './fault.ts';
import { similarTo } from './similar.ts';

/** Every command there is, by what it is for, in the order in which help names them. */
export const commandGroups = {
  working: [
    'new',
    'resume',
    'show',
    'note',
    'assign',
    'handover',
    'escalate',
    'refer',
    'return',
    'approve',
    'decline',
    'offer',
    'promise',
    'callback',
    'wait',
    'resolve',
    'close',
    'reopen',
    'merge',
    'undo',
    'redo',
  ],
  seeing: ['today', 'list', 'search', 'log', 'why-due'],
  after: ['followup'],
  figures: ['report', 'export', 'import'],
  desk: ['init', 'demo', 'agent', 'customer', 'verify', 'completion'],
} as const;

export type CommandGroup = keyof typeof commandGroups;
export type CommandName = (typeof commandGroups)[CommandGroup][number];

export const commandNames: readonly CommandName[] = Object.values(commandGroups).flat();

/** @returns what a command is for. */
export const groupOf = (name: CommandName): CommandGroup | undefined =>
  (Object.keys(commandGroups) as CommandGroup[]).find((group) =>
    (commandGroups[group] as readonly CommandName[]).includes(name),
  );

/** @returns the fault of a word that is no command and belongs to none: `amends lsit`. */
export const strayOperand = (given: string): Fault =>
  new Fault(
    'usage',
    'unknown-command',
    { given, known: commandNames.join(', ') },
    similarTo(given, commandNames),
  );
