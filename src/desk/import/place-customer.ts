import { foldForSearch } from '../../language/fold.ts';
import type { CustomerFacts } from '../../rules/state.ts';
import { type CustomerId, customerId } from '../../rules/values.ts';
import { noPhone } from '../../store/phone-key.ts';
import { soughtCustomer } from '../../store/sought-customer.ts';
import { customerColumns } from '../rows.ts';
import type { Person } from './draft.ts';
import type { Placing } from './place.ts';
import type { ReadyRow } from './ready-row.ts';

/** Who somebody is here. */
export interface PlacedCustomer {
  readonly id: CustomerId;
  /** What was written down, for somebody new. */
  readonly added?: CustomerFacts;
  /** They are not yet remembered as somebody of that system. */
  readonly isNew: boolean;
  /** The number they have where they come from, where it is somebody else's here. */
  readonly wanted?: string;
}

/**
 * Finds somebody of another system here, or writes them down (P2, P8): by their number there; else by
 * the same name with a phone number, an email address or an account in common. Two whom that system
 * tells apart stay two. Somebody known stays as they are.
 */
export function placeCustomer(
  { shelf, system }: Placing,
  { id: theirs, facts }: Person,
  ready: ReadyRow,
): PlacedCustomer {
  const from = theirs === undefined ? undefined : shelf.customerFrom(system, theirs);
  if (from !== undefined) return { id: customerId(from), isNew: false };
  const { sought = soughtCustomer(facts, noPhone), openedAt, wants } = ready;
  const same = shelf
    .customersWith(sought)
    .filter(({ name }) => plainName(name) === plainName(facts.name))
    .find(({ id }) => theirs === undefined || !shelf.isFrom(system, id));
  if (same !== undefined) return { id: customerId(same.id), isNew: true };
  // Only a desk like this one numbers customers as this one does.
  const number = wants !== undefined && /^[1-9]\d{0,14}$/.test(theirs ?? '') ? Number(theirs) : 0;
  const keeps = number > 0 && !shelf.hasCustomer(number);
  const row = customerColumns(facts, openedAt);
  const id = customerId(shelf.addCustomer(keeps ? { id: number, ...row } : row, sought));
  return {
    id,
    added: facts,
    isNew: true,
    ...(number > 0 && !keeps && theirs !== undefined ? { wanted: theirs } : {}),
  };
}

const plainName = (name: string): string => foldForSearch(name).replaceAll(/\s+/g, ' ').trim();
