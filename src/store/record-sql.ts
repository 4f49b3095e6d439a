import { jsonValue, plainValue } from './field-sql.ts';
import { guardedCell, jsonObject, quotedCell } from './machine-form.ts';
import { type RecordField, recordTables } from './record-fields.ts';

function csvCell(field: RecordField, formulaGuard: boolean): string {
  const value = plainValue(field);
  if (field.word) return `'"' || ${value} || '"'`;
  if (field.kind === 'text') return formulaGuard ? guardedCell(`(${value})`) : quotedCell(value);
  return field.kind === 'json' ? quotedCell(value) : value;
}

/** A record as one line of JSON, its keys in the order of the fields. */
export function jsonLine(fields: readonly RecordField[]): string {
  return jsonObject(fields.map((field) => [field.name, jsonValue(field)]));
}

/** A record as one line of CSV without its end; `concat` makes an empty cell of NULL. */
export function csvLine(fields: readonly RecordField[], formulaGuard: boolean): string {
  return `concat(${fields.map((field) => csvCell(field, formulaGuard)).join(", ',', ")})`;
}

/**
 * The same columns as an ordinary query, one value a column, for anybody with a SQLite shell.
 * @returns a SELECT over all complaints in the order of their numbers
 */
export function exportSelect(fields: readonly RecordField[]): string {
  const columns = fields.map((field) => `${plainValue(field)} AS ${field.name}`);
  return `SELECT ${columns.join(', ')} FROM ${recordTables} ORDER BY c.id`;
}
