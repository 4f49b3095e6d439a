/** F1 to F12, which Ink recognises but does not pass on. */

import type { FunctionKey } from './keys.ts';

const byLetter: Readonly<Record<string, FunctionKey>> = { P: 'f1', Q: 'f2', R: 'f3', S: 'f4' };

const byNumber: Readonly<Record<string, FunctionKey>> = {
  11: 'f1',
  12: 'f2',
  13: 'f3',
  14: 'f4',
  15: 'f5',
  17: 'f6',
  18: 'f7',
  19: 'f8',
  20: 'f9',
  21: 'f10',
  23: 'f11',
  24: 'f12',
};

/**
 * Reads the sequence of a function key pressed alone (xterm, vt220, kitty).
 * @param sequence one whole sequence from the terminal, the escape character included
 * @returns the key, or undefined when it is another one, is held with a modifier, or is released
 */
export function functionKeyOf(sequence: string): FunctionKey | undefined {
  const letter = /^\x1b(?:O|\[|\[1;1(?::[12])?)([PQRS])$/.exec(sequence)?.[1];
  if (letter !== undefined) return byLetter[letter];
  const number = /^\x1b\[(\d+)(?:;1(?::[12])?)?~$/.exec(sequence)?.[1];
  return number === undefined ? undefined : byNumber[number];
}
