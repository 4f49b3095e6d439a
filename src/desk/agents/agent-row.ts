import type { AgentFacts } from '../../rules/desk-events.ts';
import type { Authority } from '../../rules/playbook.ts';
import type { AgentRow, NewAgent } from '../../store/tables/agent.ts';
import { roleOf } from '../usual-agent.ts';

type FactColumns = Pick<AgentRow, 'team' | 'role' | 'language' | 'languages' | 'authority'>;

/** @returns the columns of a row as the facts that rules and the log speak of. */
export const factsOf = (row: FactColumns): AgentFacts => ({
  team: row.team,
  role: roleOf(row.role),
  languages: [row.language, ...(JSON.parse(row.languages) as string[])],
  authority: row.authority === null ? null : (JSON.parse(row.authority) as Authority),
});

/** @returns facts as the columns of a row; the main language has a column of its own. */
export function factColumns({ team, role, languages, authority }: AgentFacts): FactColumns {
  const [language = 'en', ...further] = languages;
  return {
    team,
    role,
    language,
    languages: JSON.stringify(further),
    authority: authority === null ? null : JSON.stringify(authority),
  };
}

/** @returns the row of somebody new. */
export const newAgentRow = (name: string, facts: AgentFacts, at: number): NewAgent => ({
  name,
  ...factColumns(facts),
  created_at: at,
  retired_at: null,
});
