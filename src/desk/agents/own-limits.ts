import { readMoney } from '../../language/read-money.ts';
import type { Authority, Limit } from '../../rules/playbook.ts';
import {
  type Currency,
  currency,
  type Money,
  minor,
  type Refusal,
  refuse,
} from '../../rules/values.ts';
import { readShare } from '../offer-size.ts';

/** Limits of somebody's own, as they are typed. */
export interface OwnLimits {
  /** A sum: `80`, `80.00 EUR`. */
  readonly amount?: string | undefined;
  /** `20`, `20 %`. */
  readonly percent?: string | undefined;
  /** All that one customer gets from the desk in so many days. */
  readonly customer?: string | undefined;
  readonly days?: string | undefined;
}

/** What was read, or every reason why it cannot be, with the name of the limit as the field. */
export type OwnLimitsRead =
  | { readonly ok: true; readonly authority: Authority }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/**
 * Reads limits of somebody's own.
 * @param before what they had; what is not typed stays
 * @param usual the playbook's currency, which every limit is in
 */
export function ownAuthority(
  typed: OwnLimits,
  before: Authority | null,
  usual: Currency,
): OwnLimitsRead {
  const refusals: Refusal[] = [];
  const limit: { -readonly [Name in keyof Limit]: Limit[Name] } = { ...before?.limit };
  const sum = (given: string, field: string): Money | undefined => {
    const read = readMoney(given, usual);
    if (read === undefined) refusals.push(refuse('limit_not_a_sum', { given }, field));
    else if (read.currency !== usual) {
      refusals.push(refuse('limit_other_currency', { given, currency: usual }, field));
    } else return { minor: minor(read.minor), currency: currency(read.currency) };
    return undefined;
  };
  if (typed.amount !== undefined) {
    const amount = sum(typed.amount, 'amount');
    if (amount !== undefined) limit.amount = amount;
  }
  if (typed.percent !== undefined) {
    const percent = readShare(typed.percent);
    if (percent === undefined || percent > 100) {
      refusals.push(refuse('limit_not_a_share', { given: typed.percent }, 'percent'));
    } else limit.percent = percent;
  }
  if (typed.customer !== undefined && typed.days !== undefined) {
    const all = sum(typed.customer, 'customer');
    const days = /^[1-9]\d{0,3}$/.test(typed.days.trim()) ? Number(typed.days) : undefined;
    if (days === undefined) refusals.push(refuse('limit_not_days', { given: typed.days }, 'days'));
    else if (all !== undefined) limit.perCustomer = { sum: all, days };
  }
  return refusals.length > 0
    ? { ok: false, refusals }
    : { ok: true, authority: { limit, remedies: before?.remedies ?? {} } };
}
