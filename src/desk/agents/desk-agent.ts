import { withOwnLimits } from '../../rules/authority.ts';
import type { Playbook } from '../../rules/playbook.ts';
import { agentName } from '../../rules/values.ts';
import type { AgentRow } from '../../store/tables/agent.ts';
import type { DeskAgent } from '../desk.ts';
import { factsOf } from './agent-row.ts';

/** @returns somebody on record as who works at the desk, with their own limits where they have any (P21). */
export function deskAgentOf(playbook: Playbook, row: AgentRow): DeskAgent {
  const { team, role, languages, authority } = factsOf(row);
  const who = { name: agentName(row.name), role, team, languages };
  return authority === null
    ? who
    : { ...who, authority: withOwnLimits(playbook.authority[role], authority) };
}
