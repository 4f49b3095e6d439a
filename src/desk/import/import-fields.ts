import { faults, insteads, outcomes, stages, verdicts } from '../../rules/steps.ts';

/**
 * What a field of an imported complaint takes.
 * - `text`: as it stands in the file, numbers too
 * - `choice`: one of a few words
 * - `yes-no`, `whole`: a whole number, `time`, `day`, `sum`: money
 * - `list`: a list of objects, as the export writes it
 */
export type ImportKind = 'text' | 'choice' | 'yes-no' | 'whole' | 'time' | 'day' | 'sum' | 'list';

export interface ImportField {
  readonly kind: ImportKind;
  /** The words a choice takes. */
  readonly known?: readonly string[];
}

const text: ImportField = { kind: 'text' };
const yesNo: ImportField = { kind: 'yes-no' };
const whole: ImportField = { kind: 'whole' };
const time: ImportField = { kind: 'time' };
const sum: ImportField = { kind: 'sum' };
const list: ImportField = { kind: 'list' };
const choice = (known: readonly string[]): ImportField => ({ kind: 'choice', known });

/**
 * Everything that can come in about a complaint: what the export writes, by the same names, and what
 * other systems have beside it.
 */
export const importFields = {
  reference: text,
  stage: choice(stages),
  revision: whole,
  received_at: time,
  opened_at: time,
  opened_by: text,
  owner: text,
  customer_id: text,
  customer_name: text,
  customer_phone: text,
  customer_email: text,
  customer_account: text,
  customer_address: text,
  customer_language: text,
  channel: text,
  words: text,
  restated: text,
  confirmed: yesNo,
  unconfirmed_reason: text,
  happened: { kind: 'day' },
  product: text,
  cause: text,
  severity: text,
  wish: text,
  wish_detail: text,
  fault: choice(faults),
  apology: text,
  offers: list,
  only_reason: text,
  chosen: text,
  chosen_amount: sum,
  chosen_currency: text,
  chosen_percent: text,
  instead: choice(insteads),
  done: text,
  promises: list,
  takes: text,
  outcome: choice(outcomes),
  unsatisfied_reason: text,
  improves: text,
  thanked: yesNo,
  followup: time,
  contacts: list,
  answer_aim: time,
  answer_due: time,
  updated_at: time,
  finished_at: time,
  resolved_at: time,
  closed_at: time,
  approvals: list,
  accepted: yesNo,
  decision: text,
  resolution: text,
  resolved_by: text,
  root_cause: text,
  verdict: choice(verdicts),
  changed: text,
  contacts_taken: whole,
  reopened: whole,
  merged_into: text,
  // What a customer said of how it was handled, at a follow-up elsewhere (P33, P35, P38).
  satisfied: yesNo,
  score: whole,
  satisfaction_comment: text,
  satisfaction_at: time,
} as const satisfies Readonly<Record<string, ImportField>>;

export type ImportFieldName = keyof typeof importFields;

export const importFieldNames = Object.keys(importFields) as readonly ImportFieldName[];

export const isImportField = (name: string): name is ImportFieldName =>
  Object.hasOwn(importFields, name);
