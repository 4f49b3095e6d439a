import type { Cell, ReportPart, ReportRow, Value } from './report.ts';

/**
 * @param name a `ReportColumn.name` of the part
 * @returns the cell of that column; undefined where the part has no such column
 */
export function cellOf(part: ReportPart, row: ReportRow, name: string): Cell | undefined {
  const at = part.columns.findIndex((column) => column.name === name);
  return at === -1 ? undefined : row.cells[at];
}

/** @returns the row's name for people. */
export function labelOf(row: ReportRow): Value {
  return row.cells[0]?.value ?? { kind: 'none' };
}

/**
 * How large a value is drawn.
 * @param currency which of several sums counts, where the value is money: sums of two currencies have
 *   no common size
 * @returns undefined for what has no size
 */
export function sizeOf(value: Value | undefined, currency?: string): number | undefined {
  switch (value?.kind) {
    case 'count':
      return value.count;
    case 'share':
      return value.of === 0 ? undefined : value.part / value.of;
    case 'mean':
      return value.mean;
    case 'time':
      return value.ms;
    case 'change':
    case 'points':
      return Number.isFinite(value.by) ? value.by : undefined;
    case 'money':
      return value.sums.find((sum) => sum.currency === currency)?.minor;
    default:
      return undefined;
  }
}

/** @returns the currency that most rows of a column have; undefined where there is no money in it. */
export function mainCurrency(part: ReportPart, name: string): string | undefined {
  const counts = new Map<string, number>();
  for (const row of part.rows) {
    const value = cellOf(part, row, name)?.value;
    if (value?.kind !== 'money') continue;
    for (const { currency } of value.sums) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0];
}

/**
 * The sizes of a column, one a row.
 * @returns undefined in the place of a row that has none
 */
export function sizesOf(part: ReportPart, name: string): readonly (number | undefined)[] {
  const currency = mainCurrency(part, name);
  return part.rows.map((row) => sizeOf(cellOf(part, row, name)?.value, currency));
}

/** @returns the largest of some sizes, 0 where there is none above it. */
export const largest = (sizes: readonly (number | undefined)[]): number =>
  sizes.reduce<number>((most, size) => Math.max(most, size ?? 0), 0);

/** @returns a part as it is drawn: without the rows that tell of all the others together. */
export const drawnPart = (part: ReportPart): ReportPart =>
  part.rows.some(({ total }) => total === true)
    ? { ...part, rows: part.rows.filter(({ total }) => total !== true) }
    : part;

/**
 * What a whole bar stands for: all of it where the column has shares, else the largest.
 * @returns 0 where nothing in the column has a size
 */
export function wholeOf(part: ReportPart, name: string): number {
  const shares = part.rows.some((row) => cellOf(part, row, name)?.value.kind === 'share');
  return shares ? 1 : largest(sizesOf(part, name));
}

/** @returns whether a column has texts and nothing else, so that it stands on the left. */
export function isTextColumn(part: ReportPart, at: number): boolean {
  if (at === 0) return true;
  const kinds = new Set(part.rows.map(({ cells }) => cells[at]?.value.kind ?? 'none'));
  kinds.delete('none');
  return kinds.size === 1 && kinds.has('text');
}

/**
 * Puts neighbours together by their mean, where there is no room for all.
 * @param places how many there is room for
 * @returns the same sizes where they fit; one that nothing is known of stays unknown
 */
export function squeezed(
  sizes: readonly (number | undefined)[],
  places: number,
): readonly (number | undefined)[] {
  if (sizes.length <= places) return sizes;
  return Array.from({ length: places }, (_, at): number | undefined => {
    const from = Math.floor((at * sizes.length) / places);
    const to = Math.floor(((at + 1) * sizes.length) / places);
    const known = sizes.slice(from, to).filter((size) => size !== undefined);
    if (known.length === 0) return undefined;
    return known.reduce((sum, size) => sum + size, 0) / known.length;
  });
}
