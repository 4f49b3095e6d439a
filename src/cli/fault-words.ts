import type { Messages } from '../language/messages.ts';
import type { Fault } from './fault.ts';

/** @returns what happened, what was perhaps meant, why and what to do next, a line each; not yet safe to print */
export function faultWords(
  words: Messages,
  { fault, values, similar }: Pick<Fault, 'fault' | 'values' | 'similar'>,
): readonly string[] {
  const [first = '', ...rest] = words.say(`cli.fault.${fault}`, values).split('\n');
  const meant = similar === undefined ? [] : [words.say('cli.did-you-mean', { similar })];
  return [first, ...meant, ...rest];
}
