import type { DeskEventBodies, FilledFact } from '../../rules/desk-events.ts';
import { refuse } from '../../rules/values.ts';
import type { CustomerRow } from '../../store/tables/customer.ts';
import type { Transactor } from '../../store/transactor.ts';
import type { Desk } from '../desk.ts';
import { appendDeskEvent, appendDeskEvents, deskEventOf } from '../desk-events.ts';
import { recordOf } from './customer-record.ts';
import { type CustomerEdit, editOf, refusesMerged } from './edit-customer.ts';
import { BATCH, inBatches } from './in-batches.ts';
import {
  type Begun,
  type CustomersMerged,
  type MergeOptions,
  nothingNew,
  readPair,
  summed,
} from './merge-customers.ts';
import { broughtOver, moveComplaint, type Pair } from './move-complaint.ts';
import { reclockOpen } from './reclock.ts';

/**
 * Takes two customers apart again who are not one person after all: the complaints that merging
 * brought go back, and what was taken over is given back where nobody has changed it since. What came
 * after the merging stays with the one who stood for both.
 * @throws StoreError when it cannot be written; whole batches stay
 */
export async function partCustomers(
  desk: Desk,
  pair: Pair,
  { dryRun = false }: MergeOptions = {},
): Promise<CustomersMerged> {
  const { from, into } = pair;
  let reclocked: number | undefined;
  let mayReclock = false;
  const results = await inBatches<CustomersMerged>(desk.store, dryRun, async (tx, isFirst) => {
    const ids = await broughtOver(tx, pair, BATCH);
    const begun = isFirst ? await begin(tx, desk, pair, ids.length > 0) : nothingNew;
    if ('refusals' in begun) return { result: { ok: false, ...begun }, more: false };
    mayReclock ||= begun.filled.includes('key');
    const body = { from: into, to: from, apart: true } as const;
    for (const id of ids) await moveComplaint(tx, desk, id, body);
    const unmoved = ids.length === BATCH;
    if (mayReclock && !unmoved) reclocked = (await reclockOpen(tx, desk, into, reclocked)).last;
    const record = await recordOf(tx, into);
    const result = { ok: true, ...begun, moved: ids.length, record } as const;
    return { result, more: unmoved || reclocked !== undefined };
  });
  return summed(results);
}

/** @param unfinished whether complaints are left that an earlier taking apart did not come to */
async function begin(tx: Transactor, desk: Desk, pair: Pair, unfinished: boolean): Promise<Begun> {
  const both = await readPair(tx, pair);
  if ('refusals' in both) return both;
  const { from, into } = both;
  const away = refusesMerged(into);
  if (away.length > 0) return { refusals: away };
  if (from.merged_into !== into.id) {
    if (unfinished && from.merged_into === null) return nothingNew;
    return { refusals: [refuse('not_merged', { from: from.id, into: into.id }, 'from')] };
  }
  const filled = stillTheSame(await filledBy(tx, pair), from, into);
  const { changes, happenings } = editOf(into, givingBack(filled));
  const at = desk.now();
  if (happenings.length > 0) await tx.updateCustomer(into.id, { ...changes, updated_at: at });
  await tx.updateCustomer(from.id, { merged_into: null, updated_at: at });
  const { name } = desk.agent;
  await appendDeskEvents(tx, name, at, happenings);
  await appendDeskEvent(tx, name, at, 'customers_merged', {
    from: pair.from,
    to: pair.into,
    filled,
    apart: true,
  });
  return { filled, conflicts: [] };
}

/** What the newest merging of the two took over, as the log has it. */
async function filledBy(tx: Transactor, { from, into }: Pair): Promise<readonly FilledFact[]> {
  const mergings = (await tx.deskEventsOf('customers_merged')).flatMap(
    (event): readonly DeskEventBodies['customers_merged'][] => {
      const happening = deskEventOf(event);
      return happening?.type === 'customers_merged' ? [happening.body] : [];
    },
  );
  const last = mergings.find((one) => one.from === from && one.to === into && !one.apart);
  return last?.filled ?? [];
}

const stillTheSame = (
  filled: readonly FilledFact[],
  from: CustomerRow,
  into: CustomerRow,
): readonly FilledFact[] => filled.filter((fact) => from[fact] === into[fact]);

function givingBack(filled: readonly FilledFact[]): CustomerEdit {
  const facts = filled.filter((fact) => fact !== 'key' && fact !== 'standing');
  return {
    facts: Object.fromEntries(facts.map((fact) => [fact, ''])),
    key: filled.includes('key') ? false : undefined,
    standing: filled.includes('standing') ? null : undefined,
  };
}
