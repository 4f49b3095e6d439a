import { foldForSearch } from '../../language/fold.ts';
import type { Stage } from '../../rules/steps.ts';
import { complaintId, type Millis } from '../../rules/values.ts';
import { type RowValues, valuesOf } from '../../store/import-rows.ts';
import type { OutcomeTable } from '../../store/import-writer.ts';
import type { PhoneKeys } from '../../store/phone-key.ts';
import {
  approvalRow,
  complaintColumns,
  contactRow,
  offerRow,
  promiseRow,
  searchTextOf,
} from '../rows.ts';
import type { Draft } from './draft.ts';

/** A draft as it will be written, but for the numbers that it gets when it is placed. */
export interface ReadyRow extends Omit<Draft, 'state' | 'rest'> {
  readonly openedAt: Millis;
  readonly stage: Stage;
  /** Its columns; its number, its customer and what it was merged into come first, and are not known yet. */
  readonly complaint: RowValues;
  /** What hangs on it; its number comes first, and is not known yet. */
  readonly outcomes: readonly (readonly [OutcomeTable, RowValues])[];
  /** Its state as the JSON of an object that goes on: without the brace at the end. */
  readonly state: string;
  /** The JSON of what had no place here; empty where there is nothing. */
  readonly rest: string;
  /** The text it is found by, folded. */
  readonly search: string;
  /** What its customer's phone number is compared by; left out for somebody who came before. */
  readonly phones?: PhoneKeys;
}

/** Brings a draft into the form in which it is written: all that can be done before it has its numbers. */
export function readyRow(draft: Draft): ReadyRow {
  const { state, rest, ...kept } = draft;
  const { revision, at } = kept;
  const whole = { ...state, id: complaintId(0), revision, updatedAt: at, clocks: [] };
  const { customer_id: _, merged_into: __, ...columns } = complaintColumns(whole);
  return {
    ...kept,
    openedAt: state.openedAt,
    stage: state.stage,
    complaint: valuesOf({ id: null, customer_id: null, merged_into: null, ...columns }),
    outcomes: [
      ...state.offers.map((offer) => hanging('offer', offerRow(0, offer))),
      ...state.promises.map((promise) => hanging('promise', promiseRow(0, promise))),
      ...state.contacts.map((contact) => hanging('contact', contactRow(0, contact))),
      ...state.approvals.map((approval) => hanging('approval', approvalRow(0, approval))),
    ],
    state: JSON.stringify(state).slice(0, -1),
    rest: rest === undefined ? '' : JSON.stringify(rest),
    search: foldForSearch(searchTextOf(state)),
  };
}

const hanging = (
  table: OutcomeTable,
  row: { readonly complaint_id: number } & Readonly<Record<string, string | number | null>>,
): readonly [OutcomeTable, RowValues] => [table, valuesOf({ ...row, complaint_id: null })];
