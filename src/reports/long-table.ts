import { isoUtc } from '../language/iso.ts';
import { machineValues } from './machine-value.ts';
import type { Report, ReportPart } from './report.ts';

/** One value of a report, with where it stands. */
export interface ReportValue {
  readonly report: string;
  /** `report` for what the others are about. */
  readonly part: string;
  readonly row: string;
  readonly column: string;
  /** A decimal number without grouping, a moment in ISO 8601, or a text. */
  readonly value: string;
  /** `time` for a moment, else as `MachineValue` has it; empty for none. */
  readonly unit: string;
}

/** Its columns, in their order: the contract with scripts. */
export const reportValueColumns = [
  'report',
  'part',
  'row',
  'column',
  'value',
  'unit',
] as const satisfies readonly (keyof ReportValue)[];

/** @returns a report as one long tidy table, one value a line, what it is about first. */
export function reportValues(report: Report): readonly ReportValue[] {
  const values = [...aboutValues(report), ...report.parts.flatMap(partValues)];
  return values.map((value) => ({ report: report.name, ...value }));
}

type Placed = Omit<ReportValue, 'report'>;

function aboutValues({
  period,
  before,
  narrowedBy,
  madeAt,
  zone,
  head,
}: Report): readonly Placed[] {
  const about = (row: string, column: string, value: string, unit: string): Placed => ({
    part: 'report',
    row,
    column,
    value,
    unit,
  });
  const span = (row: string, { since, until }: Report['period']): readonly Placed[] => [
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

function partValues(part: ReportPart): readonly Placed[] {
  return part.rows.flatMap((row) => {
    const place = { part: part.name, row: row.name };
    const values = part.columns.flatMap(({ name }, at) =>
      machineValues(row.cells[at]?.value ?? { kind: 'none' }).map(({ suffix, value, unit }) => ({
        ...place,
        column: name + suffix,
        value,
        unit,
      })),
    );
    return row.remark === undefined
      ? values
      : [...values, { ...place, column: 'remark', value: row.remark, unit: 'text' }];
  });
}
