import { isoUtc } from '../language/iso.ts';
import { decimalText } from '../language/money-text.ts';
import type { Report, ReportPart, ReportPeriod, ReportRow, Value } from './report.ts';

/**
 * A report for machines, as one JSON object with stable keys. Times are ISO 8601 in UTC, lengths of
 * time seconds, money decimal strings with their currency, shares `part` and `of`. Beside each figure
 * `list` has what stands behind `amends` to see the complaints that it counts.
 * @returns two blanks of indent, a line feed at the end; whatever could act on a terminal is escaped
 */
export function reportJson(report: Report): string {
  return `${JSON.stringify(reportRecord(report), undefined, 2).replace(acting, escaped)}\n`;
}

/** @returns what `reportJson` writes, for `--jq` and for programs that embed it. */
export function reportRecord(report: Report): Readonly<Record<string, unknown>> {
  return {
    report: report.name,
    title: report.title,
    says: report.says,
    business: report.business,
    period: periodRecord(report.period),
    before: report.before === undefined ? null : periodRecord(report.before),
    narrowed_by: report.narrowedBy,
    made_at: isoUtc(report.madeAt),
    zone: report.zone,
    head: report.head,
    parts: report.parts.map(partRecord),
    definitions: report.definitions.map(({ term, says }) => ({ term, says })),
  };
}

/**
 * @returns the rows of all parts, each with the report and the part that it stands in: what
 *   `report --jsonl` writes
 */
export function reportRows(report: Report): readonly Readonly<Record<string, unknown>>[] {
  return report.parts.flatMap((part) =>
    part.rows.map((row) => ({ report: report.name, part: part.name, ...rowRecord(part, row) })),
  );
}

const periodRecord = ({ since, until, text }: ReportPeriod) => ({
  since: isoUtc(since),
  until: isoUtc(until),
  text,
});

const partRecord = (part: ReportPart) => ({
  part: part.name,
  title: part.title,
  columns: part.columns.map(({ name, title }) => ({ name, title })),
  rows: part.rows.map((row) => rowRecord(part, row)),
});

const rowRecord = ({ columns }: ReportPart, row: ReportRow) => ({
  row: row.name,
  cells: Object.fromEntries(
    columns.map(({ name }, at) => {
      const cell = row.cells[at];
      const value = valueRecord(cell?.value ?? { kind: 'none' });
      return [name, cell?.list === undefined ? value : { ...value, list: cell.list }];
    }),
  ),
  remark: row.remark ?? null,
});

function valueRecord(value: Value): Readonly<Record<string, unknown>> {
  switch (value.kind) {
    case 'count':
      return { kind: 'count', count: value.count };
    case 'share':
      return { kind: 'share', part: value.part, of: value.of };
    case 'mean':
      return { kind: 'mean', mean: value.mean };
    case 'time':
      return { kind: 'time', seconds: value.ms / 1000 };
    case 'money':
      return {
        kind: 'money',
        sums: value.sums.map(({ minor, currency }) => ({
          amount: decimalText(minor, currency),
          currency,
        })),
      };
    case 'text':
      return { kind: 'text', text: value.text };
    case 'change':
      return { kind: 'change', by: value.by };
    case 'points':
      return { kind: 'points', by: value.by };
    case 'none':
      return { kind: 'none' };
  }
}

/** What JSON may hold as it is, and what a terminal would obey or hide. */
const acting =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

function escaped(found: string): string {
  let text = '';
  for (let at = 0; at < found.length; at++) {
    text += `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`;
  }
  return text;
}
