import type { Imported, ImportedState } from '../../rules/imported.ts';
import type { ComplaintState } from '../../rules/state.ts';
import {
  type AgentName,
  type ComplaintId,
  type CustomerId,
  complaintId,
  type Millis,
  refOf,
} from '../../rules/values.ts';
import type { Row } from '../../store/import-rows.ts';
import type { PhoneKeys } from '../../store/phone-key.ts';
import { approvalRow, complaintColumns, contactRow, offerRow, promiseRow } from '../rows.ts';
import type { Draft } from './draft.ts';
import { placeCustomer } from './place-customer.ts';
import type { RowProblem } from './row-problem.ts';
import type { Shelf } from './shelf.ts';

/** Where complaints are placed, and on whose behalf. */
export interface Placing {
  readonly shelf: Shelf;
  readonly system: string;
  readonly agent: AgentName;
  readonly now: Millis;
}

/** A draft that is ready for a transaction. */
export interface Ready {
  readonly draft: Draft;
  /** The text it is found by, folded. */
  readonly search: string;
  /** What its customer's phone number is compared by. */
  readonly phones: PhoneKeys;
}

/**
 * What became of a draft.
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
 * Places one draft: finds out whether it is here already, gives it a number and a customer, and
 * writes its rows and its one event. Inside a transaction.
 */
export function placeDraft(placing: Placing, { draft, search, phones }: Ready): Placed {
  const { shelf, system } = placing;
  const known = shelf.complaintFrom(system, draft.id);
  if (known !== undefined) return sameOr(known, draft);
  const taken = draft.wants === undefined ? undefined : shelf.complaintOf(draft.wants);
  // It never left: this is the desk that it was exported from.
  if (taken !== undefined && isItself(taken, draft)) {
    return { kind: 'known', id: complaintId(taken.id) };
  }
  const into = mergedInto(placing, draft);
  if (into === 'later') return { kind: 'later' };
  const customer = draft.person && placeCustomer(placing, draft.person, phones, draft);
  const state: ImportedState = {
    ...draft.state,
    ...(customer && { customer: customer.id }),
    ...(into === undefined ? {} : { mergedInto: into }),
  };
  const keeps = taken === undefined ? draft.wants : undefined;
  const id = write(placing, { draft, search }, state, keeps, customer?.added);
  if (draft.person?.id !== undefined && customer?.isNew) {
    shelf.addCustomerSource(system, draft.person.id, customer.id);
  }
  return {
    kind: 'added',
    id,
    ...(draft.wants === undefined || draft.wants === id ? {} : { wanted: draft.wants }),
    ...(customer && {
      customer: customer.added === undefined ? 'known' : 'new',
      customerId: customer.id,
    }),
    ...(customer?.wanted === undefined ? {} : { wantedCustomer: customer.wanted }),
  };
}

/** Of two desks that both have a C-1001, the second one is told, not swallowed. */
function sameOr(known: { readonly id: number; readonly openedAt: number }, draft: Draft): Placed {
  const id = complaintId(known.id);
  if (known.openedAt === draft.state.openedAt) return { kind: 'known', id };
  const facts = { id: draft.id, reference: refOf(id) };
  return { kind: 'refused', problem: { code: 'other-of-this-number', facts } };
}

const isItself = (
  taken: { readonly openedAt: number; readonly words: string | null },
  { state }: Draft,
): boolean =>
  taken.openedAt === state.openedAt && (taken.words ?? undefined) === state.answers.words;

/** The complaint it turned out to be the same as has to be here first. */
function mergedInto({ shelf, system }: Placing, draft: Draft): ComplaintId | 'later' | undefined {
  if (draft.mergedInto === undefined) return undefined;
  const came = shelf.complaintFrom(system, draft.mergedInto);
  return came === undefined ? 'later' : complaintId(came.id);
}

function write(
  { shelf, system, agent, now }: Placing,
  { draft, search }: Pick<Ready, 'draft' | 'search'>,
  state: ImportedState,
  keeps: ComplaintId | undefined,
  added: Imported['added'],
): ComplaintId {
  const { revision, at, rest } = draft;
  const whole: ComplaintState = {
    ...state,
    id: complaintId(0),
    revision,
    updatedAt: at,
    clocks: [],
  };
  const row: Row = { id: keeps ?? null, ...complaintColumns(whole) };
  const id = complaintId(shelf.addComplaint(row, search));
  for (const offer of state.offers) shelf.addOutcome('offer', { ...offerRow(id, offer) });
  for (const promise of state.promises) shelf.addOutcome('promise', { ...promiseRow(id, promise) });
  for (const contact of state.contacts) shelf.addOutcome('contact', { ...contactRow(id, contact) });
  for (const approval of state.approvals) {
    shelf.addOutcome('approval', { ...approvalRow(id, approval) });
  }
  shelf.addComplaintSource(system, draft.id, id);
  const body: Imported = {
    source: { system, id: draft.id },
    imported: now,
    state,
    ...(added && { added }),
    ...(rest && { rest }),
  };
  shelf.addEvent({ complaint: id, n: revision, at, agent, type: 'imported', body });
  return id;
}
