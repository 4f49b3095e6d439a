import type { SqlRows } from './sql-rows.ts';

/** What of a complaint is one of a list that the owner keeps, or was brought in from elsewhere. */
export type RecordedFacet = 'owner' | 'channel' | 'product' | 'cause' | 'severity';

const complaints = (facet: RecordedFacet): string =>
  `complaint INDEXED BY complaint_${facet} WHERE ${facet}`;

/** By the same expression as in the index. */
const inGroup = `SELECT 1 FROM complaint INDEXED BY complaint_cause_group
  WHERE substr(cause, 1, instr(cause || '/', '/') - 1) = ? LIMIT 1`;

/**
 * Written as SQL text, since every list with a filter waits for it; one look into an index.
 * @returns whether any complaint has that; a group of causes is there by its causes too
 */
export async function isRecorded(
  db: SqlRows,
  facet: RecordedFacet,
  value: string,
): Promise<boolean> {
  const isGroup = facet === 'cause' && !value.includes('/');
  const sql = isGroup ? inGroup : `SELECT 1 FROM ${complaints(facet)} = ? LIMIT 1`;
  return (await db.rows(sql, [value])).length > 0;
}

/**
 * Goes from one value to the next in the index, however many complaints have each.
 * @param most how many at most
 * @returns the values that complaints have, in the order of their letters
 */
export async function recordedValues(
  db: SqlRows,
  facet: RecordedFacet,
  most: number,
): Promise<string[]> {
  const next = (after: string): string =>
    `SELECT ${facet} FROM ${complaints(facet)} > ${after} ORDER BY ${facet} LIMIT 1`;
  const sql = `WITH RECURSIVE found (value) AS (
      SELECT * FROM (${next("''")})
      UNION ALL
      SELECT (${next('found.value')}) FROM found WHERE found.value IS NOT NULL
    )
    SELECT value FROM found WHERE value IS NOT NULL LIMIT ?`;
  return (await db.rows<{ value: string }>(sql, [most])).map(({ value }) => value);
}
