import type { Command } from 'commander';
import { withValue } from './named-command.ts';
import { usageFaultOfWord } from './usage-fault.ts';

/**
 * `amends help promise keep` means `amends promise keep --help`: commander itself reads only the first
 * word behind `help`.
 * @param args what stands behind `amends`
 * @returns the same, to be parsed; and the words that help was asked for, none where it was not so
 */
export function helpAsked(args: readonly string[]): {
  readonly args: readonly string[];
  readonly words: readonly string[];
} {
  const at: number[] = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    if (withValue.includes(arg)) index++;
    else if (!arg.startsWith('-')) at.push(index);
  }
  const [first, ...others] = at;
  if (first === undefined || args[first] !== 'help' || others.length === 0) {
    return { args, words: [] };
  }
  const words = others.map((index) => args[index] ?? '');
  if (words[0] === 'help') return { args: ['--help'], words: [] };
  return { args: [...args.filter((_, index) => index !== first), '--help'], words };
}

/** @throws Fault where a word is neither a command nor a part of one */
export function refuseStray(words: readonly string[], found: Command): void {
  let depth = 0;
  for (let up = found; up.parent !== null; up = up.parent) depth++;
  const given = words[depth];
  if (given !== undefined && found.commands.length > 0) throw usageFaultOfWord(found, given);
}
