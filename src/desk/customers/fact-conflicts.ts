import { factNames } from '../../rules/customer-facts.ts';
import type { CustomerFact } from '../../rules/state.ts';
import type { Reader } from '../../store/reader.ts';
import type { CustomerRow } from '../../store/tables/customer.ts';

/** Two customers are one, and something is known of both that differs. */
export interface FactConflict {
  readonly fact: CustomerFact;
  /** What stays known of the one who stands for both. */
  readonly kept: string;
  /** What was known of the other, who keeps it on their own page. */
  readonly other: string;
}

/** @returns where two customers differ, however it is written; what only one of them has is no conflict. */
export async function factConflicts(
  read: Reader,
  from: CustomerRow,
  into: CustomerRow,
): Promise<readonly FactConflict[]> {
  const shared = new Set(
    (await read.customersWithSameKeys(from, SHARING))
      .filter(({ id }) => id === into.id)
      .map(({ by }): CustomerFact => by),
  );
  return factNames.flatMap((fact) => {
    const [kept, other] = [into[fact], from[fact]];
    if (kept === null || other === null || shared.has(fact)) return [];
    return kept.trim() === other.trim() ? [] : [{ fact, kept, other }];
  });
}

/** So many who share a number are looked through for the other one. */
const SHARING = 1000;
