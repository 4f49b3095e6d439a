import { readReach } from '../../../rules/customer-facts.ts';
import type { Question } from '../../../rules/questions.ts';
import { isTextAnswer } from '../../../rules/questions.ts';
import { refuse } from '../../../rules/values.ts';
import type { Key } from '../../kit/keys.ts';
import { bufferOf, type TextBuffer, textOf } from '../../kit/text-buffer.ts';
import { applyTextKey } from '../../kit/text-keys.ts';
import type { FieldContext, Submission } from './field.ts';

/** One line of text, or several pages of it. */
export interface TextField {
  readonly kind: 'text';
  readonly question: Question;
  readonly buffer: TextBuffer;
  /** What the record holds; Enter on the same text changes nothing. */
  readonly recorded: string;
}

/** @returns a text field with the draft, else the recorded answer, else what is usual. */
export function openText(
  question: Question,
  context: FieldContext,
  draft: string | undefined,
): TextField {
  const recorded = recordedText(question, context);
  const multiLine = question.kind === 'passage';
  const options =
    question.longest === undefined ? { multiLine } : { multiLine, maxLength: question.longest };
  return {
    kind: 'text',
    question,
    buffer: bufferOf(draft ?? (recorded === '' ? usualText(question, context) : recorded), options),
    recorded,
  };
}

/** @returns the field after a key, or undefined when the key is none of its own. */
export function typeText(field: TextField, key: Key, context: FieldContext): TextField | undefined {
  const buffer = applyTextKey(field.buffer, key, context.columns, context.rows);
  return buffer && { ...field, buffer };
}

/** @returns what Enter comes to. */
export function submitText({ question, buffer, recorded }: TextField): Submission {
  const text = textOf(buffer).trim();
  if (text === recorded && text !== '') return { same: true };
  if (question.about === 'customer') return submitFact(question, text, recorded);
  if (!isTextAnswer(question.name)) throw new RangeError(`${question.name} is not told in text`);
  if (text !== '')
    return { commit: { kind: 'answer', answer: { question: question.name, value: text } } };
  if (question.required) return { refusal: refuse('required', {}, question.name) };
  return { commit: { kind: 'answer', answer: { question: question.name, value: null } } };
}

function submitFact(question: Question, text: string, recorded: string): Submission {
  if (text === '' && recorded === '') return { commit: { kind: 'pass', question: question.name } };
  if (question.name !== 'reach') {
    return { commit: { kind: 'fact', fact: 'account', value: text } };
  }
  const reach = readReach(text);
  if (reach === undefined) return { refusal: refuse('not_reachable', {}, 'reach') };
  return { commit: { kind: 'fact', fact: reach.fact, value: reach.value } };
}

function recordedText(question: Question, { conversation }: FieldContext): string {
  const { state, customer } = conversation;
  if (question.name === 'reach') return customer?.phone ?? customer?.email ?? '';
  if (question.name === 'account') return customer?.account ?? '';
  return isTextAnswer(question.name) ? (state.answers[question.name] ?? '') : '';
}

/** What the complaint helps to improve is, to begin with, what went wrong (P31). */
function usualText(question: Question, { conversation }: FieldContext): string {
  if (question.name !== 'improves') return '';
  const group = conversation.state.answers.cause?.split('/')[0];
  return conversation.playbook.causes.find(({ id }) => id === group)?.label ?? '';
}
