import type { Conversation, Occasion } from './conversation.ts';
import type { Answered } from './events.ts';
import { openOffers } from './offers.ts';
import { openPromises, refusesFuture } from './promises.ts';
import { type Question, questionNamed } from './questions.ts';
import { type Day, type Millis, type Refusal, refuse } from './values.ts';

/**
 * Whether an answer can be taken. Every answer of every way in (keys, lines, files) comes past here.
 * @returns why not, naming the question; undefined when it can
 */
export function refusesAnswer(
  conversation: Conversation,
  { question: name, value }: Answered,
  occasion: Occasion,
): Refusal | undefined {
  const question = questionNamed(name);
  if (!question.asked(conversation)) return refuse('not_asked', {}, name);
  if (value === null) return question.required ? refuse('required', {}, name) : undefined;
  switch (question.kind) {
    case 'line':
    case 'passage':
      return refusesText(question, value);
    case 'yes':
      if (typeof value !== 'boolean') return refuse('not_yes_or_no', {}, name);
      return name === 'thanked' && !value ? refuse('thanks_missing', {}, name) : undefined;
    case 'choice':
      return refusesChoice(conversation, question, value);
    case 'day':
      return refusesPastDay(value, occasion.today, name);
    case 'moment':
      return refusesFuture(value as Millis, occasion.now, name);
    default:
      return refuse('not_an_answer', {}, name);
  }
}

/**
 * Whether a text can be taken for a question: not empty, not too long.
 * @param value what was typed; blanks at its ends do not count
 */
export function refusesText(question: Question, value: unknown): Refusal | undefined {
  if (typeof value !== 'string') return refuse('not_a_text', {}, question.name);
  const { length } = value.trim();
  if (length === 0) return refuse('required', {}, question.name);
  if (question.longest !== undefined && length > question.longest) {
    return refuse('too_long', { longest: question.longest, given: length }, question.name);
  }
  return undefined;
}

function refusesChoice(
  conversation: Conversation,
  question: Question,
  value: unknown,
): Refusal | undefined {
  if (question.name === 'chosen') return refusesChosen(conversation, value);
  if (typeof value !== 'string') return refuse('not_a_text', {}, question.name);
  const choices = question.choices?.(conversation.playbook) ?? [];
  if (!choices.some(({ id }) => id === value)) {
    if (question.open === true) return refusesText(question, value);
    const known = choices.map(({ id }) => id).join(', ');
    return refuse('unknown_choice', { given: value, known }, question.name);
  }
  return question.name === 'outcome' ? refusesOutcome(conversation, value) : undefined;
}

function refusesChosen({ state }: Conversation, value: unknown): Refusal | undefined {
  if (value === 'neither') return undefined;
  const stands = openOffers(state).some(({ n }) => n === value);
  return stands ? undefined : refuse('not_offered', {}, 'chosen');
}

/** An outcome must be true of the record: nobody is told "resolved" while a promise is open (P26). */
function refusesOutcome({ state }: Conversation, outcome: string): Refusal | undefined {
  const promises = openPromises(state).length;
  if (outcome === 'promised' && promises === 0) return refuse('no_promise', {}, 'outcome');
  if (outcome !== 'resolved') return undefined;
  if (promises > 0) return refuse('promise_open', { count: promises }, 'outcome');
  if (state.answers.chosen === 'neither') return refuse('none_chosen', {}, 'outcome');
  if (state.answers.done === undefined) return refuse('nothing_done', {}, 'outcome');
  return undefined;
}

function refusesPastDay(value: unknown, today: Day, field: string): Refusal | undefined {
  if (typeof value !== 'string' || !isDay(value)) return refuse('not_a_day', {}, field);
  if (value > today) return refuse('in_the_future', { day: value }, field);
  return undefined;
}

/** @returns whether a text is a real calendar date written `YYYY-MM-DD`; 31 February is none. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
