import { type Refusal, refuse } from '../../../rules/values.ts';
import type { Field } from './field.ts';

/** @returns what the field could not take in: too long a paste, or characters that cannot be stored. */
export function entryFault(field: Field): Refusal | undefined {
  if (field.kind === 'offers') return field.fault;
  const { refused } = field.buffer;
  if (refused === 'too-long') {
    return refuse('too_long', { longest: field.question.longest ?? 0 }, field.question.name);
  }
  return refused === undefined ? undefined : refuse('unprintable', {}, field.question.name);
}
