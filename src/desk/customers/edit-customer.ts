import { factNames, refusesFact } from '../../rules/customer-facts.ts';
import type { DeskHappening } from '../../rules/desk-events.ts';
import type { CustomerFact, CustomerStanding } from '../../rules/state.ts';
import {
  type ComplaintId,
  type CustomerId,
  customerId,
  type Refusal,
  refuse,
} from '../../rules/values.ts';
import type { CustomerChanges, CustomerRow } from '../../store/tables/customer.ts';
import type { Transactor } from '../../store/transactor.ts';
import type { Desk } from '../desk.ts';
import { appendDeskEvents } from '../desk-events.ts';
import { type CustomerRecord, recordOf } from './customer-record.ts';
import { inBatches } from './in-batches.ts';
import { reclockOpen } from './reclock.ts';

/** What is to be different of a customer; what is left out stays as it is. */
export interface CustomerEdit {
  /** As typed; an empty one takes the fact away, but a name stays. */
  readonly facts?: { readonly [Fact in CustomerFact]?: string | undefined };
  readonly key?: boolean | undefined;
  /** null: neither returned nor lost, as far as we know. */
  readonly standing?: CustomerStanding | null | undefined;
}

/** What came of it. */
export type CustomerEdited =
  | {
      readonly ok: true;
      readonly customer: CustomerId;
      readonly happenings: readonly DeskHappening[];
      /** Open complaints whose clocks count anew. */
      readonly reclocked: readonly ComplaintId[];
      /** Everything known of them afterwards: the fields of `customerFields`. */
      readonly record: CustomerRecord;
    }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/**
 * Puts facts about a customer right outside any conversation, and says who is a key customer, who
 * came back and who left (P39). Who becomes a key customer, or no longer is one, has the clocks of
 * their open complaints counted anew.
 * @param dryRun says what would be changed
 * @throws StoreError when it cannot be written; nothing was changed then
 */
export async function editCustomer(
  desk: Desk,
  customer: CustomerId,
  edit: CustomerEdit,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<CustomerEdited> {
  let last: number | undefined;
  const batches = await inBatches<CustomerEdited>(desk.store, dryRun, async (tx, isFirst) => {
    const edited = isFirst ? await editIn(tx, desk, customer, edit) : nothing;
    if ('refusals' in edited) return { result: { ok: false, ...edited }, more: false };
    const { happenings } = edited;
    let reclocked: readonly ComplaintId[] = [];
    if (edit.key !== undefined) {
      ({ changed: reclocked, last } = await reclockOpen(tx, desk, customer, last));
    }
    const record = await recordOf(tx, customer);
    const result = { ok: true, customer, happenings, reclocked, record } as const;
    return { result, more: last !== undefined };
  });
  const [first] = batches;
  const end = batches.at(-1);
  if (!first?.ok || !end?.ok) return first ?? { ok: false, refusals: [] };
  const reclocked = batches.flatMap((one) => (one.ok ? one.reclocked : []));
  return { ...first, reclocked, record: end.record };
}

const nothing = { happenings: [] };

async function editIn(
  tx: Transactor,
  desk: Desk,
  customer: CustomerId,
  edit: CustomerEdit,
): Promise<Pick<RowEdit, 'happenings'> | { readonly refusals: readonly Refusal[] }> {
  const row = await tx.customer(customer);
  const refusals =
    row === undefined
      ? [refuse('no_such_customer', { customer }, 'customer')]
      : [...refusesMerged(row), ...refusesEdit(edit)];
  if (row === undefined || refusals.length > 0) return { refusals };
  const { changes, happenings } = editOf(row, edit);
  if (happenings.length > 0) {
    const at = desk.now();
    await tx.updateCustomer(customer, { ...changes, updated_at: at });
    await appendDeskEvents(tx, desk.agent.name, at, happenings);
  }
  return { happenings };
}

/** Who was merged into somebody else is looked after there. */
export function refusesMerged({ id, merged_into }: CustomerRow): readonly Refusal[] {
  return merged_into === null
    ? []
    : [refuse('customer_merged_away', { customer: id, into: merged_into }, 'customer')];
}

const refusesEdit = ({ facts = {} }: CustomerEdit): readonly Refusal[] =>
  factNames.flatMap((fact) => {
    const value = facts[fact];
    return value === undefined ? [] : (refusesFact(fact, value) ?? []);
  });

/** What becomes of a row, and what the log says of it. */
export interface RowEdit {
  readonly changes: Omit<CustomerChanges, 'updated_at'>;
  readonly happenings: readonly DeskHappening[];
}

/** @returns what an edit changes; what is so already is neither changed nor told. */
export function editOf(row: CustomerRow, { facts = {}, key, standing }: CustomerEdit): RowEdit {
  const customer = customerId(row.id);
  const changes: Record<string, unknown> = {};
  const happenings: DeskHappening[] = [];
  for (const fact of factNames) {
    const value = facts[fact];
    if (value === undefined) continue;
    const to = value.trim() === '' ? null : value.trim();
    const from = row[fact];
    if (from === to) continue;
    changes[fact] = to;
    happenings.push({ type: 'customer_changed', body: { customer, fact, from, to } });
  }
  if (key !== undefined && key !== (row.key === 1)) {
    changes['key'] = key ? 1 : 0;
    happenings.push({ type: 'customer_key_set', body: { customer, key } });
  }
  if (standing !== undefined && standing !== row.standing) {
    changes['standing'] = standing;
    const body = { customer, from: row.standing, to: standing };
    happenings.push({ type: 'customer_standing_set', body });
  }
  return { changes, happenings };
}
