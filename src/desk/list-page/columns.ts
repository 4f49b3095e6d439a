import type { ComplaintSort } from '../../store/find-complaints.ts';
import { type RecordField, recordFields } from '../../store/record-fields.ts';
import type { Desk } from '../desk.ts';

/** One column that a list can have. */
export interface ListColumn {
  /** `column.<name>` in data/languages is its title. */
  readonly name: ColumnName;
  /** The fields of the record that it shows; the first one is the value. */
  readonly fields: readonly string[];
  /** What the list is sorted by to have it in order; without it, it cannot be sorted by. */
  readonly sort?: ComplaintSort['by'];
  /** The fewest columns of the terminal that it is readable in, and the most that it makes use of. */
  readonly width: readonly [least: number, most: number];
}

/** The names of all columns, in the order in which they are offered. */
export const columnNames = [
  'reference',
  'customer',
  'stage',
  'due',
  'product',
  'cause',
  'owner',
  'opened',
  'channel',
  'severity',
  'wish',
  'outcome',
  'updated',
  'phone',
  'language',
  'words',
] as const;
export type ColumnName = (typeof columnNames)[number];

const column = (
  name: ColumnName,
  width: ListColumn['width'],
  fields: readonly string[] = [name],
  sort?: ComplaintSort['by'],
): ListColumn => ({ name, fields, width, ...(sort === undefined ? {} : { sort }) });

/** Every column there is. */
export const listColumns: readonly ListColumn[] = [
  column('reference', [9, 11], ['reference'], 'id'),
  column('customer', [12, 28], ['customer_name']),
  column('stage', [10, 10]),
  column('due', [11, 13], ['answer_due'], 'answer_due'),
  column('product', [8, 20]),
  column('cause', [10, 28]),
  column('owner', [8, 14]),
  column('opened', [14, 20], ['opened_at'], 'opened_at'),
  column('channel', [8, 14]),
  column('severity', [8, 10]),
  column('wish', [10, 20]),
  column('outcome', [8, 14]),
  column('updated', [14, 20], ['updated_at'], 'updated_at'),
  column('phone', [16, 18], ['customer_phone']),
  column('language', [8, 8], ['customer_language']),
  column('words', [16, 60], ['restated', 'words']),
];

/** What a list shows until somebody picks; as many of them as there is room for. */
export const usualColumns: readonly ColumnName[] = [
  'reference',
  'customer',
  'stage',
  'due',
  'product',
  'cause',
  'owner',
  'opened',
];

/** @returns a column by its name. */
export function columnNamed(name: ColumnName): ListColumn {
  const found = listColumns.find((each) => each.name === name);
  if (found === undefined) throw new RangeError(`${name} is no column`);
  return found;
}

/** What every row has, whatever its columns: which complaint it is, and whether it is late. */
const always = ['reference', 'stage', 'answer_due', 'finished_at'];

/** @returns the fields of the record that rows with these columns are read from. */
export function fieldsOf(columns: readonly ColumnName[]): readonly RecordField[] {
  const names = new Set([...always, ...columns.flatMap((name) => columnNamed(name).fields)]);
  return recordFields.filter(({ name }) => names.has(name));
}

/** @returns the columns that this agent has picked, in their order; the usual ones before that. */
export async function columnsOf(desk: Desk): Promise<readonly ColumnName[]> {
  const kept = (await desk.store.read.setting(keyOf(desk))) ?? '';
  // A newer version may have kept a column that this one does not know.
  const picked = kept.split(' ').flatMap((name) => columnNames.find((each) => each === name) ?? []);
  return picked.length === 0 ? usualColumns : [...new Set(picked)];
}

/** Keeps which columns this agent picked, and in which order; none gives the usual ones back. */
export async function keepColumns(desk: Desk, columns: readonly ColumnName[]): Promise<void> {
  await desk.store.transact((tx) => tx.putSetting(keyOf(desk), columns.join(' ')));
}

const keyOf = ({ agent }: Desk): string => `list.columns.${agent.name}`;
