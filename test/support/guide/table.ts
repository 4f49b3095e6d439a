/** A table of the guide, as Markdown. */

/** @returns lines of Markdown: a head, and a row for each list of cells. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map(inCell).join(' | ')} |`)
    .join('\n');

/** A stroke would end the cell. */
const inCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** @returns something typed, as Markdown shows it: a grave accent has two of them around it. */
export const code = (text: string): string => (text === '`' ? '`` ` ``' : `\`${text}\``);
