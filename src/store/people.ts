import type { SqlRows } from './sql-rows.ts';

/** Somebody who works or has worked here, with how much there is on their desk. */
export interface PersonRow {
  readonly name: string;
  readonly team: string;
  readonly role: string;
  readonly language: string;
  /** Further languages, a JSON array. */
  readonly languages: string;
  /** Limits of their own, a JSON object. */
  readonly authority: string | null;
  /** Whether they have a PIN; the PIN's hash never leaves the store this way. */
  readonly has_pin: 0 | 1;
  readonly created_at: number;
  readonly retired_at: number | null;
  /** How many complaints they own that are neither resolved nor closed. */
  readonly open_complaints: number;
}

/** The complaints that are still open come from their index; those that are done are never counted. */
const people = `
  SELECT a.name, a.team, a.role, a.language, a.languages, a.authority,
    a.pin IS NOT NULL AS has_pin, a.created_at, a.retired_at,
    coalesce(o.many, 0) AS open_complaints
  FROM agent AS a
  LEFT JOIN (
    SELECT owner, count(*) AS many FROM complaint
    WHERE stage IN ('open', 'waiting', 'escalated') GROUP BY owner
  ) AS o ON o.owner = a.name
  ORDER BY a.retired_at IS NOT NULL, a.name`;

/** @returns everybody who works or has worked here, those who work here first, by name. */
export const readPeople = (sql: SqlRows): Promise<PersonRow[]> => sql.rows<PersonRow>(people);
