import { segmenterOf } from '../../language/segmenter.ts';
import type { FoundPhrase } from '../../rules/phrases.ts';
import { replaceRange, type TextBuffer, textOf } from '../kit/text-buffer.ts';

/** A longer sentence is likely one without full stops: only its phrase is replaced (UTF-16 units). */
const LONGEST_SENTENCE = 200;

/**
 * Puts the better wording into a text (P16). Where it is a sentence itself, it stands for the whole
 * sentence that the phrase is in, since a half of that would make no sense beside it.
 * @param language BCP 47 tag of the text
 */
export function reworded(buffer: TextBuffer, found: FoundPhrase, language: string): TextBuffer {
  const { better } = found.phrase;
  const { start, end } = /[.!?…]$/.test(better)
    ? sentenceAround(textOf(buffer), found, language)
    : found;
  return replaceRange(buffer, start, end, better);
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function sentenceAround(text: string, { start, end }: Range, language: string): Range {
  const sentences = segmenterOf('sentence', language).segment(text);
  const first = sentences.containing(start);
  const last = sentences.containing(end - 1);
  if (first === undefined || last === undefined) return { start, end };
  const from = first.index;
  const to = last.index + last.segment.trimEnd().length;
  return to - from > LONGEST_SENTENCE ? { start, end } : { start: from, end: to };
}
