import type { SqlRows } from './sql-rows.ts';

/** What somebody said when they were asked whether it is really solved (P33). */
export interface FollowUpNote {
  /** The complaint's number. */
  readonly id: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly note: string;
  readonly satisfied: 0 | 1 | null;
  /** 1 to 10. */
  readonly score: number | null;
}

/**
 * @param since the first moment that counts, epoch milliseconds
 * @param until the first that no longer does
 * @param limit how many at most
 * @returns the newest notes of follow-ups that took place, by way of the index on their dates
 */
export function readFollowUpNotes(
  db: SqlRows,
  since: number,
  until: number,
  limit: number,
): Promise<FollowUpNote[]> {
  return db.rows<FollowUpNote>(
    `SELECT complaint_id AS id, coalesce(done_at, at) AS at, note, satisfied, score
      FROM contact INDEXED BY contact_at
      WHERE state = 'done' AND at < ? AND coalesce(done_at, at) BETWEEN ? AND ?
        AND note IS NOT NULL AND note <> ''
        AND (kind = 'followup' OR satisfied IS NOT NULL OR score IS NOT NULL)
      ORDER BY contact.at DESC, complaint_id DESC LIMIT ?`,
    [until, since, until - 1, limit],
  );
}
