import type { Messages } from '../../language/messages.ts';

/** @returns the words of a label's message; a key without a message stands for itself. */
export const labelled = (words: Messages, key: string): string =>
  words.has(key) ? words.say(key) : key;
