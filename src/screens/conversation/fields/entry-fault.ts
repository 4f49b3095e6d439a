import { type Refusal, refuse } from '../../../rules/values.ts';
import type { TextBuffer } from '../../kit/text-buffer.ts';
import type { Field } from './field.ts';

/** @returns what the field could not take in: too long a paste, or characters that cannot be stored. */
export const entryFault = (field: Field): Refusal | undefined =>
  field.kind === 'offers' ? field.fault : bufferFault(field.buffer, field.question.name);

/**
 * @param name the field's, for the refusal
 * @returns what a text could not take in at the last key
 */
export function bufferFault({ refused, maxLength }: TextBuffer, name: string): Refusal | undefined {
  if (refused === undefined) return undefined;
  return refused === 'too-long'
    ? refuse('too_long', { longest: maxLength }, name)
    : refuse('unprintable', {}, name);
}
