import type { MessageKey, Messages } from '../language/messages.ts';
import type { SpokenTime } from '../language/spoken-time.ts';
import type { ComplaintEvent, OfferPut } from '../rules/events.ts';
import { isQuestionName } from '../rules/questions.ts';
import { sizeOfOffer } from './labels.ts';

/**
 * Says what happened in one line: `cli.event.<type>`.
 * @param event undefined when its words were erased
 * @returns text as it was given: whoever prints it makes it safe
 */
export function eventWords(
  event: ComplaintEvent | undefined,
  words: Messages,
  spoken: SpokenTime,
): string {
  if (event === undefined) return words.say('cli.event.erased');
  const say = (key: MessageKey, values: Record<string, string> = {}) => words.say(key, values);
  switch (event.type) {
    case 'opened':
    case 'promises_settled':
    case 'taken_up':
    case 'finished':
      return say(`cli.event.${event.type}`);
    case 'customer_identified': {
      const { added, customer } = event.body;
      return added === undefined
        ? say('cli.event.customer_identified', { customer: String(customer) })
        : say('cli.event.customer_added', { name: added.name });
    }
    case 'customer_changed': {
      const { fact, to } = event.body;
      return say('cli.event.customer_changed', { fact, to: to ?? '-' });
    }
    case 'customer_passed':
      return say('cli.event.passed', { question: labelOf(words, event.body.question) });
    case 'answered': {
      const { question, value } = event.body;
      const label = labelOf(words, question);
      if (value === null) return say('cli.event.passed', { question: label });
      const text = question === 'followup' ? spoken.fullMoment(Number(value)) : String(value);
      return say('cli.event.answered', { question: label, value: text });
    }
    case 'offered':
      return say('cli.event.offered', {
        offers: event.body.offers.map(offerWords(words)).join('; '),
      });
    case 'promised': {
      const { what, who, due } = event.body;
      return say('cli.event.promised', { what, who, moment: spoken.fullMoment(due) });
    }
    case 'promise_withdrawn':
      return say('cli.event.promise_withdrawn', { n: String(event.body.promise) });
    case 'handed_over':
      return say('cli.event.handed_over', { to: event.body.to, reason: event.body.reason });
    case 'escalated':
      return say('cli.event.escalated', { reason: event.body.reason });
    case 'callback_set':
      return say('cli.event.callback_set', {
        moment: spoken.fullMoment(event.body.at),
        reason: event.body.reason,
      });
    case 'waiting':
      return say('cli.event.waiting', {
        moment: spoken.fullMoment(event.body.until),
        reason: event.body.reason,
      });
    case 'undone':
      return say('cli.event.undone', { n: String(event.body.undoes) });
  }
}

const labelOf = (words: Messages, question: string): string => {
  const key = `question.${question}`;
  return isQuestionName(question) && words.has(key) ? words.say(key) : question;
};

const offerWords =
  (words: Messages) =>
  (offer: OfferPut): string =>
    [offer.remedy, sizeOfOffer(words, offer)].filter((part) => part !== undefined).join(', ');
