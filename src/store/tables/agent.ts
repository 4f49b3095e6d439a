import type { Insertable, Selectable } from 'kysely';

/** Who works the desk. */
export interface AgentTable {
  name: string;
  team: string;
  role: string;
  /** A language tag. */
  language: string;
  created_at: number;
  retired_at: number | null;
}

export type AgentRow = Selectable<AgentTable>;
export type NewAgent = Insertable<AgentTable>;
