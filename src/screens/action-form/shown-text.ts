import { segmenterOf } from '../../language/segmenter.ts';
import { textOf } from '../kit/text-buffer.ts';
import { type AskField, fittingOptions } from './ask-field.ts';

const DOT = '•';

/** @returns as many dots as a PIN has characters: it is never shown. */
export const hidden = (pin: string): string =>
  DOT.repeat([...segmenterOf('grapheme').segment(pin)].length);

/** @returns what stands in a field that is not in hand, in one line; empty when nothing does. */
export function shownText(field: AskField): string {
  if (field.kind === 'pick') return fittingOptions(field)[field.index]?.label ?? '';
  const text = textOf(field.buffer);
  return field.ask.kind === 'pin' ? hidden(text) : text.replaceAll(/\s+/g, ' ').trim();
}
