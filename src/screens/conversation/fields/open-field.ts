import type { Question } from '../../../rules/questions.ts';
import type { Key } from '../../kit/keys.ts';
import { textOf } from '../../kit/text-buffer.ts';
import { openChoice, submitChoice, typeChoice } from './choice.ts';
import { openCustomer, submitCustomer, typeCustomer } from './customer.ts';
import type { Field, FieldContext, Submission } from './field.ts';
import { offersDraft, openOffersField, submitOffers, typeOffers } from './offers.ts';
import { openPromisesField, promisesDraft, submitPromises, typePromises } from './promises.ts';
import { openText, submitText, typeText } from './text.ts';
import { openWhen, submitWhen, typeWhen } from './when.ts';

/**
 * Opens the field of a question: the one place where a kind of question becomes a kind of field.
 * @param draft unconfirmed text from before; undefined opens with what is recorded or usual
 */
export function openField(
  question: Question,
  context: FieldContext,
  draft: string | undefined,
): Field {
  switch (question.kind) {
    case 'customer':
      return openCustomer(question, context, draft);
    case 'line':
    case 'passage':
      return openText(question, context, draft);
    case 'choice':
    case 'yes':
      return openChoice(question, context, draft);
    case 'day':
    case 'moment':
      return openWhen(question, context, draft);
    case 'offers':
      return openOffersField(question, context, draft);
    case 'promises':
      return openPromisesField(question, context, draft);
  }
}

/** @returns the field after a key, or undefined when the key is none of its own. */
export function typeInField(field: Field, key: Key, context: FieldContext): Field | undefined {
  switch (field.kind) {
    case 'text':
      return typeText(field, key, context);
    case 'choice':
      return typeChoice(field, key, context);
    case 'customer':
      return typeCustomer(field, key, context);
    case 'when':
      return typeWhen(field, key, context);
    case 'offers':
      return typeOffers(field, key, context);
    case 'promises':
      return typePromises(field, key, context);
  }
}

/** @returns what Enter comes to. */
export function submitField(field: Field, context: FieldContext): Submission {
  switch (field.kind) {
    case 'text':
      return submitText(field);
    case 'choice':
      return submitChoice(field);
    case 'customer':
      return submitCustomer(field, context);
    case 'when':
      return submitWhen(field, context);
    case 'offers':
      return submitOffers(field, context);
    case 'promises':
      return submitPromises(field, context);
  }
}

/** @returns the unconfirmed text that is kept within the second, so that a power cut spares it. */
export function draftOf(field: Field): string {
  if (field.kind === 'offers') return offersDraft(field);
  if (field.kind === 'promises') return promisesDraft(field);
  return textOf(field.buffer);
}

/** @returns what is typed beyond what the field opens with by itself; empty when nothing is. */
export function unconfirmedIn(field: Field, context: FieldContext): string {
  const draft = draftOf(field);
  return draft === draftOf(openField(field.question, context, undefined)) ? '' : draft;
}

/** @returns whether letters are text here, so that a single letter cannot be a command. */
export const isTyping = (field: Field): boolean =>
  field.kind !== 'offers' && !(field.kind === 'choice' && textOf(field.buffer) === '');
