import type { Messages } from '../../language/messages.ts';
import type { Conversation } from '../../rules/conversation.ts';
import type { OfferPut } from '../../rules/events.ts';
import { remedyOf } from '../../rules/offers.ts';
import { fill, joinChoices } from '../../rules/wording.ts';
import { labelOfAnswer, sizeOfOffer } from '../labels.ts';

/** @returns what each offer lets us do, filled in: "send you a new kettle", "refund €29.90". */
export function offerClauses(
  { playbook, state }: Conversation,
  offers: readonly OfferPut[],
  words: Messages,
): readonly string[] {
  const product = labelOfAnswer(words, playbook, state.answers, 'product');
  return offers.flatMap((offer) => {
    const say = remedyOf(playbook, offer.remedy)?.say;
    const size = sizeOfOffer(words, offer);
    const filled =
      say === undefined
        ? undefined
        : fill(say, { amount: size, percent: size, product: product ?? words.say('say.product') });
    return filled === undefined ? [] : [filled];
  });
}

/** @returns "We can either ... or ... Which would you prefer?", or undefined with nothing to offer (P19). */
export function offersSentence(
  conversation: Conversation,
  offers: readonly OfferPut[],
  { words }: { readonly words: Messages },
): string | undefined {
  const joined = joinChoices(offerClauses(conversation, offers, words));
  return joined && words.say(`say.offer.${joined.kind}`, { ...joined });
}

/** @returns as lines have it: "either ... or ..."; undefined for one alone, which is no choice. */
export function eitherOr(clauses: readonly string[], words: Messages): string | undefined {
  const joined = joinChoices(clauses);
  return joined === undefined || joined.kind === 'one'
    ? undefined
    : words.say(`say.either.${joined.kind}`, { ...joined });
}
