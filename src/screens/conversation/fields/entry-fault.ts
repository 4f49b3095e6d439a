import type { Refusal } from '../../../rules/values.ts';
import { bufferFault } from '../../kit/buffer-fault.ts';
import type { Field } from './field.ts';

/** @returns what the field could not take in: too long a paste, or characters that cannot be stored. */
export const entryFault = (field: Field): Refusal | undefined =>
  field.kind === 'offers' ? field.fault : bufferFault(field.buffer, field.question.name);
