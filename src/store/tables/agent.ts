import type { Generated, Insertable, Selectable } from 'kysely';

/** Who works the desk. */
export interface AgentTable {
  name: string;
  team: string;
  role: string;
  /** A language tag. */
  language: string;
  created_at: number;
  retired_at: number | null;
  /** Further languages, a JSON array of tags. */
  languages: Generated<string>;
  /** Limits of their own in place of the role's, a JSON object. */
  authority: Generated<string | null>;
  /** The argon2id hash of their PIN, in PHC form. */
  pin: Generated<string | null>;
  /** Wrong PINs in a row. */
  pin_misses: Generated<number>;
  /** Until then no PIN is looked at. */
  pin_wait_until: Generated<number | null>;
}

export type AgentRow = Selectable<AgentTable>;
export type NewAgent = Insertable<AgentTable>;
