import type { RecordField } from '../record-fields.ts';

/** What can be exported, the usual one first. */
export const exportNames = [
  'complaints',
  'events',
  'customers',
  'promises',
  'offers',
  'surveys',
] as const;
export type ExportName = (typeof exportNames)[number];

/** What the rows of an export are numbered by, and so read page by page in the order of. */
export type NumberedBy = 'complaint' | 'customer' | 'event';

/** One thing that can be exported: a stable row, made of this description alone. */
export interface ExportTable {
  readonly name: ExportName;
  /** Every field there is, in the order of a full row. */
  readonly fields: readonly RecordField[];
  /** The tables that its fields are read from, as SQL. */
  readonly from: string;
  readonly by: NumberedBy;
  /** The column with that number. */
  readonly number: string;
  /** What stands before what among rows of the same number. */
  readonly within?: string;
  /** Which rows of the tables are meant; without it, all of them. */
  readonly where?: string;
}
