import { isoUtc } from '../language/iso.ts';
import { machineValues } from './machine-value.ts';
import type { Report, ReportPart } from './report.ts';

const header = ['report', 'part', 'row', 'column', 'value', 'unit'];

/**
 * A report as one long tidy table, one value a line: `report,part,row,column,value,unit`. The part
 * `report` says what the others are about. Texts are in quotes, and one that a spreadsheet would run as
 * a formula gets a `'` before it; numbers are bare. Lines end with LF.
 */
export function reportCsv(report: Report): string {
  const lines = [...aboutLines(report), ...report.parts.flatMap(partLines)];
  const name = text(report.name);
  return [header.join(','), ...lines.map((line) => `${name},${line}`), ''].join('\n');
}

function aboutLines({ period, before, narrowedBy, madeAt, zone, head }: Report): readonly string[] {
  const about = (row: string, column: string, value: string, unit: string): string =>
    ['report', row, column, value].map(text).concat(text(unit)).join(',');
  const span = (row: string, { since, until }: Report['period']): readonly string[] => [
    about(row, 'since', isoUtc(since), 'time'),
    about(row, 'until', isoUtc(until), 'time'),
  ];
  return [
    ...span('period', period),
    ...(before === undefined ? [] : span('before', before)),
    about('report', 'narrowed_by', narrowedBy, 'text'),
    about('report', 'made_at', isoUtc(madeAt), 'time'),
    about('report', 'zone', zone, 'text'),
    about('report', 'head', head, 'text'),
  ];
}

function partLines(part: ReportPart): readonly string[] {
  return part.rows.flatMap((row) => {
    const begin = `${text(part.name)},${text(row.name)}`;
    const lines = part.columns.flatMap(({ name }, at) =>
      machineValues(row.cells[at]?.value ?? { kind: 'none' }).map(({ suffix, value, unit }) => {
        const written = unit === 'text' ? text(value) : value;
        return `${begin},${text(name + suffix)},${written},${text(unit)}`;
      }),
    );
    return row.remark === undefined
      ? lines
      : [...lines, `${begin},${text('remark')},${text(row.remark)},${text('text')}`];
  });
}

const formula = /^'*[=+\-@\t\r]/;

function text(value: string): string {
  const guarded = formula.test(value) ? `'${value}` : value;
  return `"${guarded.replaceAll('"', '""')}"`;
}
