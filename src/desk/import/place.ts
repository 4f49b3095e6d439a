import {
  type AgentName,
  type ComplaintId,
  type CustomerId,
  complaintId,
  type Millis,
  refOf,
} from '../../rules/values.ts';
import { keptJson } from '../../store/event-log.ts';
import type { KnownComplaint } from '../../store/import-known.ts';
import type { RowValues } from '../../store/import-rows.ts';
import { type PlacedCustomer, placeCustomer } from './place-customer.ts';
import type { ReadyRow } from './ready-row.ts';
import type { RowProblem } from './row-problem.ts';
import type { Shelf } from './shelf.ts';

/** Where complaints are placed, and on whose behalf. */
export interface Placing {
  readonly shelf: Shelf;
  readonly system: string;
  readonly agent: AgentName;
  readonly now: Millis;
}

/**
 * What became of a row.
 * - `added`: it is a complaint here; `wanted` is a number it could not keep
 * - `known`: it was here already
 * - `later`: it leads to a complaint that has not come yet
 */
export type Placed =
  | {
      readonly kind: 'added';
      readonly id: ComplaintId;
      readonly wanted?: ComplaintId;
      readonly customer?: 'new' | 'known';
      readonly customerId?: CustomerId;
      /** The number that a new customer could not keep. */
      readonly wantedCustomer?: string;
    }
  | { readonly kind: 'known'; readonly id: ComplaintId }
  | { readonly kind: 'later' }
  | { readonly kind: 'refused'; readonly problem: RowProblem };

/**
 * Places one row: finds out whether it is here already, gives it a number and a customer, and
 * writes its rows and its one event. Inside a transaction.
 */
export function placeRow(placing: Placing, ready: ReadyRow): Placed {
  const { shelf, system } = placing;
  const known = shelf.complaintFrom(system, ready.id);
  if (known !== undefined) return sameOr(known, ready);
  const taken = ready.wants === undefined ? undefined : shelf.complaintOf(ready.wants);
  // It never left: this is the desk that it was exported from.
  if (taken !== undefined && isItself(taken, ready)) {
    return { kind: 'known', id: complaintId(taken.id) };
  }
  const into = mergedInto(placing, ready);
  if (into === 'later') return { kind: 'later' };
  const customer = ready.person && placeCustomer(placing, ready.person, ready);
  const keeps = taken === undefined ? ready.wants : undefined;
  const id = write(placing, ready, { keeps, customer, into });
  if (ready.person?.id !== undefined && customer?.isNew) {
    shelf.addCustomerSource(system, ready.person.id, customer.id);
  }
  return {
    kind: 'added',
    id,
    ...(ready.wants === undefined || ready.wants === id ? {} : { wanted: ready.wants }),
    ...(customer && {
      customer: customer.added === undefined ? 'known' : 'new',
      customerId: customer.id,
    }),
    ...(customer?.wanted === undefined ? {} : { wantedCustomer: customer.wanted }),
  };
}

/** Of two desks that both have a C-1001, the second one is told, not swallowed. */
function sameOr(known: KnownComplaint, ready: ReadyRow): Placed {
  const id = complaintId(known.id);
  if (known.openedAt === ready.openedAt) return { kind: 'known', id };
  const facts = { id: ready.id, reference: refOf(id) };
  return { kind: 'refused', problem: { code: 'other-of-this-number', facts } };
}

const isItself = (taken: KnownComplaint, ready: ReadyRow): boolean =>
  taken.openedAt === ready.openedAt && taken.words === wordsOf(ready);

function wordsOf({ complaint: { columns, values } }: ReadyRow): string | null {
  const words = values[columns.indexOf('words')];
  return typeof words === 'string' ? words : null;
}

/** The complaint it turned out to be the same as has to be here first. */
function mergedInto(
  { shelf, system }: Placing,
  ready: ReadyRow,
): ComplaintId | 'later' | undefined {
  if (ready.mergedInto === undefined) return undefined;
  const came = shelf.complaintFrom(system, ready.mergedInto);
  return came === undefined ? 'later' : complaintId(came.id);
}

/** What a row becomes here. */
interface Place {
  readonly keeps: ComplaintId | undefined;
  readonly customer: PlacedCustomer | undefined;
  readonly into: ComplaintId | undefined;
}

function write(placing: Placing, ready: ReadyRow, place: Place): ComplaintId {
  const { shelf, system, agent } = placing;
  const { customer, into = null } = place;
  const id = place.keeps ?? complaintId(shelf.nextComplaint());
  const { openedAt, search } = ready;
  const row = beginningWith(ready.complaint, id, customer?.id ?? null, into);
  shelf.addComplaint({ id, openedAt, words: wordsOf(ready), row, search });
  for (const [table, of] of ready.outcomes) shelf.addOutcome(table, beginningWith(of, id));
  shelf.addComplaintSource(system, ready.id, id);
  const { revision: n, at } = ready;
  shelf.addEvent({ complaint: id, n, at, agent, type: 'imported' }, bodyOf(placing, ready, place));
  return id;
}

/** @returns a row whose first columns hold what is known of them now. */
const beginningWith = (
  { columns, values }: RowValues,
  ...first: readonly (number | null)[]
): RowValues => ({ columns, values: [...first, ...values.slice(first.length)] });

/** @returns the JSON of an `Imported` in pieces; the long one was made before it was placed. */
function bodyOf(
  { system, now }: Placing,
  { id, state, rest }: ReadyRow,
  { customer, into }: Place,
): readonly (string | Uint8Array)[] {
  const source = keptJson({ system, id });
  const numbers = [
    ...(customer === undefined ? [] : [`,"customer":${customer.id}`]),
    ...(into === undefined ? [] : [`,"mergedInto":${into}`]),
  ].join('');
  const added = customer?.added === undefined ? '' : `,"added":${keptJson(customer.added)}`;
  const more = rest === '' ? '' : `,"rest":${rest}`;
  return [`{"source":${source},"imported":${now},"state":`, state, `${numbers}}${added}${more}}`];
}
