/** The door: what may enter a buffer, and in which form. */

/** What is left of a text that asked to enter. */
export interface Entry {
  readonly text: string;
  /** True when NUL or half a surrogate pair had to be left out: neither can be stored or shown. */
  readonly unprintable: boolean;
}

// With the `u` flag a surrogate class matches only a half without its partner.
const unstorable = /[\0\p{Surrogate}]/gu;
const newlines = /\r\n?/g;

/**
 * Prepares typed or pasted text. CR LF and CR become `\n`. On a single line each run of newlines
 * becomes one space, and those at the ends go: people copy the line break with the line.
 */
export function entryOf(text: string, multiLine: boolean): Entry {
  const storable = text.replace(unstorable, '');
  const lines = storable.replace(newlines, '\n');
  return {
    text: multiLine ? lines : lines.replace(/^\n+|\n+$/g, '').replace(/\n+/g, ' '),
    unprintable: storable.length !== text.length,
  };
}
