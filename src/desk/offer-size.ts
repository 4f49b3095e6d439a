/** How large an offer is, as people type it. */

import { readMoney } from '../language/read-money.ts';
import type { OfferPut } from '../rules/events.ts';
import type { Remedy } from '../rules/playbook.ts';
import { type Currency, currency, type Minor, minor } from '../rules/values.ts';

/** @returns 15 for `15`, `15 %` and `15.0`, 12.5 for `12,5`; undefined for what is no share. */
export function readShare(typed: string): number | undefined {
  const share = /^\s*(\d{1,3}(?:[.,]\d)?)\s*%?\s*$/.exec(typed)?.[1];
  return share === undefined ? undefined : Number(share.replace(',', '.'));
}

/**
 * @param usual the currency of a sum that names none
 * @returns the sum in its smallest unit, or undefined for what is no sum
 */
export function readSum(
  typed: string,
  usual: string,
): { readonly amount: Minor; readonly currency: Currency } | undefined {
  const sum = readMoney(typed, usual);
  return sum && { amount: minor(sum.minor), currency: currency(sum.currency) };
}

/** @returns an offer of a remedy in the size typed, or undefined while that cannot be read. */
export function offerOfSize(remedy: Remedy, typed: string, usual: string): OfferPut | undefined {
  switch (remedy.measure) {
    case 'none':
      return { remedy: remedy.id };
    case 'percent': {
      const percent = readShare(typed);
      return percent === undefined ? undefined : { remedy: remedy.id, percent };
    }
    case 'amount': {
      const sum = readSum(typed, usual);
      return sum && { remedy: remedy.id, ...sum };
    }
  }
}
