/** Numbers of complaints, both ends among them. */
export type Span = readonly [first: number, last: number];
/** Epoch milliseconds, or none. */
export type Moment = number | null;

/** @returns seconds; what happened in the first second of 1970 happened in the second. */
export const seconds = (moment: Moment): number =>
  moment === null ? 0 : Math.min(0xffff_ffff, Math.max(1, Math.floor(moment / 1000)));

/** @returns the place of a word and one more; 0 for none. */
export const placeIn = (known: readonly string[], word: string | null): number =>
  word === null ? 0 : known.indexOf(word) + 1;
