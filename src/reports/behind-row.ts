import { sizeOf } from './figure.ts';
import type { Cell, ReportPart, ReportRow } from './report.ts';

/** @returns the places of the columns in which a row has complaints behind a figure. */
export const listedColumns = (row: ReportRow): readonly number[] =>
  row.cells.flatMap((cell, at) => (hasComplaints(cell) ? [at] : []));

/** Behind none there is nothing to see, and nothing where there was nothing to count. */
const hasComplaints = ({ list, value }: Cell): boolean =>
  list !== undefined && value.kind !== 'none' && sizeOf(value) !== 0;

/**
 * @returns what a row is asked about first: what it is drawn by, in a map its fullest cell, else its
 *   first figure that can be
 */
export function firstColumn({ chart, columns }: ReportPart, row: ReportRow): number | undefined {
  const listed = listedColumns(row);
  if (chart?.kind === 'heat') {
    const size = (at: number): number => sizeOf(row.cells[at]?.value) ?? 0;
    return listed.toSorted((one, other) => size(other) - size(one))[0];
  }
  const drawnBy = chart !== undefined && 'value' in chart ? chart.value : undefined;
  const drawn = listed.find((at) => columns[at]?.name === drawnBy);
  return drawn ?? listed[0];
}
