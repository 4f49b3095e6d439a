import { type Refusal, refuse } from '../../rules/values.ts';
import type { TextBuffer } from './text-buffer.ts';

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
