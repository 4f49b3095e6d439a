import type { Conversation, Occasion } from '../conversation.ts';
import type { OfferPut } from '../events.ts';
import { remedyOf } from '../offers.ts';
import type { Remedy } from '../playbook.ts';
import { type Refusal, refuse } from '../values.ts';
import { standing } from './standing.ts';

type When = Pick<Occasion, 'agent' | 'now'>;

/**
 * Whether a set of remedies may be put before the customer (P19, P20).
 * @returns the faults, each with the path of the field it is about; empty when all may be put
 */
export function refusesOffers(
  conversation: Conversation,
  offers: readonly OfferPut[],
  occasion: When,
): readonly Refusal[] {
  if (offers.length === 0) return [refuse('nothing_offered', {}, 'offers')];
  return offers.flatMap((offer, index) => {
    const path = `offers[${index}]`;
    const twice = offers.findIndex((other) => other.remedy === offer.remedy) !== index;
    if (twice) return [refuse('offered_twice', { remedy: offer.remedy }, path)];
    const fault = refusesOffer(conversation, offer, occasion, path);
    return fault === undefined ? [] : [fault];
  });
}

function refusesOffer(
  conversation: Conversation,
  offer: OfferPut,
  occasion: When,
  path: string,
): Refusal | undefined {
  const { playbook } = conversation;
  const remedy = remedyOf(playbook, offer.remedy);
  if (remedy === undefined) {
    const known = playbook.remedies.map(({ id }) => id).join(', ');
    return refuse('unknown_choice', { given: offer.remedy, known }, `${path}.remedy`);
  }
  return (
    refusesSize(remedy, offer, path) ?? refusesStanding(conversation, remedy, offer, occasion, path)
  );
}

/** @returns what is wrong with the size that an offer names, or leaves out. */
export function refusesSize(remedy: Remedy, offer: OfferPut, path: string): Refusal | undefined {
  const facts = { remedy: remedy.label };
  const named = offer.amount !== undefined || offer.currency !== undefined;
  if (remedy.measure !== 'amount' && named) {
    return refuse('takes_no_amount', facts, `${path}.amount`);
  }
  if (remedy.measure !== 'percent' && offer.percent !== undefined) {
    return refuse('takes_no_percent', facts, `${path}.percent`);
  }
  if (remedy.measure === 'amount') {
    if (offer.amount === undefined || offer.currency === undefined) {
      return refuse('amount_missing', facts, `${path}.amount`);
    }
    const known = /^[A-Z]{3}$/.test(offer.currency);
    if (!Number.isSafeInteger(offer.amount) || offer.amount <= 0 || !known) {
      return refuse('bad_amount', facts, `${path}.amount`);
    }
  }
  if (remedy.measure === 'percent') {
    if (offer.percent === undefined) return refuse('percent_missing', facts, `${path}.percent`);
    if (!(offer.percent > 0 && offer.percent <= 100)) {
      return refuse('bad_percent', facts, `${path}.percent`);
    }
  }
  return undefined;
}

function refusesStanding(
  conversation: Conversation,
  { label: remedy, measure }: Remedy,
  offer: OfferPut,
  occasion: When,
  path: string,
): Refusal | undefined {
  const stands = standing(conversation, offer, occasion);
  if (stands.kind === 'yours') return undefined;
  if (stands.kind === 'ask') return refuse('ask_first', { remedy }, path);
  const { limit } = stands;
  switch (stands.over) {
    case 'percent':
      return refuse(
        'above_percent',
        { remedy, percent: offer.percent ?? 0, limit: limit.percent ?? 0 },
        `${path}.percent`,
      );
    case 'amount': {
      const { minor = 0, currency = conversation.playbook.currency } = limit.amount ?? {};
      const facts = { remedy, limit: minor, limitCurrency: currency };
      return refuse('above_amount', facts, `${path}.amount`);
    }
    case 'customer': {
      const { sum, left, days, given } = stands.customer;
      // What is left is the line that holds for this offer.
      const facts = { remedy, limit: left, limitCurrency: sum.currency, days, times: given.length };
      return refuse('above_customer', facts, measure === 'amount' ? `${path}.amount` : path);
    }
  }
}
