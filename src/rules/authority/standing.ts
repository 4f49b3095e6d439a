import type { Conversation, Occasion } from '../conversation.ts';
import type { OfferPut } from '../events.ts';
import { remedyOf } from '../offers.ts';
import type { Limit, Remedy } from '../playbook.ts';
import type { Approval } from '../state.ts';
import type { Money } from '../values.ts';
import { authorityOf, limitFor } from './limits.ts';
import { type CustomerLine, customerLine } from './per-customer.ts';

/** Whether a remedy of a certain size is somebody's to give, and where the line runs (P20, P21). */
export type Standing =
  | {
      readonly kind: 'yours';
      readonly limit: Limit;
      /** How much of it one customer may get, where the line says so. */
      readonly customer?: CustomerLine;
      /** Somebody with a wider authority has said yes to it here. */
      readonly approved?: Approval;
    }
  | { readonly kind: 'ask'; readonly limit: Limit }
  | { readonly kind: 'above'; readonly limit: Limit; readonly over: 'amount' | 'percent' }
  | {
      readonly kind: 'above';
      readonly limit: Limit;
      /** With what this customer was given before it would be more than one customer gets. */
      readonly over: 'customer';
      readonly customer: CustomerLine;
    };

/**
 * Whether somebody may offer this without asking. A sum in another currency than the line's cannot
 * be compared, so it is asked for. What was approved in this complaint is theirs to give, up to the
 * size that was approved.
 * @param offer the remedy with its size, where it has one; a remedy that costs us something without
 *   naming a sum is measured by its cost
 */
export function standing(
  { state, customer, playbook }: Conversation,
  offer: OfferPut,
  { agent, now }: Pick<Occasion, 'agent' | 'now'>,
): Standing {
  const limit = limitFor(playbook, agent, offer.remedy);
  const approved = state.approvals.find((approval) => isApproved(approval, offer));
  if (approved !== undefined) return { kind: 'yours', limit, approved };
  if (limit.ask === true) return { kind: 'ask', limit };
  const cost = costOf(remedyOf(playbook, offer.remedy), offer);
  if (limit.amount !== undefined && cost !== undefined && exceeds(cost, limit.amount)) {
    return { kind: 'above', limit, over: 'amount' };
  }
  if (limit.percent !== undefined && offer.percent !== undefined && offer.percent > limit.percent) {
    return { kind: 'above', limit, over: 'percent' };
  }
  const isOwnLine = authorityOf(playbook, agent).remedies[offer.remedy] !== undefined;
  const only = isOwnLine ? offer.remedy : undefined;
  const line = customerLine(limit, only, customer?.given ?? [], now);
  if (line === undefined) return { kind: 'yours', limit };
  if (cost !== undefined && exceeds(cost, { ...line.sum, minor: line.left })) {
    return { kind: 'above', limit, over: 'customer', customer: line };
  }
  return { kind: 'yours', limit, customer: line };
}

/**
 * @returns what giving it costs us: the sum named, or the remedy's own price; undefined where that
 *   is not known
 */
export function costOf(remedy: Remedy | undefined, offer: OfferPut): Money | undefined {
  if (offer.amount !== undefined && offer.currency !== undefined) {
    return { minor: offer.amount, currency: offer.currency };
  }
  return remedy?.cost;
}

const exceeds = (cost: Money, line: Money): boolean =>
  cost.currency !== line.currency || cost.minor > line.minor;

/** A yes to a smaller size is no yes to a larger one. */
function isApproved(approval: Approval, offer: OfferPut): boolean {
  if (approval.state !== 'approved' || approval.remedy !== offer.remedy) return false;
  if (offer.amount !== undefined) {
    const { amount, currency } = approval;
    return amount !== undefined && currency === offer.currency && offer.amount <= amount;
  }
  if (offer.percent !== undefined) {
    return approval.percent !== undefined && offer.percent <= approval.percent;
  }
  return approval.amount === undefined && approval.percent === undefined;
}
