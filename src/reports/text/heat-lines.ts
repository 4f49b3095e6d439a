import { type SafeText, safe, safeLine } from '../../terminal/safe-text.ts';
import { pad, truncate, widthOf } from '../../terminal/width.ts';
import { largest, sizesOf } from '../figure.ts';
import type { ReportPart } from '../report.ts';
import type { ValueText } from '../value-text.ts';
import { shade } from './bars.ts';
import { blank, lineOf, type ReportLine } from './report-line.ts';

/** The widest that the names of rows may be. */
const LABEL = 14;

/**
 * A heat map: each cell its number behind a sign that is darker for more. Columns that have no room
 * beside each other follow beneath, under the names of the rows again.
 */
export function heatLines(
  part: ReportPart,
  at: number,
  values: ValueText,
  columns: number,
): readonly ReportLine[] {
  const sizes = part.columns.map(({ name }) => sizesOf(part, name));
  const most = largest(sizes.slice(1).flat());
  const texts = part.rows.map((row) =>
    part.columns.map((_, column): SafeText => {
      const text = safeLine(values.of(row.cells[column]?.value ?? { kind: 'none' }));
      return column === 0 ? text : text;
    }),
  );
  const label = Math.min(
    LABEL,
    Math.max(1, ...texts.map(([first = '']) => widthOf(first)), widthOf(titleOf(part, 0))),
  );
  const value = Math.max(
    ...texts.flatMap(([, ...cells]) => cells.map((text) => widthOf(text) + 1)),
    ...part.columns.slice(1).map(({ title }) => widthOf(title)),
  );
  const beside = Math.max(1, Math.floor((columns - label - 1) / (value + 1)));
  const blocks = Math.ceil((part.columns.length - 1) / beside);
  // As many in each block, so that the last one is not a narrow rest.
  const wide = Math.ceil((part.columns.length - 1) / blocks);
  const inBlock = (block: number): readonly number[] =>
    part.columns.map((_, column) => column).slice(1 + block * wide, 1 + (block + 1) * wide);
  return Array.from({ length: blocks }, (_, block): readonly ReportLine[] => [
    ...(block === 0 ? [] : [blank]),
    {
      kind: 'titles',
      text: lineOf(
        [
          pad(truncate(titleOf(part, 0), label), label),
          ...inBlock(block).map((column) => pad(titleOf(part, column), value, 'right')),
        ],
        safe` `,
      ),
    },
    ...texts.map((cells, row): ReportLine => {
      const drawn = inBlock(block).map((column) => {
        const size = sizes[column]?.[row];
        const sign = shade(size === undefined || most === 0 ? 0 : size / most);
        const text = safe`${sign}${pad(cells[column] ?? '', value - 1, 'right')}`;
        return text;
      });
      const name = pad(truncate(cells[0] ?? safe``, label), label);
      return { kind: 'row', of: { part: at, row }, text: lineOf([name, ...drawn], safe` `) };
    }),
  ]).flat();
}

const titleOf = ({ columns }: ReportPart, at: number): SafeText =>
  safeLine(columns[at]?.title ?? '');
