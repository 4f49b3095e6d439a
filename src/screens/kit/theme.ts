import type { TextProps } from 'ink';

/**
 * What a style means, never what it looks like alone: every meaning also has a sign or a word, so
 * that nothing is lost without colour. One accent for where you are, one for what is late; the rest
 * is weight and space.
 */
export type Style = Pick<TextProps, 'color' | 'bold' | 'dimColor' | 'italic' | 'inverse'>;

/** Every style there is, by its meaning. */
export const theme = {
  /** Where you are. */
  here: { color: 'cyan', bold: true },
  /** What is late or cannot be. */
  late: { color: 'red', bold: true },
  /** Headings of a part. */
  heading: { bold: true },
  /** What is said aloud. */
  say: { italic: true },
  /** What stands behind. */
  quiet: { dimColor: true },
  plain: {},
} as const satisfies Record<string, Style>;
