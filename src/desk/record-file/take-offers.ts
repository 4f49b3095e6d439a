import { refusesOffers } from '../../rules/authority.ts';
import type { Answered, OfferPut } from '../../rules/events.ts';
import { openOffers, remedyOf } from '../../rules/offers.ts';
import { type Refusal, refuse } from '../../rules/values.ts';
import { decideOffers } from '../converse.ts';
import { occasionOf } from '../desk.ts';
import { readShare, readSum } from '../offer-size.ts';
import type { OfferSaid } from './read-record.ts';
import { fault, happen, isTooEarly, type Taking, takeAnswer } from './taking.ts';

/**
 * Takes what was put to the customer (P19, P20). A size is never filled in: what a file does not
 * name was not said.
 */
export async function takeOffers(taking: Taking, said: readonly OfferSaid[]): Promise<void> {
  const { desk, conversation, now } = taking;
  const read = said.map((offer, index) => readOffer(taking, offer, `offers[${index}]`));
  const unread = read.flatMap(({ refusals }) => refusals);
  const offers = read.map(({ offer }) => offer);
  const decision = decideOffers(desk, conversation, offers, now);
  const refusals = isTooEarly(decision)
    ? refusesOffers(conversation, offers, occasionOf(desk, now))
    : 'refusals' in decision
      ? decision.refusals
      : [];
  // What could not be read looks left out to the rules: it is told once.
  const others = refusals.filter(({ field }) => !unread.some((other) => other.field === field));
  for (const refusal of [...unread, ...others]) {
    fault(taking, 'offers', refusal, refusal.field ?? 'offers');
  }
  if (unread.length + others.length === 0) {
    await happen(taking, { type: 'offered', body: { offers } });
  }
}

interface OfferRead {
  readonly offer: OfferPut;
  readonly refusals: readonly Refusal[];
}

function readOffer(
  { conversation: { playbook } }: Taking,
  { remedy: id = '', amount, percent }: OfferSaid,
  path: string,
): OfferRead {
  const remedy = remedyOf(playbook, id)?.label ?? id;
  const refusals: Refusal[] = [];
  let offer: OfferPut = { remedy: id };
  if (amount !== undefined) {
    const sum = readSum(String(amount), playbook.currency);
    if (sum === undefined) refusals.push(refuse('bad_amount', { remedy }, `${path}.amount`));
    else offer = { ...offer, ...sum };
  }
  if (percent !== undefined) {
    const share = readShare(String(percent));
    if (share === undefined) refusals.push(refuse('bad_percent', { remedy }, `${path}.percent`));
    else offer = { ...offer, percent: share };
  }
  return { offer, refusals };
}

/** Takes the customer's choice: a remedy that was put to them, or neither. */
export async function takeChosen(
  taking: Taking,
  said: string,
  offered: readonly OfferSaid[],
): Promise<void> {
  if (said !== 'neither' && !offered.some(({ remedy }) => remedy === said)) {
    return fault(taking, 'chosen', refuse('not_offered'), 'chosen');
  }
  const n = openOffers(taking.conversation.state).find(({ remedy }) => remedy === said)?.n ?? 0;
  const value = said === 'neither' ? said : n;
  const answer: Answered = { question: 'chosen', value };
  await takeAnswer(taking, answer, 'chosen');
}
