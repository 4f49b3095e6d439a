import { apologiseQuestions } from './questions/apologise.ts';
import { listenQuestions } from './questions/listen.ts';
import { offerQuestions } from './questions/offer.ts';
import type { Question, QuestionName } from './questions/question.ts';
import { resolveQuestions } from './questions/resolve.ts';
import { thankQuestions } from './questions/thank.ts';
import type { AnswerName, Answers } from './state.ts';

export { OTHER_WISH } from './questions/listen.ts';
export { customerLanguages } from './questions/person.ts';
export type { Question, QuestionName } from './questions/question.ts';

/** All questions in the order they are asked. */
export const questions: readonly Question[] = [
  ...listenQuestions,
  ...apologiseQuestions,
  ...offerQuestions,
  ...resolveQuestions,
  ...thankQuestions,
];

/** With it the conversation is over. */
export const LAST_QUESTION: QuestionName = 'thanked';

const byName = new Map(questions.map((question) => [question.name, question]));

/**
 * @param name a question's name
 * @returns its one description
 * @throws RangeError when there is none: a mistake of ours, not of the person
 */
export function questionNamed(name: QuestionName): Question {
  const question = byName.get(name);
  if (question === undefined) throw new RangeError(`no question is named ${name}`);
  return question;
}

/** @returns whether a text is the name of a question. */
export const isQuestionName = (text: string): text is QuestionName =>
  byName.has(text as QuestionName);

/** Questions that are answered with text. */
export type TextAnswerName = {
  [Name in AnswerName]: NonNullable<Answers[Name]> extends string
    ? string extends NonNullable<Answers[Name]>
      ? Name
      : never
    : never;
}[AnswerName];

/** @returns whether a question about the complaint is answered with text that the agent types. */
export const isTextAnswer = (name: QuestionName): name is TextAnswerName => {
  const { about, kind } = questionNamed(name);
  return about === 'complaint' && (kind === 'line' || kind === 'passage');
};
