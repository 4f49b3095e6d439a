import type { Conversation } from '../rules/conversation.ts';
import type { ComplaintEvent } from '../rules/events.ts';
import { fold } from '../rules/fold.ts';
import { refusesStage } from '../rules/stages.ts';
import type { ComplaintState } from '../rules/state.ts';
import { type ComplaintId, type Refusal, refOf, refuse } from '../rules/values.ts';
import type { Transactor } from '../store/transactor.ts';
import { act, append, momentAfter, readState, writeState } from './act.ts';
import type { Acted, Desk } from './desk.ts';
import { eventOf } from './rows.ts';

/**
 * Merges a complaint into another one, both saying so in their logs. The one that goes on keeps its
 * story and gets a pointer; the other is closed and keeps its own (P8: nothing is asked again).
 * @param into the complaint that goes on
 */
export function mergeInto(
  desk: Desk,
  before: Conversation,
  { into, reason }: { readonly into: ComplaintId; readonly reason: string },
): Promise<Acted> {
  const { id } = before.state;
  return act(
    desk,
    before,
    async (tx) => {
      const main = await readState(tx, into);
      const refusal = refusesMain(before.state, main, into);
      if (refusal !== undefined || main === undefined) {
        return { refusals: refusal === undefined ? [] : [refusal] };
      }
      const at = momentAfter(main, desk.now());
      const happening = { type: 'absorbed', body: { from: id, reason } } as const;
      const after = await append(tx, desk, main, [happening], at);
      await writeState(tx, main, after);
      // Its conversation goes on in the other one; undoing the merging finds its place again.
      await tx.clearPlace(id);
      return { happenings: [{ type: 'merged', body: { into, reason } }] };
    },
    { place: 'kept' },
  );
}

function refusesMain(
  { id, customer }: ComplaintState,
  main: ComplaintState | undefined,
  into: ComplaintId,
): Refusal | undefined {
  if (into === id) return refuse('merge_with_itself', { reference: refOf(id) }, 'into');
  if (main === undefined) return refuse('no_such_complaint', { id: into }, 'into');
  const refusal = refusesStage(main, 'merge');
  if (refusal !== undefined) return { ...refusal, field: 'into' };
  if (customer !== undefined && main.customer !== undefined && customer !== main.customer) {
    return refuse('other_customer', { reference: refOf(id), into: refOf(into) }, 'into');
  }
  return undefined;
}

/**
 * Takes two complaints apart that were merged: the other half of undoing it, in the same transaction.
 * @param back true when the merging is taken back, false when that is taken back in turn
 */
export async function partFrom(
  tx: Transactor,
  desk: Desk,
  merged: ComplaintEvent & { readonly type: 'merged' },
  back: boolean,
): Promise<Refusal | undefined> {
  const main = await readState(tx, merged.body.into);
  if (main === undefined) return refuse('no_such_complaint', { id: merged.body.into });
  const events = (await tx.eventsOf(main.id)).flatMap((row) => eventOf(row) ?? []);
  const absorbed = events.findLast(
    (event) => event.type === 'absorbed' && event.body.from === merged.complaint,
  );
  const undone = events.findLast(
    (event) => event.type === 'undone' && event.body.undoes === absorbed?.n,
  );
  const undoes = back ? absorbed : undone;
  if (undoes === undefined) return refuse('no_such_complaint', { id: merged.body.into });
  const event: ComplaintEvent = {
    type: 'undone',
    body: { undoes: undoes.n },
    complaint: main.id,
    n: main.revision + 1,
    at: momentAfter(main, desk.now()),
    agent: desk.agent.name,
  };
  const after = fold([...events, event]);
  if (after === undefined) throw new RangeError(`complaint ${main.id} has no events`);
  await tx.appendEvent(event);
  await writeState(tx, main, after);
  return undefined;
}
