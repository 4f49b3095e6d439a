import type { CustomerStanding } from '../rules/state.ts';
import type { SqlRows } from './sql-rows.ts';

/** Somebody came back, or left us for good; null: neither is known any more. */
export interface StandingChange {
  readonly customer: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly to: CustomerStanding | null;
}

/**
 * @returns every change in the order of the log. Events of the desk stand by themselves in an index of
 *   the log, so that they are found among millions of others
 */
export function readStandingChanges(db: SqlRows): Promise<StandingChange[]> {
  return db.rows<StandingChange>(
    `SELECT body ->> '$.customer' AS customer, at, body ->> '$.to' AS "to" FROM event
      WHERE complaint_id IS NULL AND type = 'customer_standing_set' AND body IS NOT NULL ORDER BY n`,
  );
}
