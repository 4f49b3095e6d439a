import type { Conversation } from './conversation.ts';
import { openOffers } from './offers.ts';
import { type Question, type QuestionName, questionNamed, questions } from './questions.ts';
import type { Answers, ComplaintState } from './state.ts';
import { type Step, steps } from './steps.ts';

/** @returns the questions this conversation asks as things stand, in order (P2: only what is missing). */
export function questionsAsked(conversation: Conversation): readonly Question[] {
  return questions.filter(
    (question) => question.asked(conversation) || given(conversation, question),
  );
}

/** Where a question stands: answered, passed over on purpose, or still open. */
export type QuestionStanding = 'answered' | 'passed' | 'open';

/** @returns where a question stands. */
export function questionStanding(conversation: Conversation, question: Question): QuestionStanding {
  if (given(conversation, question)) return 'answered';
  return conversation.state.passed.includes(question.name) ? 'passed' : 'open';
}

/** @returns the first question that is still open, or undefined when all is said. */
export function nextQuestion(conversation: Conversation): Question | undefined {
  return questionsAsked(conversation).find(
    (question) => questionStanding(conversation, question) === 'open',
  );
}

/** @returns the question after a given one, whether open or not; undefined after the last. */
export function questionAfter(
  conversation: Conversation,
  name: QuestionName,
): Question | undefined {
  const order = questions.findIndex((question) => question.name === name);
  return questionsAsked(conversation).find((question) => questions.indexOf(question) > order);
}

/** @returns the question before a given one; undefined before the first. */
export function questionBefore(
  conversation: Conversation,
  name: QuestionName,
): Question | undefined {
  const order = questions.findIndex((question) => question.name === name);
  return questionsAsked(conversation).findLast((question) => questions.indexOf(question) < order);
}

/**
 * What must be said before a question can be answered: the first required one in front of it that
 * is open. Going back is always possible; going ahead takes the answers that matter.
 */
export function missingBefore(
  conversation: Conversation,
  name: QuestionName,
): Question | undefined {
  const order = questions.indexOf(questionNamed(name));
  return questionsAsked(conversation).find(
    (question) =>
      questions.indexOf(question) < order &&
      question.required &&
      questionStanding(conversation, question) !== 'answered',
  );
}

/** @returns the required questions that are still open: the conversation cannot end before them. */
export function missingAtEnd(conversation: Conversation): readonly Question[] {
  return questionsAsked(conversation).filter(
    (question) => question.required && questionStanding(conversation, question) !== 'answered',
  );
}

/** How far each step is: done, the one in hand, or still to come. */
export type StepStanding = 'done' | 'now' | 'ahead';

/**
 * @param at the question in hand
 * @returns every step with its standing, for the line that shows where the conversation is
 */
export function stepStandings(
  conversation: Conversation,
  at: QuestionName | undefined,
): readonly { readonly step: Step; readonly standing: StepStanding }[] {
  const now = at === undefined ? undefined : questionNamed(at).step;
  return steps.map((step) => {
    if (step === now) return { step, standing: 'now' };
    const open = questionsAsked(conversation).some(
      (question) => question.step === step && questionStanding(conversation, question) === 'open',
    );
    return { step, standing: open ? 'ahead' : 'done' };
  });
}

/** Whether a question has its answer. */
function given(conversation: Conversation, question: Question): boolean {
  const { state, customer } = conversation;
  switch (question.name) {
    case 'customer':
      return state.customer !== undefined;
    case 'reach':
      return customer?.isNew === true && (customer.phone ?? customer.email) !== undefined;
    case 'account':
    case 'language':
      return customer?.isNew === true && customer[question.name] !== undefined;
    case 'offers':
      return openOffers(state).length > 0;
    case 'promises':
      return false;
    default:
      return question.asked(conversation) && hasAnswer(state, question.name);
  }
}

const hasAnswer = (state: ComplaintState, name: keyof Answers): boolean =>
  state.answers[name] !== undefined;
