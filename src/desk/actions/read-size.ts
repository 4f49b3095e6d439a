import { type Currency, type Refusal, readRef, refuse } from '../../rules/values.ts';
import { readShare, readSum } from '../offer-size.ts';
import type { Ask, AskKind, GivenValue } from './action.ts';

/** What was typed for something an action asks, or why it is nothing of that kind. */
export type TypedRead = { readonly value: GivenValue } | { readonly refusal: Refusal };

/** What is written in figures. */
export type SizeKind = Extract<AskKind, 'number' | 'money' | 'percent' | 'complaint'>;

/**
 * Reads a number, a sum, a share or a reference as people type it, on a form, in lines and as a flag.
 * Whether it may be taken is for the rules: here it only has to be one.
 * @param currency the desk's own: limits are sums of it, so nothing else can be held against them (P21)
 */
export function readSize(
  { name, kind }: Pick<Ask, 'name'> & { readonly kind: SizeKind },
  typed: string,
  currency: Currency,
): TypedRead {
  switch (kind) {
    case 'number':
      return /^\s*\d{1,15}\s*$/.test(typed)
        ? { value: Number(typed) }
        : { refusal: refuse('not_a_number', {}, name) };
    case 'complaint':
      return orRefusal(readRef(typed), refuse('not_a_reference', { typed }, name));
    case 'percent':
      return orRefusal(readShare(typed), refuse('not_a_share', {}, name));
    case 'money': {
      const sum = readSum(typed, currency);
      if (sum === undefined) return { refusal: refuse('not_money', {}, name) };
      if (sum.currency !== currency) {
        return { refusal: refuse('other_currency', { currency }, name) };
      }
      return { value: { minor: sum.amount, currency } };
    }
  }
}

const orRefusal = (value: GivenValue | undefined, refusal: Refusal): TypedRead =>
  value === undefined ? { refusal } : { value };
