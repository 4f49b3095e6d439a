import { proposedFollowUp } from '../../../desk/follow-up.ts';
import { whenNotRead } from '../../../desk/read-dates.ts';
import { dayText } from '../../../language/day-text.ts';
import { localMinute } from '../../../language/local-minute.ts';
import { type DayRead, readDay, readWhen, type WhenRead } from '../../../language/when.ts';
import type { Question } from '../../../rules/questions.ts';
import { day, millis, type Refusal } from '../../../rules/values.ts';
import type { Key } from '../../kit/keys.ts';
import { bufferOf, type TextBuffer, textOf } from '../../kit/text-buffer.ts';
import { applyTextKey } from '../../kit/text-keys.ts';
import type { FieldContext, Submission } from './field.ts';

/** A date, or a date with a time, typed as people say it and echoed in full before it counts. */
export interface WhenField {
  readonly kind: 'when';
  readonly question: Question;
  readonly buffer: TextBuffer;
  /** What the record holds: a day `YYYY-MM-DD` or epoch milliseconds. */
  readonly recorded: string | number | undefined;
  /** What the field was opened with; unchanged, it stands for `recorded`. */
  readonly opened: string;
}

/** @returns the field with the draft, else what is recorded, else what is usual, in words. */
export function openWhen(
  question: Question,
  context: FieldContext,
  draft: string | undefined,
): WhenField {
  const { answers } = context.conversation.state;
  const recorded = question.kind === 'day' ? answers.happened : answers.followup;
  const opened = openingText(question, context, recorded);
  return {
    kind: 'when',
    question,
    buffer: bufferOf(draft ?? opened, { multiLine: false, maxLength: 100 }),
    recorded,
    opened,
  };
}

/** @returns the field after a key, or undefined when the key is none of its own. */
export function typeWhen(field: WhenField, key: Key, context: FieldContext): WhenField | undefined {
  const buffer = applyTextKey(field.buffer, key, context.columns, 1);
  return buffer && { ...field, buffer };
}

/** What was understood so far, in full, or why nothing was. */
export type Understood = { readonly text: string } | { readonly refusal: Refusal } | undefined;

/** @returns the echo that stands beneath the field while typing. */
export function echoOf(field: WhenField, context: FieldContext): Understood {
  const text = textOf(field.buffer).trim();
  if (text === '') return undefined;
  const read = readField(field, context);
  if ('reason' in read) return { refusal: refusalOf(field, read.reason, text) };
  return {
    text:
      'day' in read
        ? dayText(read.day, context.words.language)
        : context.spoken.fullMoment(read.at),
  };
}

/** @returns what Enter comes to. */
export function submitWhen(field: WhenField, context: FieldContext): Submission {
  const text = textOf(field.buffer).trim();
  const name = field.question.name === 'happened' ? 'happened' : 'followup';
  if (text === '') return { commit: { kind: 'answer', answer: { question: name, value: null } } };
  if (field.recorded !== undefined && text === field.opened) return { same: true };
  const read = readField(field, context);
  if ('reason' in read) return { refusal: refusalOf(field, read.reason, text) };
  if ('day' in read) {
    return { commit: { kind: 'answer', answer: { question: 'happened', value: day(read.day) } } };
  }
  return {
    commit: { kind: 'answer', answer: { question: 'followup', value: millis(read.at) } },
  };
}

function readField(field: WhenField, { occasion, zone }: FieldContext): WhenRead | DayRead {
  const text = textOf(field.buffer).trim();
  const now = { now: occasion.now, zone };
  return field.question.kind === 'day' ? readDay(text, now) : readWhen(text, now);
}

function openingText(
  question: Question,
  { conversation, occasion, zone }: FieldContext,
  recorded: string | number | undefined,
): string {
  if (typeof recorded === 'string') return recorded;
  if (recorded !== undefined) return localMinute(recorded, zone);
  if (question.name !== 'followup') return '';
  return localMinute(proposedFollowUp(conversation.playbook.targets, zone, occasion.now), zone);
}

const refusalOf = (field: WhenField, reason: string, typed: string): Refusal =>
  whenNotRead(reason, typed, field.question.name);
