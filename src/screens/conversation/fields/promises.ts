import {
  keptPromise,
  type PromisePart,
  promiseDraft,
  promiseParts,
} from '../../../desk/promise-draft.ts';
import { whenNotRead } from '../../../desk/read-dates.ts';
import { readWhen } from '../../../language/when.ts';
import { openPromises, refusesPromise } from '../../../rules/promises.ts';
import type { Question } from '../../../rules/questions.ts';
import { millis, refuse } from '../../../rules/values.ts';
import { clamp } from '../../kit/clamp.ts';
import type { Key } from '../../kit/keys.ts';
import { bufferOf, type TextBuffer, textOf } from '../../kit/text-buffer.ts';
import { applyTextKey } from '../../kit/text-keys.ts';
import type { FieldContext, Submission } from './field.ts';

/** What is promised, by whom, by when, one promise after the other; an empty line ends it. */
export interface PromisesField {
  readonly kind: 'promises';
  readonly question: Question;
  readonly part: PromisePart;
  /** The part being typed. */
  readonly buffer: TextBuffer;
  /** The parts typed before and after it. */
  readonly parts: Readonly<Record<PromisePart, string>>;
  /** Which of the promises made is in hand to be taken back; none while typing. */
  readonly picked: number | undefined;
}

/** @returns an empty promise by the agent, or the one that was being typed. */
export function openPromisesField(
  question: Question,
  { occasion }: FieldContext,
  draft: string | undefined,
): PromisesField {
  const { part, parts } = promiseDraft(draft, occasion.agent.name);
  return { kind: 'promises', question, part, parts, buffer: line(parts[part]), picked: undefined };
}

/** @returns the parts as text to be kept, or an empty one when nothing is typed. */
export const promisesDraft = (field: PromisesField): string =>
  keptPromise({ part: field.part, parts: typedParts(field) });

/** @returns all parts with what is being typed. */
export const typedParts = ({ parts, part, buffer }: PromisesField): PromisesField['parts'] => ({
  ...parts,
  [part]: textOf(buffer),
});

/** @returns the field after a key, or undefined when the key is none of its own. */
export function typePromises(
  field: PromisesField,
  key: Key,
  context: FieldContext,
): PromisesField | undefined {
  if (key.kind === 'key' && !key.ctrl && !key.alt && !key.shift) {
    const made = openPromises(context.conversation.state);
    const { picked } = field;
    if (key.name === 'up' && made.length > 0) {
      return { ...field, picked: clamp((picked ?? made.length) - 1, 0, made.length - 1) };
    }
    if (key.name === 'down' && picked !== undefined) {
      return { ...field, picked: picked + 1 < made.length ? picked + 1 : undefined };
    }
  }
  const buffer = applyTextKey(field.buffer, key, context.columns, 1);
  return buffer && { ...field, buffer, picked: undefined };
}

/** @returns the field one part back, or undefined at its first part. */
export function partBefore(field: PromisesField): PromisesField | undefined {
  const before = promiseParts[promiseParts.indexOf(field.part) - 1];
  return before && atPart(field, before);
}

/** @returns what was understood of the date so far, in full. */
export function promiseEcho(field: PromisesField, context: FieldContext): string | undefined {
  const text = typedParts(field).by.trim();
  if (text === '') return undefined;
  const read = readWhen(text, { now: context.occasion.now, zone: context.zone });
  return 'at' in read ? context.spoken.fullMoment(read.at) : undefined;
}

/** @returns what Enter comes to: the next part, the promise, or that all is promised. */
export function submitPromises(field: PromisesField, context: FieldContext): Submission {
  if (field.picked !== undefined) return { field: { ...field, picked: undefined } };
  const parts = typedParts(field);
  if (field.part === 'what') {
    if (parts.what.trim() !== '') return { field: atPart(field, 'who') };
    return context.conversation.state.passed.includes('promises')
      ? { same: true }
      : { commit: { kind: 'settle' } };
  }
  if (field.part === 'who') {
    if (parts.who.trim() === '')
      return { refusal: refuse('promise_by_nobody', {}, 'promises.who') };
    return { field: atPart(field, 'by') };
  }
  return submitPromise(parts, context);
}

/** @returns the promise in hand taken back, or undefined when none is in hand. */
export function withdrawPicked(
  field: PromisesField,
  context: FieldContext,
): Submission | undefined {
  if (field.picked === undefined) return undefined;
  const promise = openPromises(context.conversation.state)[field.picked];
  return promise && { commit: { kind: 'withdraw', n: promise.n } };
}

function submitPromise(
  parts: PromisesField['parts'],
  { occasion, zone }: FieldContext,
): Submission {
  const typed = parts.by.trim();
  if (typed === '') return { refusal: refuse('promise_without_date', {}, 'promises.by') };
  const read = readWhen(typed, { now: occasion.now, zone });
  if ('reason' in read) {
    return { refusal: whenNotRead(read.reason, typed, 'promises.by') };
  }
  const made = { what: parts.what, who: parts.who, due: millis(read.at) };
  const refusal = refusesPromise(made, occasion.now);
  return refusal === undefined ? { commit: { kind: 'promise', made } } : { refusal };
}

const atPart = (field: PromisesField, part: PromisePart): PromisesField => {
  const parts = typedParts(field);
  return { ...field, part, parts, buffer: line(parts[part]) };
};

const line = (text: string): TextBuffer => bufferOf(text, { multiLine: false, maxLength: 500 });
