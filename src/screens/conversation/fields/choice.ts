import { answerPicked, choiceOnRecord, choicesFor } from '../../../desk/choices.ts';
import { foldForSearch } from '../../../language/fold.ts';
import type { Answered } from '../../../rules/events.ts';
import type { Choice } from '../../../rules/playbook.ts';
import type { Question } from '../../../rules/questions.ts';
import { refuse } from '../../../rules/values.ts';
import { clamp } from '../../kit/clamp.ts';
import type { Key } from '../../kit/keys.ts';
import { emptyBuffer, setText, type TextBuffer, textOf } from '../../kit/text-buffer.ts';
import { applyTextKey } from '../../kit/text-keys.ts';
import type { FieldContext, Submission } from './field.ts';

/** One of a list, found by typing a part of it or with the arrow keys. */
export interface ChoiceField {
  readonly kind: 'choice';
  readonly question: Question;
  /** What is typed to find a choice. */
  readonly buffer: TextBuffer;
  readonly options: readonly Choice[];
  /** Which of the fitting options is in hand. */
  readonly index: number;
  /** The id of the recorded choice. */
  readonly recorded: string | undefined;
}

/** @returns a list with the recorded choice in hand, else the usual one, else the first. */
export function openChoice(
  question: Question,
  context: FieldContext,
  draft: string | undefined,
): ChoiceField {
  const recorded = choiceOnRecord(context.conversation, question);
  const listed = choicesFor(context.words, context.conversation, question);
  const options =
    recorded !== undefined && !listed.some(({ id }) => id === recorded)
      ? [{ id: recorded, label: recorded }, ...listed]
      : listed;
  const index = options.findIndex(({ id, usual }) =>
    recorded === undefined ? usual === true : id === recorded,
  );
  const field: ChoiceField = {
    kind: 'choice',
    question,
    buffer: emptyBuffer({ multiLine: false, maxLength: 200 }),
    options,
    index: index === -1 ? firstIndex(question) : index,
    recorded,
  };
  return draft === undefined || draft === ''
    ? field
    : filtered(field, setText(field.buffer, draft));
}

/** @returns the options that fit what is typed, and last what was typed where that may be taken. */
export function fitting(field: ChoiceField): readonly Choice[] {
  const typed = textOf(field.buffer).trim();
  if (typed === '') return field.options;
  const tokens = foldForSearch(typed).split(' ').filter(Boolean);
  const fits = field.options.filter((option) => {
    const text = foldForSearch(`${option.label} ${option.id} ${option.hint ?? ''}`);
    return tokens.every((token) => text.includes(token));
  });
  const starts = (option: Choice): number =>
    Number(!foldForSearch(option.label).startsWith(tokens[0] ?? ''));
  const ordered = fits.toSorted((a, b) => starts(a) - starts(b));
  return field.question.open === true && !ordered.some(({ label }) => label === typed)
    ? [...ordered, { id: typed, label: typed }]
    : ordered;
}

/** @returns the field after a key, or undefined when the key is none of its own. */
export function typeChoice(
  field: ChoiceField,
  key: Key,
  context: FieldContext,
): ChoiceField | undefined {
  if (key.kind === 'key' && !key.ctrl && !key.alt) {
    const last = fitting(field).length - 1;
    const move = { up: -1, down: 1, pageup: -context.rows, pagedown: context.rows }[
      key.name as string
    ];
    if (move !== undefined) return { ...field, index: clamp(field.index + move, 0, last) };
    if (key.name === 'home') return { ...field, index: 0 };
    if (key.name === 'end') return { ...field, index: Math.max(0, last) };
  }
  const buffer = applyTextKey(field.buffer, key, context.columns, 1);
  return buffer && filtered(field, buffer);
}

/** @returns what Enter comes to. */
export function submitChoice(field: ChoiceField): Submission {
  const { question, recorded } = field;
  if (isLeftOut(field)) return leaveOut(question);
  const picked = fitting(field)[field.index];
  if (picked === undefined && field.index === -1) {
    return { refusal: refuse('choose_one', {}, question.name) };
  }
  if (picked === undefined) {
    return { refusal: refuse('nothing_fits', { typed: textOf(field.buffer) }, question.name) };
  }
  if (picked.id === recorded) return { same: true };
  if (question.name === 'language') {
    return { commit: { kind: 'fact', fact: 'language', value: picked.id } };
  }
  return { commit: { kind: 'answer', answer: answerPicked(question, picked.id) } };
}

/**
 * What may be left out, and what a hurried Enter must not decide, has nothing in hand until something
 * is typed or chosen: nobody is English, and no cause the first of the list, by accident (P2, P6).
 */
const firstIndex = ({ required, deliberate }: Question, buffer?: TextBuffer): number =>
  (required && deliberate !== true) || (buffer !== undefined && textOf(buffer).trim() !== '')
    ? 0
    : -1;

/** @returns whether Enter leaves the question out. */
export const isLeftOut = ({ question, index, buffer }: ChoiceField): boolean =>
  !question.required && index === -1 && textOf(buffer).trim() === '';

function leaveOut({ name, about }: Question): Submission {
  if (about === 'customer') return { commit: { kind: 'pass', question: name } };
  return { commit: { kind: 'answer', answer: { question: name, value: null } as Answered } };
}

const filtered = (field: ChoiceField, buffer: TextBuffer): ChoiceField => ({
  ...field,
  buffer,
  index: textOf(buffer) === textOf(field.buffer) ? field.index : firstIndex(field.question, buffer),
});
