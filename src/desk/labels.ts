import type { Messages } from '../language/messages.ts';
import { moneyText } from '../language/money-text.ts';
import { remedyOf } from '../rules/offers.ts';
import type { Playbook } from '../rules/playbook.ts';
import { type QuestionName, questionNamed } from '../rules/questions.ts';
import type { Answers, Offer } from '../rules/state.ts';

/**
 * @returns how people call a choice: the playbook's word for its own lists, ours for the fixed ones
 *   (fault, outcome, ...), else the value itself, such as a product that was typed
 */
export function labelOfChoice(
  words: Messages,
  playbook: Playbook,
  question: QuestionName,
  id: string,
): string {
  const key = `choice.${question}.${id}`;
  if (words.has(key)) return words.say(key);
  const choices = questionNamed(question).choices?.(playbook) ?? [];
  return choices.find((choice) => choice.id === id)?.label ?? id;
}

/** @returns how people call what was answered; undefined when it was not. */
export function labelOfAnswer(
  words: Messages,
  playbook: Playbook,
  answers: Answers,
  question: 'product' | 'wish',
): string | undefined {
  const id = answers[question];
  return id === undefined ? undefined : labelOfChoice(words, playbook, question, id);
}

/** @returns the sub-cause alone: "it arrived damaged", without its group before it. */
export function labelOfSubCause(playbook: Playbook, cause: string | undefined): string | undefined {
  const [group, sub] = cause?.split('/') ?? [];
  const causes = playbook.causes.find(({ id }) => id === group)?.causes;
  return causes?.find(({ id }) => id === sub)?.label;
}

/** @returns an offer as people call it: "refund, €29.90". */
export function labelOfOffer(
  words: Messages,
  playbook: Playbook,
  offer: Omit<Offer, 'n' | 'state'>,
): string {
  const label = remedyOf(playbook, offer.remedy)?.label ?? offer.remedy;
  const size = sizeOfOffer(words, offer);
  return size === undefined ? label : `${label}, ${size}`;
}

/** @returns the sum or the share of an offer as people say it, or undefined when it has none. */
export function sizeOfOffer(
  words: Messages,
  offer: Pick<Offer, 'amount' | 'currency' | 'percent'>,
): string | undefined {
  if (offer.amount !== undefined && offer.currency !== undefined) {
    return moneyText(offer.amount, offer.currency, words.language);
  }
  return offer.percent === undefined ? undefined : `${offer.percent} %`;
}
