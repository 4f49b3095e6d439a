import type { ComplaintEvent, EventBodies } from '../../rules/events.ts';
import { activeEvents } from '../../rules/undo.ts';
import type { CustomerId } from '../../rules/values.ts';
import { complaintId } from '../../rules/values.ts';
import type { Transactor } from '../../store/transactor.ts';
import { append, momentAfter, readState, writeState } from '../act.ts';
import type { Desk } from '../desk.ts';
import { eventOf } from '../rows.ts';

/** Moves a complaint from one customer to another, and says so in its log. */
export async function moveComplaint(
  tx: Transactor,
  desk: Desk,
  id: number,
  body: EventBodies['customer_merged'],
): Promise<void> {
  const before = await readState(tx, complaintId(id));
  if (before === undefined) return;
  const happening = { type: 'customer_merged', body } as const;
  const after = await append(tx, desk, before, [happening], momentAfter(before, desk.now()));
  await writeState(tx, before, after);
}

/** Two customers, the second standing for both. */
export interface Pair {
  readonly from: CustomerId;
  readonly into: CustomerId;
}

/**
 * Which complaints a merging has brought from one customer to another, and nobody has taken back or
 * given to somebody else since.
 * @returns their numbers, the first ones first, at most `limit` of them
 */
export async function broughtOver(
  tx: Transactor,
  { from, into }: Pair,
  limit: number,
): Promise<readonly number[]> {
  const found: number[] = [];
  for (const id of await tx.complaintsBroughtTo(into)) {
    if (found.length === limit) break;
    const events = (await tx.eventsOf(id)).flatMap((row) => eventOf(row) ?? []);
    const last = lastMerging(events);
    if (last?.from === from && last.to === into) found.push(id);
  }
  return found;
}

/** Each taking apart takes back the newest merging; to name somebody else begins anew. */
function lastMerging(events: readonly ComplaintEvent[]) {
  const mergings: EventBodies['customer_merged'][] = [];
  for (const event of activeEvents(events)) {
    if (event.type === 'customer_identified') mergings.length = 0;
    if (event.type !== 'customer_merged') continue;
    if (event.body.apart) mergings.pop();
    else mergings.push(event.body);
  }
  return mergings.at(-1);
}
