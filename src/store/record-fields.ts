import { listField } from './field-sql.ts';
import { decimal, shortNumber } from './machine-form.ts';

/**
 * What a column of the record is for machines.
 * - `text`, `integer`, `number`: as they are
 * - `decimal`: a sum as a decimal text, `29.90`
 * - `time`: ISO 8601 in UTC with milliseconds; `day`: `YYYY-MM-DD`
 * - `boolean`: true or false
 * - `json`: an array of objects
 */
export type FieldKind =
  | 'text'
  | 'integer'
  | 'number'
  | 'decimal'
  | 'time'
  | 'day'
  | 'boolean'
  | 'json';

/** One column of a complaint's record. */
export interface RecordField {
  readonly name: string;
  readonly kind: FieldKind;
  /** A text that is one of our own words, with nothing in it to quote or to guard. */
  readonly word?: true;
  /** What each object of a list has. */
  readonly members?: readonly RecordField[];
  /** The stored value as an SQL expression over the tables of `recordTables`. */
  readonly sql: string;
}

/** The tables a record is read from: `c` the complaint, `k` its customer, `o` the chosen offer. */
export const recordTables = `complaint AS c
  LEFT JOIN customer AS k ON k.id = c.customer_id
  LEFT JOIN offer AS o ON o.complaint_id = c.id AND o.n = cast(c.chosen AS INTEGER)`;

/** A column of a row that hangs on the complaint. */
const part = (kind: FieldKind, name: string, sql = name): RecordField => ({ name, kind, sql });

/**
 * Rows that hang on a complaint, in the order of their numbers: it is the order of their tables, which
 * SQLite goes along when it looks for a complaint. To ask for it would take a fifth longer.
 */
const ofTheComplaint = (table: string): string => `${table} WHERE complaint_id = c.id`;

/** How large a remedy is, wherever one is named. */
const remedySize: readonly RecordField[] = [
  part('decimal', 'amount', decimal('amount', 'currency')),
  part('text', 'currency'),
  part('number', 'percent', shortNumber('percent')),
];

const offers = listField(
  'offers',
  [part('integer', 'n'), part('text', 'remedy'), ...remedySize, part('text', 'state')],
  ofTheComplaint('offer'),
);

const promises = listField(
  'promises',
  [
    part('integer', 'n'),
    part('text', 'what'),
    part('text', 'who'),
    part('time', 'due'),
    part('text', 'state'),
    part('time', 'first_due'),
    part('time', 'told_at'),
    part('time', 'settled_at'),
    part('text', 'reason'),
  ],
  ofTheComplaint('promise'),
);

const contacts = listField(
  'contacts',
  [
    part('integer', 'n'),
    part('text', 'kind'),
    part('time', 'at'),
    part('text', 'reason'),
    part('text', 'reach'),
    part('text', 'state'),
    part('text', 'outcome'),
    part('time', 'done_at'),
    part('text', 'note'),
    part('boolean', 'satisfied'),
    part('integer', 'score'),
  ],
  ofTheComplaint('contact'),
);

const approvals = listField(
  'approvals',
  [
    part('integer', 'n'),
    part('text', 'remedy'),
    ...remedySize,
    part('text', 'reason'),
    part('text', 'asked_by'),
    part('time', 'asked_at'),
    part('text', 'state'),
    part('text', 'decided_by'),
    part('time', 'decided_at'),
    part('text', 'decision'),
  ],
  ofTheComplaint('approval'),
);

/** A text that only this program writes. */
export const word = (name: string, sql?: string): RecordField => ({
  ...of('text', name, sql),
  word: true,
});

const of = (kind: FieldKind, name: string, sql = `c.${name}`): RecordField => ({ name, kind, sql });

/**
 * The record of one complaint, a stable row: this one list makes what `list`, `show` and both
 * exports give. The answers stand in the order in which the conversation asks for them.
 */
export const recordFields: readonly RecordField[] = [
  word('reference', "'C-' || c.id"),
  word('stage'),
  of('integer', 'revision'),
  of('time', 'opened_at'),
  of('text', 'opened_by'),
  of('text', 'owner'),
  of('integer', 'customer_id'),
  of('text', 'customer_name', 'k.name'),
  of('text', 'customer_phone', 'k.phone'),
  of('text', 'customer_email', 'k.email'),
  of('text', 'customer_account', 'k.account'),
  of('text', 'customer_language', 'k.language'),
  of('text', 'channel'),
  of('text', 'words'),
  of('text', 'restated'),
  of('boolean', 'confirmed'),
  of('text', 'unconfirmed_reason'),
  of('day', 'happened'),
  of('text', 'product'),
  of('text', 'cause'),
  of('text', 'severity'),
  of('text', 'wish'),
  of('text', 'wish_detail'),
  word('fault'),
  of('text', 'apology'),
  offers,
  of('text', 'only_reason'),
  // The remedy rather than the number of the offer, which says nothing outside the record.
  of('text', 'chosen', "iif(c.chosen = 'neither', 'neither', o.remedy)"),
  of('decimal', 'chosen_amount', decimal('o.amount', 'o.currency')),
  word('chosen_currency', 'o.currency'),
  of('number', 'chosen_percent', shortNumber('o.percent')),
  word('instead'),
  of('text', 'done'),
  promises,
  of('text', 'takes'),
  word('outcome'),
  of('text', 'unsatisfied_reason'),
  of('text', 'improves'),
  of('boolean', 'thanked'),
  of('time', 'followup'),
  contacts,
  of('time', 'answer_aim'),
  of('time', 'answer_due'),
  of('time', 'updated_at'),
  of('time', 'finished_at'),
  of('time', 'resolved_at'),
  of('time', 'closed_at'),
  of('time', 'received_at'),
  approvals,
  of('boolean', 'accepted'),
  of('text', 'decision'),
  of('text', 'resolution'),
  of('text', 'resolved_by'),
  of('text', 'root_cause'),
  word('verdict'),
  of('text', 'changed'),
  of('integer', 'contacts_taken'),
  of('integer', 'reopened'),
  word('merged_into', "'C-' || c.merged_into"),
];
