import { type FieldKind, type RecordField, word } from '../record-fields.ts';

/** @returns a field whose value is the column of that name of the row `x`, or an expression. */
export const of = (kind: FieldKind, name: string, sql = `x.${name}`): RecordField => ({
  name,
  kind,
  sql,
});

/** @returns the tables of rows that hang on a complaint: `x` the row, `c` its complaint, `k` the customer. */
export const hangingOn = (table: string): string => `${table} AS x
  CROSS JOIN complaint AS c ON c.id = x.complaint_id
  LEFT JOIN customer AS k ON k.id = c.customer_id`;

/** What every row that hangs on a complaint says of it first, so that it can be read alone. */
export const ofComplaint: readonly RecordField[] = [
  word('reference', "'C-' || x.complaint_id"),
  of('integer', 'customer_id', 'c.customer_id'),
  of('text', 'customer_name', 'k.name'),
  of('text', 'owner', 'c.owner'),
  of('text', 'product', 'c.product'),
  of('text', 'cause', 'c.cause'),
  of('time', 'opened_at', 'c.opened_at'),
];
