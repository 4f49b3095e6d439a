import type { Question } from '../rules/questions.ts';
import { askChoice } from './ask-choice.ts';
import { askCustomer } from './ask-customer.ts';
import { askLine } from './ask-line.ts';
import { askOffers } from './ask-offers.ts';
import { askPassage } from './ask-passage.ts';
import { askPromises } from './ask-promises.ts';
import { askDay, askFollowUp } from './ask-when.ts';
import type { Reply } from './reply.ts';
import type { Talk } from './talk.ts';

/**
 * Asks a question: the one place where a kind of question becomes lines of text.
 * @param draft what was typed before and not confirmed; empty when there is nothing
 */
export function askQuestion(talk: Talk, question: Question, draft: string): Promise<Reply> {
  switch (question.kind) {
    case 'customer':
      return askCustomer(talk, draft);
    case 'line':
      return askLine(talk, question, draft);
    case 'passage':
      return askPassage(talk, question, draft);
    case 'choice':
    case 'yes':
      return askChoice(talk, question);
    case 'day':
      return askDay(talk, question);
    case 'moment':
      return askFollowUp(talk, question);
    case 'offers':
      return askOffers(talk, question);
    case 'promises':
      return askPromises(talk, draft);
  }
}
