import { CHUNK, SHEETS_VERSION } from '../../rules/figures/sheets.ts';
import type { SqlRows } from '../sql-rows.ts';

/** What is kept, and what of it still holds. */
export interface SheetsState {
  /** How many chunks there are. */
  readonly chunks: number;
  /** The newest event now. */
  readonly newest: number;
  /** Chunks that are not kept, or no longer true, in order. */
  readonly stale: readonly number[];
  /** Who makes or made them; undefined when nobody did yet. */
  readonly maker: string | undefined;
}

interface Kept {
  readonly version: number;
  readonly through: number;
  readonly maker: string;
}

/**
 * Whatever happened to a complaint since its sheets were kept is in the log, so that the log tells
 * which are stale: nobody who writes has to think of it.
 */
export async function readState(db: SqlRows): Promise<SheetsState> {
  const newest = await number(db, 'SELECT max(seq) AS value FROM event');
  const last = await number(db, 'SELECT max(id) AS value FROM complaint');
  const [kept] = await db.rows<Kept>('SELECT version, through, maker FROM figure_state');
  const chunks = last === 0 ? 0 : Math.floor(last / CHUNK) + 1;
  // A file that was put back from a copy may know less than its sheets.
  const holds = kept?.version === SHEETS_VERSION && kept.through <= newest;
  const stale = holds
    ? await staleSince(db, kept.through)
    : Array.from({ length: chunks }, (_, chunk) => chunk);
  return { chunks, newest, stale, maker: kept?.maker };
}

async function staleSince(db: SqlRows, seq: number): Promise<readonly number[]> {
  const rows = await db.rows<{ chunk: number }>(
    `SELECT DISTINCT complaint_id / ${CHUNK} AS chunk FROM event
      WHERE seq > ? AND complaint_id IS NOT NULL ORDER BY chunk`,
    [seq],
  );
  return rows.map(({ chunk }) => chunk);
}

async function number(db: SqlRows, query: string): Promise<number> {
  const [row] = await db.rows<{ value: number | null }>(query);
  return row?.value ?? 0;
}
