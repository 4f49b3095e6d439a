import type { ComplaintEvent } from '../../rules/events.ts';
import type { ComplaintState } from '../../rules/state.ts';
import { type ComplaintId, complaintId } from '../../rules/values.ts';
import type { Transactor } from '../../store/transactor.ts';
import { append, clocked, momentAfter, readState, writeState } from '../act.ts';
import type { Desk } from '../desk.ts';
import { BATCH } from './in-batches.ts';

const because = { type: 'reclocked', body: { because: 'key_customer' } } as const;

/**
 * Counts the running clocks of a customer's open complaints anew, a batch of them: a key customer is
 * answered sooner (P25, P39). A clock that is right already says nothing in the log.
 * @param after the complaint that was looked at last
 * @returns those that changed, and the complaint to go on behind; undefined when all were looked at
 */
export async function reclockOpen(
  tx: Transactor,
  desk: Desk,
  customer: number,
  after?: number,
): Promise<{ readonly changed: readonly ComplaintId[]; readonly last: number | undefined }> {
  const ids = await tx.findComplaints({
    // In any other stage every clock has stopped, but for a follow-up's, which has its own date.
    filter: { customer, stage: ['open', 'waiting', 'escalated'] },
    sort: { by: 'id', direction: 'asc' },
    limit: BATCH,
    ...(after === undefined ? {} : { after }),
  });
  const changed: ComplaintId[] = [];
  for (const id of ids) if (await reclock(tx, desk, complaintId(id))) changed.push(complaintId(id));
  return { changed, last: ids.length < BATCH ? undefined : ids.at(-1) };
}

async function reclock(tx: Transactor, desk: Desk, id: ComplaintId): Promise<boolean> {
  const before = await readState(tx, id);
  if (before === undefined || !(await wouldChange(tx, desk, before))) return false;
  const after = await append(tx, desk, before, [because], momentAfter(before, desk.now()));
  await writeState(tx, before, after);
  return true;
}

async function wouldChange(tx: Transactor, desk: Desk, state: ComplaintState): Promise<boolean> {
  const at = momentAfter(state, desk.now());
  const n = state.revision + 1;
  const event: ComplaintEvent = { ...because, complaint: state.id, n, at, agent: desk.agent.name };
  return (await clocked(tx, desk, state, state, event)).body.clocks !== undefined;
}
