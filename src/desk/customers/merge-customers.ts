import { factNames } from '../../rules/customer-facts.ts';
import type { FilledFact } from '../../rules/desk-events.ts';
import { type CustomerId, type Refusal, refuse } from '../../rules/values.ts';
import type { CustomerRow } from '../../store/tables/customer.ts';
import type { Transactor } from '../../store/transactor.ts';
import type { Desk } from '../desk.ts';
import { appendDeskEvent, appendDeskEvents } from '../desk-events.ts';
import { type CustomerRecord, recordOf } from './customer-record.ts';
import { type CustomerEdit, editOf } from './edit-customer.ts';
import { type FactConflict, factConflicts } from './fact-conflicts.ts';
import { BATCH, inBatches } from './in-batches.ts';
import { moveComplaint, type Pair } from './move-complaint.ts';
import { reclockOpen } from './reclock.ts';

/** What came of merging two customers, or of taking them apart. */
export type CustomersMerged =
  | {
      readonly ok: true;
      /** How many complaints went from one to the other. */
      readonly moved: number;
      /** What the one who stands for both took over, or gave back. */
      readonly filled: readonly FilledFact[];
      /** Where both are known to differ: what stays, and what the other was known by. */
      readonly conflicts: readonly FactConflict[];
      /** Everything known of the one who stands for both, afterwards. */
      readonly record: CustomerRecord;
    }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** How it is done. */
export interface MergeOptions {
  /** Says what would come of it, and changes nothing; of very many complaints it looks at the first. */
  readonly dryRun?: boolean;
}

/**
 * Makes one customer of two that turned out to be the same person (P8): their complaints go to the
 * one who stands for both, each saying so in its log, and what is not known of that one is taken over.
 * The other is not found any more, but still leads there by the numbers they were known by.
 * A firm's thousands of complaints go in batches; stopped in between, it is called again to go on.
 * @throws StoreError when it cannot be written; whole batches stay
 */
export async function mergeCustomers(
  desk: Desk,
  pair: Pair,
  { dryRun = false }: MergeOptions = {},
): Promise<CustomersMerged> {
  let reclocked: number | undefined;
  let mayReclock = false;
  const results = await inBatches<CustomersMerged>(desk.store, dryRun, async (tx, isFirst) => {
    const begun = isFirst ? await begin(tx, desk, pair) : nothingNew;
    if ('refusals' in begun) return { result: { ok: false, ...begun }, more: false };
    mayReclock ||= begun.filled.includes('key');
    const ids = await complaintsOf(tx, pair.from);
    for (const id of ids) await moveComplaint(tx, desk, id, { from: pair.from, to: pair.into });
    const unmoved = ids.length === BATCH;
    // Who stands for both has become a key customer: what is theirs already is answered sooner too.
    if (mayReclock && !unmoved) {
      reclocked = (await reclockOpen(tx, desk, pair.into, reclocked)).last;
    }
    const record = await recordOf(tx, pair.into);
    const result = { ok: true, ...begun, moved: ids.length, record } as const;
    return { result, more: unmoved || reclocked !== undefined };
  });
  return summed(results);
}

/** What is done once, before any complaint is moved. */
export type Begun =
  | Pick<CustomersMerged & { readonly ok: true }, 'filled' | 'conflicts'>
  | { readonly refusals: readonly Refusal[] };

/** A later batch, or one that goes on where another was stopped. */
export const nothingNew = { filled: [], conflicts: [] } as const satisfies Begun;

/** @returns what all batches came to; what the first one refused is refused. */
export function summed(results: readonly CustomersMerged[]): CustomersMerged {
  const [first] = results;
  const last = results.at(-1);
  if (!first?.ok || !last?.ok) return first ?? { ok: false, refusals: [] };
  const moved = results.reduce((all, one) => all + (one.ok ? one.moved : 0), 0);
  return { ...first, moved, record: last.record };
}

const complaintsOf = (tx: Transactor, customer: CustomerId): Promise<number[]> =>
  tx.findComplaints({
    filter: { customer },
    sort: { by: 'id', direction: 'asc' },
    limit: BATCH,
  });

/** Everything but the complaints: what is taken over, who is not found any more, and the log. */
async function begin(tx: Transactor, desk: Desk, pair: Pair): Promise<Begun> {
  const both = await readPair(tx, pair);
  if ('refusals' in both) return both;
  const { from, into } = both;
  if (from.merged_into === into.id) {
    // Stopped half way: what is left is moved now.
    const [left] = await complaintsOf(tx, pair.from);
    return left === undefined ? { refusals: [mergedAway(from)] } : nothingNew;
  }
  const refused = [from, into].filter(({ merged_into }) => merged_into !== null);
  if (refused.length > 0) return { refusals: refused.map(mergedAway) };
  const conflicts = await factConflicts(tx, from, into);
  const { edit, filled } = fillOf(from, into);
  const { changes, happenings } = editOf(into, edit);
  const at = desk.now();
  if (happenings.length > 0) await tx.updateCustomer(into.id, { ...changes, updated_at: at });
  await tx.updateCustomer(from.id, { merged_into: into.id, updated_at: at });
  const { name } = desk.agent;
  await appendDeskEvents(tx, name, at, happenings);
  await appendDeskEvent(tx, name, at, 'customers_merged', {
    from: pair.from,
    to: pair.into,
    filled,
  });
  return { filled, conflicts };
}

/** Both rows, or why there is nothing to merge. */
export async function readPair(
  tx: Transactor,
  { from, into }: Pair,
): Promise<
  | { readonly from: CustomerRow; readonly into: CustomerRow }
  | { readonly refusals: readonly Refusal[] }
> {
  if (from === into) return { refusals: [refuse('same_customer', { customer: from }, 'into')] };
  const rows = { from: await tx.customer(from), into: await tx.customer(into) };
  if (rows.from !== undefined && rows.into !== undefined) {
    return { from: rows.from, into: rows.into };
  }
  const missing = (['from', 'into'] as const).filter((side) => rows[side] === undefined);
  return {
    refusals: missing.map((side) =>
      refuse('no_such_customer', { customer: side === 'from' ? from : into }, side),
    ),
  };
}

const mergedAway = ({ id, merged_into }: CustomerRow): Refusal =>
  refuse('customer_merged_away', { customer: id, into: merged_into ?? id }, 'customer');

/** What is known of one and not of the other; a key customer stays one under any name (P39). */
function fillOf(
  from: CustomerRow,
  into: CustomerRow,
): { readonly edit: CustomerEdit; readonly filled: readonly FilledFact[] } {
  const missing = factNames.filter((fact) => into[fact] === null && from[fact] !== null);
  const facts = Object.fromEntries(missing.map((fact) => [fact, from[fact] ?? '']));
  const key = from.key === 1 && into.key === 0;
  const standing = into.standing === null && from.standing !== null;
  return {
    edit: {
      facts,
      key: key ? true : undefined,
      standing: standing ? from.standing : undefined,
    },
    filled: [
      ...missing,
      ...(key ? (['key'] as const) : []),
      ...(standing ? (['standing'] as const) : []),
    ],
  };
}
