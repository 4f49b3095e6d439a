import { costOf, furthestBack } from '../rules/authority.ts';
import type { GivenRemedy } from '../rules/conversation.ts';
import { remedyOf } from '../rules/offers.ts';
import type { Authority, Playbook } from '../rules/playbook.ts';
import type { ComplaintState } from '../rules/state.ts';
import {
  type ComplaintId,
  type CustomerId,
  complaintId,
  currency,
  type Millis,
  millis,
  minor,
} from '../rules/values.ts';
import type { Reader } from '../store/reader.ts';

const DAY = 86_400_000;

/**
 * @param since what was given at this moment or before is left out
 * @param except a complaint that is left out
 * @returns what a customer was given, the oldest first: what they chose, in every complaint of
 *   theirs, with the sum named or else the remedy's own cost
 */
export async function givenTo(
  read: Reader,
  customer: CustomerId,
  { since, except }: { readonly since: Millis; readonly except: ComplaintId },
  playbook: Playbook,
): Promise<readonly GivenRemedy[]> {
  const rows = await read.givenTo(customer, since, except);
  return rows.map(({ complaint_id, remedy, amount, currency: code, at }) => {
    const sum =
      amount === null || code === null ? {} : { amount: minor(amount), currency: currency(code) };
    const cost = costOf(remedyOf(playbook, remedy), { remedy, ...sum });
    const given = { complaint: complaintId(complaint_id), remedy, at: millis(at) };
    return cost === undefined ? given : { ...given, cost };
  });
}

/**
 * What the rules need to know of a customer's other complaints: as far back as any limit looks, and
 * nothing is read where none does (P21).
 * @param own limits of whoever works here, in place of their role's
 */
export async function givenElsewhere(
  read: Reader,
  { id, customer }: Pick<ComplaintState, 'id' | 'customer'>,
  playbook: Playbook,
  now: Millis,
  own?: Authority,
): Promise<readonly GivenRemedy[]> {
  const days = furthestBack(playbook, own);
  if (customer === undefined || days === 0) return [];
  return givenTo(read, customer, { since: millis(now - days * DAY), except: id }, playbook);
}
