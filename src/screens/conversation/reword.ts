import { replacedBy } from '../../desk/better-wording.ts';
import type { FoundPhrase } from '../../rules/phrases.ts';
import { replaceRange, type TextBuffer, textOf } from '../kit/text-buffer.ts';

/**
 * Puts the better wording into a text (P16).
 * @param language BCP 47 tag of the text
 */
export function reworded(buffer: TextBuffer, found: FoundPhrase, language: string): TextBuffer {
  const { start, end } = replacedBy(found, textOf(buffer), language);
  return replaceRange(buffer, start, end, found.phrase.better);
}
