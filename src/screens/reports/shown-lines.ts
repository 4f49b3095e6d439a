import type { Messages } from '../../language/messages.ts';
import type { Cell, Report, ReportPart, ReportRow } from '../../reports/report.ts';
import type { ReportLine } from '../../reports/text/report-line.ts';
import { definitionLines, introLines, partsLines } from '../../reports/text/report-lines.ts';
import type { FigureInHand } from './view.ts';

/** @returns a report as it is scrolled through: what the header and the keys say is left out. */
export function shownLines(
  report: Report,
  words: Messages,
  columns: number,
): readonly ReportLine[] {
  const scene = { columns, accessible: false };
  return [
    ...introLines(report, words, scene),
    ...partsLines(report, words, scene),
    ...definitionLines(report, words, scene),
  ];
}

/** A row of the report with the lines that tell of it. */
export interface ShownRow {
  readonly part: ReportPart;
  readonly row: ReportRow;
  /** Its lines, from the first to the last. */
  readonly from: number;
  readonly to: number;
}

/** @returns the rows that are shown, in their order; one that comes again further down stands once. */
export function shownRows(report: Report, lines: readonly ReportLine[]): readonly ShownRow[] {
  const rows = new Map<string, ShownRow>();
  for (const [at, { of }] of lines.entries()) {
    const part = of && report.parts[of.part];
    const row = of && part?.rows[of.row];
    if (of === undefined || part === undefined || row === undefined) continue;
    const key = `${of.part} ${of.row}`;
    const known = rows.get(key);
    if (known === undefined) rows.set(key, { part, row, from: at, to: at });
    else if (known.to === at - 1) rows.set(key, { ...known, to: at });
  }
  return [...rows.values()];
}

/** @returns the figure in hand; undefined where there is none. */
export function cellInHand(
  rows: readonly ShownRow[],
  { row, column }: FigureInHand,
): { readonly shown: ShownRow; readonly cell: Cell; readonly title: string } | undefined {
  const shown = rows[row];
  const cell = column === undefined ? undefined : shown?.row.cells[column];
  if (shown === undefined || cell === undefined || column === undefined) return undefined;
  return { shown, cell, title: shown.part.columns[column]?.title ?? '' };
}
