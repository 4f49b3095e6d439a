import type { DeskEventBodies, DeskEventType, DeskHappening } from '../rules/desk-events.ts';
import type { StoredEvent } from '../store/event-log.ts';
import type { Transactor } from '../store/transactor.ts';

/**
 * `n` of every event of the desk itself: it counts within a complaint, and these are in none. Their
 * order is that of `seq`, and the UNIQUE (complaint_id, n) of the log does not hold for no complaint.
 */
const N_OF_NONE = 0;

/**
 * Writes down what happened at the desk and not to a complaint, in the transaction that does it.
 * @param agent who did it
 * @param at epoch milliseconds
 * @throws StoreError when it cannot be written
 */
export async function appendDeskEvent<Type extends DeskEventType>(
  tx: Transactor,
  agent: string,
  at: number,
  type: Type,
  body: DeskEventBodies[Type],
): Promise<void> {
  await tx.appendEvent({ complaint: null, n: N_OF_NONE, at, agent, type, body });
}

/** Writes several, in their order. */
export async function appendDeskEvents(
  tx: Transactor,
  agent: string,
  at: number,
  happenings: readonly DeskHappening[],
): Promise<void> {
  for (const { type, body } of happenings) await appendDeskEvent(tx, agent, at, type, body);
}

/**
 * @returns what a line of the log says of the desk itself; undefined when it is about a complaint,
 *   or its words were erased
 */
export function deskEventOf({ complaint, type, body }: StoredEvent): DeskHappening | undefined {
  if (complaint !== null || body === undefined) return undefined;
  return { type, body } as DeskHappening;
}
