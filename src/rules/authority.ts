import type { OfferPut } from './events.ts';
import { remedyOf } from './offers.ts';
import type { Limit, Playbook, Remedy, Role } from './playbook.ts';
import { type Refusal, refuse } from './values.ts';

/** Whether a remedy of a certain size is somebody's to give, and where the line runs (P20, P21). */
export type Standing =
  | { readonly kind: 'yours'; readonly limit?: Limit }
  | { readonly kind: 'ask'; readonly limit: Limit }
  | { readonly kind: 'above'; readonly limit: Limit; readonly over: 'amount' | 'percent' };

/** @returns the line that holds for a role and a remedy; the remedy's own line goes before the general one. */
export function limitFor(playbook: Playbook, role: Role, remedyId: string): Limit {
  const authority = playbook.authority[role];
  return authority.remedies[remedyId] ?? authority.limit;
}

/**
 * Whether a role may offer this without asking. A sum in another currency than the line's cannot
 * be compared, so it is asked for.
 * @param offer the remedy with its size, where it has one; a remedy that costs us something without
 *   naming a sum is measured by its cost
 */
export function standing(playbook: Playbook, role: Role, offer: OfferPut): Standing {
  const limit = limitFor(playbook, role, offer.remedy);
  if (limit.ask === true) return { kind: 'ask', limit };
  const cost = costOf(remedyOf(playbook, offer.remedy), offer);
  if (limit.amount !== undefined && cost !== undefined) {
    if (cost.currency !== limit.amount.currency || cost.minor > limit.amount.minor) {
      return { kind: 'above', limit, over: 'amount' };
    }
  }
  if (limit.percent !== undefined && offer.percent !== undefined && offer.percent > limit.percent) {
    return { kind: 'above', limit, over: 'percent' };
  }
  return { kind: 'yours', limit };
}

/**
 * Whether a set of remedies may be put before the customer (P19, P20).
 * @returns the faults, each with the path of the field it is about; empty when all may be put
 */
export function refusesOffers(
  playbook: Playbook,
  role: Role,
  offers: readonly OfferPut[],
): readonly Refusal[] {
  if (offers.length === 0) return [refuse('nothing_offered', {}, 'offers')];
  return offers.flatMap((offer, index) => {
    const path = `offers[${index}]`;
    const twice = offers.findIndex((other) => other.remedy === offer.remedy) !== index;
    if (twice) return [refuse('offered_twice', { remedy: offer.remedy }, path)];
    const fault = refusesOffer(playbook, role, offer, path);
    return fault === undefined ? [] : [fault];
  });
}

function refusesOffer(
  playbook: Playbook,
  role: Role,
  offer: OfferPut,
  path: string,
): Refusal | undefined {
  const remedy = remedyOf(playbook, offer.remedy);
  if (remedy === undefined) {
    const known = playbook.remedies.map(({ id }) => id).join(', ');
    return refuse('unknown_choice', { given: offer.remedy, known }, `${path}.remedy`);
  }
  return refusesSize(remedy, offer, path) ?? refusesStanding(playbook, role, remedy, offer, path);
}

function refusesSize(remedy: Remedy, offer: OfferPut, path: string): Refusal | undefined {
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
  playbook: Playbook,
  role: Role,
  remedy: Remedy,
  offer: OfferPut,
  path: string,
): Refusal | undefined {
  const stands = standing(playbook, role, offer);
  if (stands.kind === 'yours') return undefined;
  if (stands.kind === 'ask') return refuse('ask_first', { remedy: remedy.label }, path);
  return stands.over === 'percent'
    ? refuse(
        'above_percent',
        { remedy: remedy.label, percent: offer.percent ?? 0, limit: stands.limit.percent ?? 0 },
        `${path}.percent`,
      )
    : refuse(
        'above_amount',
        {
          remedy: remedy.label,
          limit: stands.limit.amount?.minor ?? 0,
          limitCurrency: stands.limit.amount?.currency ?? playbook.currency,
        },
        `${path}.amount`,
      );
}

/** What giving it costs us: the sum named, or the remedy's own price. */
function costOf(remedy: Remedy | undefined, offer: OfferPut) {
  if (offer.amount !== undefined && offer.currency !== undefined) {
    return { minor: offer.amount, currency: offer.currency };
  }
  return remedy?.cost;
}
