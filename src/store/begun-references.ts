import type { SqlRows } from './sql-rows.ts';

/** A complaint whose number was begun. */
export interface BegunReference {
  readonly id: number;
  /** Who complains, where that is known. */
  readonly customer: string | undefined;
}

/** Numbers have no more digits than this. */
const longest = 15;

/**
 * Each number of digits more is a span of numbers, so that no complaint is read but those that fit.
 * @param digits none for any complaint
 * @returns complaints whose number begins so, the newest first
 */
export async function referencesBeginning(
  db: SqlRows,
  digits: string,
  limit: number,
): Promise<BegunReference[]> {
  const spans: (readonly [number, number])[] = [];
  if (digits === '') spans.push([1, Number.MAX_SAFE_INTEGER]);
  else if (!digits.startsWith('0')) {
    for (let more = 0; digits.length + more <= longest; more++) {
      const first = Number(digits) * 10 ** more;
      spans.push([first, first + 10 ** more - 1]);
    }
  }
  const found: BegunReference[] = [];
  // The longest numbers are the newest.
  for (const [first, last] of spans.toReversed()) {
    if (found.length >= limit) break;
    const rows = await db.rows<{ id: number; name: string | null }>(
      `SELECT c.id AS id, k.name AS name FROM complaint AS c
        LEFT JOIN customer AS k ON k.id = c.customer_id
        WHERE c.id BETWEEN ? AND ? ORDER BY c.id DESC LIMIT ?`,
      [first, last, limit - found.length],
    );
    for (const { id, name } of rows) found.push({ id, customer: name ?? undefined });
  }
  return found;
}
