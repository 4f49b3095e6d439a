/** Text for man(7), which takes a point or an apostrophe at the beginning of a line for a request. */

/** @returns a text as it stands in a line: nothing in it means anything to the formatter. */
export const roff = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll("'", '\\(aq')
    .replaceAll('`', '\\(ga')
    .replaceAll('^', '\\(ha')
    .replaceAll('~', '\\(ti')
    .replaceAll('"', '\\(dq')
    .replaceAll(/[^\u0020-\u007e\n]/gu, (sign) => `\\[u${hex(sign)}]`);

const hex = (sign: string): string =>
  (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/** @returns a line of running text. */
export const line = (text: string): string => roff(text).replaceAll(/^([.])/gm, '\\&$1');

export const bold = (text: string): string => `\\fB${roff(text)}\\fR`;
export const italic = (text: string): string => `\\fI${roff(text)}\\fR`;

/** @returns a section, or nothing where it has no lines. */
export const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`.SH ${roff(title)}`, ...lines];

/** @returns a term with what it says beneath it. */
export const term = (what: string, says: string): readonly string[] => [
  '.TP',
  what,
  // A term alone would swallow the next one.
  says === '' ? '\\&' : line(says),
];

/** @returns lines that stand as they are. */
export const verbatim = (text: string): readonly string[] => [
  '.nf',
  ...text.split('\n').map((each) => (each === '' ? '.sp' : line(each))),
  '.fi',
];
