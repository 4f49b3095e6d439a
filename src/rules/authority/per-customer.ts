import type { GivenRemedy } from '../conversation.ts';
import type { Limit } from '../playbook.ts';
import { type Millis, type Minor, type Money, minor } from '../values.ts';

const DAY = 86_400_000;

/** Where the line of one customer and period runs, before this offer (P21). */
export interface CustomerLine {
  /** All that they may get within `days` without asking. */
  readonly sum: Money;
  readonly days: number;
  /** What of it is left, never less than nothing. */
  readonly left: Minor;
  /** What they were given within the period and counts, the oldest first. */
  readonly given: readonly GivenRemedy[];
}

/**
 * @param limit the line that holds; without a sum per customer there is nothing to count
 * @param only counts this remedy alone: the line is the remedy's own. Without it everything counts
 * @param given what the customer was given before, over all their complaints
 */
export function customerLine(
  { perCustomer }: Limit,
  only: string | undefined,
  given: readonly GivenRemedy[],
  now: Millis,
): CustomerLine | undefined {
  if (perCustomer === undefined) return undefined;
  const { sum, days } = perCustomer;
  const counted = given
    .filter(({ remedy, at }) => at > now - days * DAY && (only === undefined || remedy === only))
    .sort((one, other) => one.at - other.at);
  const costs = counted.flatMap(({ cost }) => cost ?? []);
  const spent = costs.reduce((all, { minor: each }) => all + each, 0);
  // Nobody can add euro to dollars: somebody else looks at it, as at any sum that cannot be compared.
  const comparable = costs.every(({ currency }) => currency === sum.currency);
  const left = comparable ? Math.max(0, sum.minor - spent) : 0;
  return { sum, days, left: minor(left), given: counted };
}
