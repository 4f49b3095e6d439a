import { isoTime, jsonArray, jsonObject, trueFalse } from './machine-form.ts';
import type { RecordField } from './record-fields.ts';

/** @returns SQL for a field's value as text for machines, NULL when there is none. */
export function plainValue({ kind, sql }: RecordField): string {
  // Half of a record is empty: asking first costs less than writing nothing in good form.
  if (kind === 'time') return `iif(${sql} IS NULL, NULL, ${isoTime(sql)})`;
  return kind === 'boolean' ? trueFalse(sql) : sql;
}

/** @returns the same as JSON has it. */
export function jsonValue(field: RecordField): string {
  const { kind } = field;
  return kind === 'boolean' || kind === 'json' ? `json(${plainValue(field)})` : plainValue(field);
}

/**
 * @param members of each object, their expressions over the columns of the query
 * @param query its rows, in order: the rest of a query behind its FROM
 * @returns a field that is a list of objects
 */
export const listField = (
  name: string,
  members: readonly RecordField[],
  query: string,
): RecordField => ({
  name,
  kind: 'json',
  members,
  sql: jsonArray(jsonObject(members.map((field) => [field.name, jsonValue(field)])), query),
});
