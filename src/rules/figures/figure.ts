import type { Chunk } from './sheets.ts';

/** What rows a figure counts: complaints, or what hangs on them. */
export type Counted =
  | 'complaint'
  | 'offers'
  | 'promises'
  | 'followUps'
  | 'happenings'
  | 'resolutions';

/** What a figure looks at beside the sheets. Moments are whole seconds since 1970. */
export interface Surroundings {
  readonly now: number;
  /** 1 for the number of a complaint whose customer complained before (see `repeats.ts`). */
  readonly repeats: Uint8Array;
  /** @returns whether it was over within so many business days, the day it reached us not among them. */
  readonly within: (days: number, received: number, ended: number) => boolean;
  /** @returns the hour of the week on the desk's clock, 0 to 167; 0 begins on Monday at midnight. */
  readonly hourOfWeek: (moment: number) => number;
}

/**
 * Something that is counted: each of its rows at one moment, or never. Every report takes its numbers
 * from here, and so does the list of the complaints behind a number, so that the two agree.
 */
export interface Figure {
  readonly name: string;
  readonly counts: Counted;
  /** Whether `Surroundings.repeats` has to be filled. */
  readonly repeats?: true;
  /** @returns for each row the second at which it counts; 0 for one that never does. */
  moments(chunk: Chunk, around: Surroundings): Uint32Array;
}

/** A number that rows have: a length of time, a score. Those without one have no moment either. */
export interface Measure {
  readonly name: string;
  readonly counts: Counted;
  moments(chunk: Chunk, around: Surroundings): Uint32Array;
  values(chunk: Chunk): ArrayLike<number>;
  /** What counts exactly those rows that have a number. */
  readonly counted?: Figure;
  /** The same, where every row of the sheet has one. */
  readonly whole?: Figure;
}

/** What rows are put together by: each has the number of its group, 0 for none. */
export interface Grouping {
  readonly groups: Counted;
  numbers(chunk: Chunk, around: Surroundings): Uint32Array;
}

/** @returns a column with what `at` gives for each row, 0 where it gives nothing. A loop, since it is fast. */
export function numbersOf(rows: number, at: (row: number) => number | undefined): Uint32Array {
  const numbers = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) numbers[row] = at(row) ?? 0;
  return numbers;
}
