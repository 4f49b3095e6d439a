import { foldForSearch } from '../../language/fold.ts';
import type { Stage } from '../../rules/steps.ts';
import { complaintId, type Millis } from '../../rules/values.ts';
import { keptJson } from '../../store/event-log.ts';
import { heldValues, type RowValues } from '../../store/import-rows.ts';
import type { OutcomeTable } from '../../store/import-writer.ts';
import type { SoughtCustomer } from '../../store/sought-customer.ts';
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
export interface ReadyRow extends Omit<Draft, 'raw' | 'state' | 'rest'> {
  /** The row as it stood in the file, in UTF-16: of all rows few are ever asked for it again. */
  readonly raw: Uint8Array;
  readonly openedAt: Millis;
  readonly stage: Stage;
  /** Its columns; its number, its customer and what it was merged into come first, and are not known yet. */
  readonly complaint: RowValues;
  /** What hangs on it; its number comes first, and is not known yet. */
  readonly outcomes: readonly (readonly [OutcomeTable, RowValues])[];
  /** Its state as the JSON of an object that goes on, without the brace at the end, in UTF-8. */
  readonly state: Uint8Array;
  /** The JSON of what had no place here; empty where there is nothing. */
  readonly rest: string;
  /** The text it is found by, folded, in UTF-8. */
  readonly search: Uint8Array;
  /** What its customer is compared and found by; left out for somebody who came before. */
  readonly sought?: SoughtCustomer;
}

/**
 * Brings a draft into the form in which it is written: all that can be done before it has its numbers.
 * Its long texts become what they are in the file, bytes, which change hands without being copied.
 * @throws StoreError `bad-text` for a text that cannot be kept
 */
export function readyRow(draft: Draft): ReadyRow {
  const { raw, state, rest, ...kept } = draft;
  const { revision, at } = kept;
  const whole = { ...state, id: complaintId(0), revision, updatedAt: at, clocks: [] };
  return {
    ...kept,
    raw: Buffer.from(raw, 'utf16le'),
    openedAt: state.openedAt,
    stage: state.stage,
    complaint: heldValues(complaintColumns(whole), ['id', 'customer_id', 'merged_into']),
    outcomes: [
      ...state.offers.map((offer) => hanging('offer', offerRow(0, offer))),
      ...state.promises.map((promise) => hanging('promise', promiseRow(0, promise))),
      ...state.contacts.map((contact) => hanging('contact', contactRow(0, contact))),
      ...state.approvals.map((approval) => hanging('approval', approvalRow(0, approval))),
    ],
    state: Buffer.from(keptJson(state)).subarray(0, -1),
    rest: rest === undefined ? '' : keptJson(rest),
    search: Buffer.from(foldForSearch(searchTextOf(state))),
  };
}

/** All its columns, also those that hold nothing: rows that have the same are written many at a time. */
const hanging = (
  table: OutcomeTable,
  row: Readonly<Record<string, string | number | null>>,
): readonly [OutcomeTable, RowValues] => [
  table,
  { columns: Object.keys(row), values: Object.values(row) },
];
