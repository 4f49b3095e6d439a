import type { Occasion } from '../conversation.ts';
import type { Authority, Limit, Playbook } from '../playbook.ts';

/** Who offers: their role's authority, or one of their own in its place. */
export type Offering = Pick<Occasion['agent'], 'role' | 'authority'>;

/** @returns what somebody may offer without asking (P21). */
export const authorityOf = (playbook: Playbook, { role, authority }: Offering): Authority =>
  authority ?? playbook.authority[role];

/**
 * @returns the line that holds for somebody and a remedy; the remedy's own line goes before the
 *   general one, as a whole
 */
export function limitFor(playbook: Playbook, agent: Offering, remedyId: string): Limit {
  const authority = authorityOf(playbook, agent);
  return authority.remedies[remedyId] ?? authority.limit;
}

/**
 * What somebody with limits of their own may offer: their sizes stand in place of the role's
 * wherever the role has a size; what has to be asked for is still asked for, and what they have no
 * limit for stays as the playbook has it, also when the owner changes it later.
 * @param role what their role may offer
 * @param own what is theirs alone
 */
export function withOwnLimits(role: Authority, own: Authority): Authority {
  const remedies = Object.entries(role.remedies).map(([id, line]) => [
    id,
    resized(line, own.limit),
  ]);
  return {
    limit: { ...role.limit, ...own.limit },
    remedies: { ...Object.fromEntries(remedies), ...own.remedies },
  };
}

function resized(line: Limit, { amount, percent, perCustomer }: Limit): Limit {
  return {
    ...line,
    ...(line.amount !== undefined && amount !== undefined ? { amount } : {}),
    ...(line.percent !== undefined && percent !== undefined ? { percent } : {}),
    ...(line.perCustomer !== undefined && perCustomer !== undefined ? { perCustomer } : {}),
  };
}

/**
 * @param own limits of somebody's own, which may look further back than any role's
 * @returns how many days the limit looks back that looks back furthest; 0 when none does, and then
 *   nobody needs to know what a customer was given before
 */
export function furthestBack({ authority }: Playbook, own?: Authority): number {
  const all = [...Object.values(authority), ...(own === undefined ? [] : [own])];
  const limits = all.flatMap(({ limit, remedies }) => [limit, ...Object.values(remedies)]);
  return Math.max(0, ...limits.map(({ perCustomer }) => perCustomer?.days ?? 0));
}
