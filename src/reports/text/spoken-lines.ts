import type { Messages } from '../../language/messages.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import { labelOf, sizeOf } from '../figure.ts';
import type { ReportPart } from '../report.ts';
import type { ValueText } from '../value-text.ts';
import type { ReportLine } from './report-line.ts';

/**
 * A part as sentences, one a row: no table, no picture, nothing that is told by its place. In a heat
 * map what is nothing is left out.
 */
export function spokenLines(
  part: ReportPart,
  at: number,
  values: ValueText,
  words: Messages,
): readonly ReportLine[] {
  return part.rows.map((row, index): ReportLine => {
    const told = part.columns.flatMap(({ title }, column) => {
      const value = row.cells[column]?.value ?? ({ kind: 'none' } as const);
      if (column === 0) return [];
      if (part.chart?.kind === 'heat' && (sizeOf(value) ?? 0) === 0) return [];
      return [words.say('report.text.figure', { title, value: values.aloud(value) })];
    });
    const figures = told.length === 0 ? words.say('report.text.none') : told.join(', ');
    const line = words.say('report.text.row', { row: values.of(labelOf(row)), figures });
    return {
      text: safeLine(row.remark === undefined ? line : `${line} ${capital(row.remark)}.`),
      kind: 'row',
      of: { part: at, row: index },
    };
  });
}

const capital = (text: string): string => {
  const [first = ''] = text;
  return first.toLocaleUpperCase() + text.slice(first.length);
};
