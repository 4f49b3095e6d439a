import { segmenterOf } from '../language/segmenter.ts';
import type { FoundPhrase } from '../rules/phrases.ts';

/** A longer sentence is likely one without full stops: only its phrase is replaced (UTF-16 units). */
const LONGEST_SENTENCE = 200;

/** A part of a text, in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * What the better wording stands in place of (P16). Where it is a sentence itself, that is the whole
 * sentence that the phrase is in, since a half of that would make no sense beside it.
 * @param language BCP 47 tag of the text
 */
export function replacedBy(found: FoundPhrase, text: string, language: string): TextRange {
  const isSentence = /[.!?…]$/.test(found.phrase.better);
  return isSentence ? sentenceAround(text, found, language) : found;
}

function sentenceAround(text: string, { start, end }: TextRange, language: string): TextRange {
  const sentences = segmenterOf('sentence', language).segment(text);
  const first = sentences.containing(start);
  const last = sentences.containing(end - 1);
  if (first === undefined || last === undefined) return { start, end };
  const from = first.index;
  const to = last.index + last.segment.trimEnd().length;
  return to - from > LONGEST_SENTENCE ? { start, end } : { start: from, end: to };
}
