/** The slowest editor that is obviously right: one string, cut into graphemes again for each key. */

export interface Reference {
  readonly text: string;
  readonly cursor: number;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** @returns every offset at which a cursor may stand. */
export function stops(text: string): number[] {
  return [...[...segmenter.segment(text)].map(({ index }) => index), text.length];
}

const snapped = (text: string, cursor: number): Reference => ({
  text,
  cursor: stops(text).find((stop) => stop >= cursor) ?? text.length,
});

const stopBefore = ({ text, cursor }: Reference) =>
  stops(text).findLast((stop) => stop < cursor) ?? 0;
const stopAfter = ({ text, cursor }: Reference) =>
  stops(text).find((stop) => stop > cursor) ?? text.length;

export const typed = ({ text, cursor }: Reference, added: string): Reference =>
  snapped(text.slice(0, cursor) + added + text.slice(cursor), cursor + added.length);

export function erasedBack(state: Reference): Reference {
  const start = stopBefore(state);
  return snapped(state.text.slice(0, start) + state.text.slice(state.cursor), start);
}

export function erasedForward(state: Reference): Reference {
  const end = stopAfter(state);
  return snapped(state.text.slice(0, state.cursor) + state.text.slice(end), state.cursor);
}

export const goneLeft = (state: Reference): Reference => ({ ...state, cursor: stopBefore(state) });
export const goneRight = (state: Reference): Reference => ({ ...state, cursor: stopAfter(state) });
