/** Where words begin and end, in every script (UAX #29, dictionaries for Thai, Khmer, Chinese, ...). */

import { segmenterOf } from '../../../language/segmenter.ts';
import { boundaryAtOrAfter, boundaryAtOrBefore } from './graphemes.ts';
import type { Place } from './place.ts';

// Looking a few hundred characters around is enough for any word, and keeps long Thai quick.
const reach = 400;

/** @returns the start of the word before a place; at the start of a paragraph the end of the one above. */
export function wordLeftOf(paragraphs: readonly string[], place: Place): Place {
  if (place.offset === 0) {
    const above = place.paragraph - 1;
    return above < 0 ? place : { paragraph: above, offset: paragraphs[above]?.length ?? 0 };
  }
  const text = paragraphs[place.paragraph] ?? '';
  const from = boundaryAtOrBefore(text, place.offset - reach);
  const before = [...segmenterOf('word').segment(text.slice(from, place.offset))];
  const word = before.findLast(({ isWordLike }) => isWordLike === true);
  const offset = boundaryAtOrBefore(text, from + (word?.index ?? 0));
  return { paragraph: place.paragraph, offset };
}

/** @returns the end of the word after a place; at the end of a paragraph the start of the one below. */
export function wordRightOf(paragraphs: readonly string[], place: Place): Place {
  const text = paragraphs[place.paragraph] ?? '';
  if (place.offset >= text.length) {
    const below = place.paragraph + 1;
    return below < paragraphs.length ? { paragraph: below, offset: 0 } : place;
  }
  const window = text.slice(place.offset, boundaryAtOrAfter(text, place.offset + reach));
  for (const { segment, index, isWordLike } of segmenterOf('word').segment(window)) {
    if (isWordLike !== true) continue;
    const offset = boundaryAtOrAfter(text, place.offset + index + segment.length);
    return { paragraph: place.paragraph, offset };
  }
  return { paragraph: place.paragraph, offset: place.offset + window.length };
}
