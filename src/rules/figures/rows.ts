import type { Spans } from './spans.ts';

/** Rows of a chunk as they are counted. */
export interface Rows {
  /** The second at which each counts; 0 for one that does not. */
  readonly moments: Uint32Array;
  /** The complaint of each row, by its place in the chunk; none where rows are complaints. */
  readonly complaints: Uint16Array | undefined;
  /** The group of each row; none where they are all one. */
  readonly groups: Uint32Array | undefined;
}

/**
 * Goes through the rows that count.
 * @param passes 1 for the complaints that are looked at; undefined for all
 * @param take gets the place of the group and span, as one number, and the row
 */
export function forEachCounted(
  { moments, complaints, groups }: Rows,
  passes: Uint8Array | undefined,
  spans: Spans,
  take: (place: number, row: number) => void,
): void {
  for (let row = 0; row < moments.length; row++) {
    const moment = moments[row] ?? 0;
    if (moment === 0) continue;
    if (passes !== undefined && passes[complaints?.[row] ?? row] !== 1) continue;
    take((groups?.[row] ?? 0) * spans.size + spans.of(moment), row);
  }
}
