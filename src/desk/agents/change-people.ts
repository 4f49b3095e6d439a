import type { Refusal } from '../../rules/values.ts';
import type { Desk } from '../desk.ts';
import { appendDeskEvents } from '../desk-events.ts';
import type { Permit } from './permit.ts';
import type { PeoplePlan, Planned } from './plan.ts';

/** What came of a change to the people. */
export type PeopleChanged = Planned;

/** A rule does not let somebody be added or changed, where nobody is there to be told otherwise. */
export class PeopleRefused extends Error {
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super('the people cannot be changed so');
    this.name = 'PeopleRefused';
    this.refusals = refusals;
  }
}

/** @returns what a plan would come to; nothing is written. */
export async function previewPeople(
  { store, now }: Pick<Desk, 'store' | 'now'>,
  plan: PeoplePlan,
): Promise<PeopleChanged> {
  return plan(await store.read.agents(), now());
}

/**
 * Carries a plan out: the row and what the log says of it, in one transaction.
 * @param permit leave to change people, from `permitFor`
 * @throws StoreError when it cannot be written; nothing was changed then
 */
export async function changePeople(
  { store, now }: Pick<Desk, 'store' | 'now'>,
  permit: Permit,
  plan: PeoplePlan,
): Promise<PeopleChanged> {
  return store.transact(async (tx) => {
    const at = now();
    const planned = plan(await tx.agents(), at);
    if (!planned.ok) return planned;
    if (planned.happenings.length === 0) return planned;
    await tx.putAgent(planned.row);
    await appendDeskEvents(tx, permit.by, at, planned.happenings);
    return planned;
  });
}
