import type { OfferPut } from './events.ts';
import type { Playbook, Remedy } from './playbook.ts';
import type { ComplaintState, Offer } from './state.ts';

/** @returns the offers that stand before the customer: put, and not declined. */
export const openOffers = (state: ComplaintState): readonly Offer[] =>
  state.offers.filter((offer) => offer.state !== 'declined');

/** @returns what stands before the customer with one more beside it, in place of the same remedy (P19). */
export const offersWith = (state: ComplaintState, put: OfferPut): readonly OfferPut[] => [
  ...openOffers(state)
    .filter(({ remedy }) => remedy !== put.remedy)
    .map(({ n: _n, state: _state, ...rest }): OfferPut => rest),
  put,
];

/** @returns the offer the customer took, if any. */
export const chosenOffer = (state: ComplaintState): Offer | undefined =>
  state.offers.find((offer) => offer.state === 'chosen');

/** @returns the remedy of that id, if the playbook still has it. */
export const remedyOf = (playbook: Playbook, id: string): Remedy | undefined =>
  playbook.remedies.find((remedy) => remedy.id === id);

/**
 * Remedies in the order in which they are worth offering: what was wished, what the playbook says
 * answers that wish, what suits the cause, then the rest (P18, P22).
 */
export function fittingRemedies(
  playbook: Playbook,
  wish: string | undefined,
  cause: string | undefined,
): readonly Remedy[] {
  const group = cause?.split('/')[0];
  const rank = (remedy: Remedy): number => {
    if (remedy.id === wish) return 0;
    const suits =
      remedy.fitsCauses.length === 0 ||
      remedy.fitsCauses.some((fit) => fit === cause || fit === group);
    if (wish !== undefined && remedy.fitsWishes.includes(wish)) return suits ? 1 : 2;
    if (remedy.fitsCauses.length > 0 && suits) return 3;
    return suits ? 4 : 5;
  };
  return playbook.remedies
    .map((remedy, index) => ({ remedy, index, rank: rank(remedy) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ remedy }) => remedy);
}

/** @returns an offer of a remedy with the size the playbook usually gives it. */
export function usualOffer(remedy: Remedy): OfferPut {
  if (remedy.measure === 'amount' && remedy.usualAmount !== undefined) {
    const { minor, currency } = remedy.usualAmount;
    return { remedy: remedy.id, amount: minor, currency };
  }
  if (remedy.measure === 'percent' && remedy.usualPercent !== undefined) {
    return { remedy: remedy.id, percent: remedy.usualPercent };
  }
  return { remedy: remedy.id };
}

/** @returns whether the same remedies in the same sizes are put, whatever became of them since. */
export function sameOffers(put: readonly OfferPut[], before: readonly OfferPut[]): boolean {
  const key = (offers: readonly OfferPut[]): string =>
    JSON.stringify(
      offers.map(({ remedy, amount, currency, percent }) => [remedy, amount, currency, percent]),
    );
  return key(put) === key(before);
}
