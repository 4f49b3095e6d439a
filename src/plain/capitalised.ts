import type { Messages } from '../language/messages.ts';

/** @returns a word that begins a line, in the capitals of the language that is spoken. */
export const capitalised = (text: string, { language }: Pick<Messages, 'language'>): string =>
  text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
