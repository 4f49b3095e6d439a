import type { RecordField } from './record-fields.ts';
import { jsonLine } from './record-sql.ts';
import type { SqlRows } from './sql-rows.ts';

/**
 * @param from the tables that the fields are read from, as SQL
 * @param number their column with the number
 * @returns the records of these numbers in the order given, each with the fields as keys in their
 *   order; numbers that are not there are left out
 */
export async function numberedRecords(
  db: SqlRows,
  from: string,
  number: string,
  ids: readonly number[],
  fields: readonly RecordField[],
): Promise<Record<string, unknown>[]> {
  const query = `SELECT ${jsonLine(fields)} AS line
    FROM json_each(?) AS wanted CROSS JOIN ${from}
    WHERE ${number} = wanted.value ORDER BY wanted.key`;
  const rows = await db.rows<{ line: string }>(query, [JSON.stringify(ids)]);
  return rows.map(({ line }) => JSON.parse(line) as Record<string, unknown>);
}
