import { type SafeText, safe, safeLine } from '../../terminal/safe-text.ts';
import { wrap } from '../../terminal/wrap.ts';
import type { ReportPart } from '../report.ts';
import type { ValueText } from '../value-text.ts';
import type { ReportLine } from './report-line.ts';

/** A remark beneath its row. */
export const indented = (
  text: SafeText,
  columns: number,
  of: ReportLine['of'],
): readonly ReportLine[] =>
  wrap(text, columns - 4).map((line) => ({
    text: safe`    ${line}`,
    kind: 'quiet',
    ...(of === undefined ? {} : { of }),
  }));

/** Each value of a row in a line of its own, with its title. */
export function stackedLines(
  part: ReportPart,
  at: number,
  values: ValueText,
  columns: number,
): readonly ReportLine[] {
  return part.rows.flatMap(({ cells, remark }, row): readonly ReportLine[] => {
    const of = { part: at, row };
    const line = (text: SafeText): ReportLine => ({ text, kind: 'row', of });
    const text = (column: number): SafeText =>
      safeLine(values.of(cells[column]?.value ?? { kind: 'none' }));
    const told = part.columns
      .slice(1)
      .flatMap(({ title }, index) => wrap(safe`${title}: ${text(index + 1)}`, columns - 4));
    return [
      ...wrap(text(0), columns).map(line),
      ...told.map((one) => line(safe`    ${one}`)),
      ...(remark === undefined ? [] : indented(safeLine(remark), columns, of)),
    ];
  });
}
