import { joinSafe, type SafeText, safe } from '../../terminal/safe-text.ts';
import { pad, truncate, widthOf } from '../../terminal/width.ts';

/** One column of a table. */
export interface TableColumn {
  readonly title: SafeText;
  readonly cells: readonly SafeText[];
  /** The narrowest it may become; without it, it is never cut. */
  readonly least?: number;
}

const gap = safe`  `;

/**
 * Lays out a table: the first line holds the titles. No line is wider than the terminal, so none
 * wraps; the widest columns give way first.
 * @param columns of the terminal; undefined where there is none, and then nothing is cut
 */
export function tableLines(
  table: readonly TableColumn[],
  columns: number | undefined,
): readonly SafeText[] {
  const widths = table.map(({ title, cells }) => Math.max(...[title, ...cells].map(widthOf)));
  if (columns !== undefined) shrink(table, widths, columns - gap.length * (table.length - 1));
  const many = Math.max(0, ...table.map(({ cells }) => cells.length));
  return Array.from({ length: many + 1 }, (_, row) => {
    const cells = table.map(({ title, cells }, at) => {
      const width = widths[at] ?? 0;
      return pad(truncate(row === 0 ? title : (cells[row - 1] ?? safe``), width), width);
    });
    const line = joinSafe(cells, gap).trimEnd() as SafeText;
    return columns === undefined ? line : truncate(line, columns);
  });
}

function shrink(table: readonly TableColumn[], widths: number[], room: number): void {
  for (let over = sum(widths) - room; over > 0; over--) {
    let widest = -1;
    for (const [at, { least }] of table.entries()) {
      const width = widths[at] ?? 0;
      if (least !== undefined && width > least && width > (widths[widest] ?? 0)) widest = at;
    }
    if (widest === -1) return;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
