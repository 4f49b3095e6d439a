/** Who works at the desk: how they come, change and go, and who may say so (P20, P21). */

export { lookOf, namedAs, refusesName, tidyName } from './agents/agent-name.ts';
export {
  type AgentRecord,
  agentFields,
  agentRecord,
  type PersonOnRecord,
  personOf,
} from './agents/agent-record.ts';
export { factsOf } from './agents/agent-row.ts';
export {
  changePeople,
  type PeopleChanged,
  PeopleRefused,
  previewPeople,
} from './agents/change-people.ts';
export { deskAgentOf } from './agents/desk-agent.ts';
export { limitsText } from './agents/limits-text.ts';
export { type OwnLimits, ownAuthority } from './agents/own-limits.ts';
export { type Permit, type PermitAnswer, permitFor } from './agents/permit.ts';
export {
  type AgentDraft,
  type AgentEdit,
  adding,
  editing,
  type PeoplePlan,
  retiring,
} from './agents/plan.ts';
