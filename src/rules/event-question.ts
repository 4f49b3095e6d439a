import type { ComplaintEvent } from './events.ts';
import { isQuestionName, type QuestionName } from './questions.ts';

/**
 * @returns the question that an event answered, so that undo can go back to it; undefined for events
 *   that belong to no question
 */
export function questionOfEvent(event: ComplaintEvent): QuestionName | undefined {
  switch (event.type) {
    case 'answered':
      return event.body.question;
    case 'offered':
      return 'offers';
    case 'promised':
    case 'promise_withdrawn':
    case 'promises_settled':
      return 'promises';
    case 'customer_identified':
      return 'customer';
    case 'customer_passed':
      return isQuestionName(event.body.question) ? event.body.question : undefined;
    case 'customer_changed': {
      const { fact } = event.body;
      if (fact === 'phone' || fact === 'email') return 'reach';
      return fact === 'account' || fact === 'language' ? fact : 'customer';
    }
    default:
      return undefined;
  }
}
