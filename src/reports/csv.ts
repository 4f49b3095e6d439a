import { reportValueColumns, reportValues } from './long-table.ts';
import type { Report } from './report.ts';

/**
 * A report as one long tidy table with a header. Texts are in quotes, and one that a spreadsheet would
 * run as a formula gets a `'` before it; numbers are bare. Lines end with LF.
 */
export function reportCsv(report: Report): string {
  const lines = reportValues(report).map(({ part, row, column, value, unit }) => {
    const bare = unit !== 'text' && unit !== 'time';
    const cells = [report.name, part, row, column].map(text);
    return [...cells, bare ? value : text(value), text(unit)].join(',');
  });
  return [reportValueColumns.join(','), ...lines, ''].join('\n');
}

const formula = /^'*[=+\-@\t\r]/;

function text(value: string): string {
  const guarded = formula.test(value) ? `'${value}` : value;
  return `"${guarded.replaceAll('"', '""')}"`;
}
