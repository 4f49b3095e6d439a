/** Where one character as people see it ends and the next begins (UAX #29). */

import { segmenterOf } from '../../../language/segmenter.ts';

/** A grapheme and where it starts, in UTF-16 units. */
export interface Grapheme {
  readonly text: string;
  readonly start: number;
}

/** @returns the graphemes of a text, in order. */
export function* graphemesOf(text: string): Generator<Grapheme> {
  for (const { segment, index } of segmenterOf('grapheme').segment(text))
    yield { text: segment, start: index };
}

// Nothing below U+0300 joins its neighbour, but for CR LF, and CR never enters a buffer.
const firstJoining = 0x300;

function isPlainBoundary(text: string, offset: number): boolean {
  return text.charCodeAt(offset - 1) < firstJoining && text.charCodeAt(offset) < firstJoining;
}

/** @returns the offset itself if it is between two graphemes, else the end of the one around it. */
export function boundaryAtOrAfter(text: string, offset: number): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  if (isPlainBoundary(text, offset)) return offset;
  const around = segmenterOf('grapheme').segment(text).containing(offset);
  return around === undefined || around.index === offset
    ? offset
    : around.index + around.segment.length;
}

/** @returns the offset itself if it is between two graphemes, else the start of the one around it. */
export function boundaryAtOrBefore(text: string, offset: number): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  if (isPlainBoundary(text, offset)) return offset;
  return segmenterOf('grapheme').segment(text).containing(offset)?.index ?? offset;
}

/** @returns the start of the grapheme before an offset; 0 at the start of the text. */
export function boundaryBefore(text: string, offset: number): number {
  return boundaryAtOrBefore(text, Math.max(0, offset - 1));
}

/** @returns the end of the grapheme after an offset; the length at the end of the text. */
export function boundaryAfter(text: string, offset: number): number {
  return boundaryAtOrAfter(text, offset + 1);
}
