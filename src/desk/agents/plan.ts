import { isDeepStrictEqual } from 'node:util';
import type { AgentChange, AgentFacts, DeskHappening } from '../../rules/desk-events.ts';
import type { Authority, Role } from '../../rules/playbook.ts';
import { agentName, type Refusal, refuse } from '../../rules/values.ts';
import type { AgentRow, NewAgent } from '../../store/tables/agent.ts';
import { namedAs, refusesName, tidyName } from './agent-name.ts';
import { factColumns, factsOf, newAgentRow } from './agent-row.ts';

/** What a change to the people comes to: somebody's row after it, with what the log says of it. */
export type Planned =
  | {
      readonly ok: true;
      readonly row: NewAgent;
      readonly happenings: readonly DeskHappening[];
    }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/**
 * A change to the people, decided from everybody on record: the same decision for a look at what
 * would happen and for the change itself.
 * @param at epoch milliseconds
 */
export type PeoplePlan = (people: readonly AgentRow[], at: number) => Planned;

/** Somebody new. */
export interface AgentDraft {
  readonly name: string;
  readonly team: string;
  readonly role: Role;
  /** Language tags, the main one first; at least one. */
  readonly languages: readonly string[];
  /** Limits of their own. */
  readonly authority?: Authority | undefined;
  /** The hash of their PIN, as `hashPin` makes it. */
  readonly pinHash?: string | undefined;
}

/** What is to be different of somebody; what is left out stays as it is. */
export interface AgentEdit {
  readonly team?: string | undefined;
  readonly role?: Role | undefined;
  readonly languages?: readonly string[] | undefined;
  /** null: the role's limits again. */
  readonly authority?: Authority | null | undefined;
  readonly pinHash?: string | undefined;
  /** They work here again. */
  readonly active?: true | undefined;
}

/** @returns the plan to add somebody whose name nobody has, or looks as if they had. */
export const adding =
  (draft: AgentDraft): PeoplePlan =>
  (people, at) => {
    const name = tidyName(draft.name);
    const refusal = refusesName(name);
    if (refusal !== undefined) return { ok: false, refusals: [refusal] };
    const same = namedAs(people, name);
    if (same !== undefined) {
      const code = same.retired_at === null ? 'agent_exists' : 'agent_was_here';
      return refusing(code, { agent: same.name });
    }
    const facts: AgentFacts = {
      team: draft.team.trim(),
      role: draft.role,
      languages: draft.languages,
      authority: draft.authority ?? null,
    };
    const agent = agentName(name);
    const { pinHash } = draft;
    return {
      ok: true,
      row: { ...newAgentRow(name, facts, at), ...(pinHash === undefined ? {} : withPin(pinHash)) },
      happenings: [
        { type: 'agent_added', body: { agent, ...facts } },
        ...(pinHash === undefined ? [] : [{ type: 'pin_set', body: { agent } } as const]),
      ],
    };
  };

/** @returns the plan to change somebody; the last owner stays one. */
export const editing =
  (name: string, edit: AgentEdit): PeoplePlan =>
  (people) => {
    const row = namedAs(people, name);
    if (row === undefined) return unknown(people, name);
    const { active, pinHash } = edit;
    if (edit.role !== undefined && edit.role !== 'owner' && isLastOwner(people, row)) {
      return refusing('last_owner', { agent: row.name });
    }
    const agent = agentName(row.name);
    const before = factsOf(row);
    const after: AgentFacts = {
      team: edit.team?.trim() ?? before.team,
      role: edit.role ?? before.role,
      languages: edit.languages ?? before.languages,
      authority: edit.authority === undefined ? before.authority : edit.authority,
    };
    const returns = active === true && row.retired_at !== null;
    return {
      ok: true,
      row: {
        ...row,
        ...factColumns(after),
        ...(returns ? { retired_at: null } : {}),
        ...(pinHash === undefined ? {} : withPin(pinHash)),
      },
      happenings: [
        ...(returns ? [{ type: 'agent_returned', body: { agent } } as const] : []),
        ...changes(before, after).map(
          (change) => ({ type: 'agent_changed', body: { agent, ...change } }) as const,
        ),
        ...(pinHash === undefined ? [] : [{ type: 'pin_set', body: { agent } } as const]),
      ],
    };
  };

/** @returns the plan to retire somebody: what they did stays theirs, and they do no more. */
export const retiring =
  (name: string): PeoplePlan =>
  (people, at) => {
    const row = namedAs(people, name);
    if (row === undefined) return unknown(people, name);
    const agent = agentName(row.name);
    if (row.retired_at !== null) return refusing('agent_retired', { agent });
    if (isLastOwner(people, row)) return refusing('last_owner', { agent });
    const happening = { type: 'agent_retired', body: { agent } } as const;
    return { ok: true, row: { ...row, retired_at: at }, happenings: [happening] };
  };

/** A new PIN starts with all its tries. */
const withPin = (pin: string) => ({ pin, pin_misses: 0, pin_wait_until: null });

const facts = ['team', 'role', 'languages', 'authority'] as const satisfies (keyof AgentFacts)[];

function changes(before: AgentFacts, after: AgentFacts): readonly AgentChange[] {
  return facts.flatMap((what) =>
    isDeepStrictEqual(before[what], after[what])
      ? []
      : [{ what, from: before[what], to: after[what] } as AgentChange],
  );
}

const isOwner = ({ role, retired_at }: AgentRow): boolean =>
  role === 'owner' && retired_at === null;

/** A desk that had an owner keeps one: somebody has to be able to decide everything. */
const isLastOwner = (people: readonly AgentRow[], row: AgentRow): boolean =>
  isOwner(row) && people.filter(isOwner).length === 1;

const unknown = (people: readonly AgentRow[], agent: string): Planned =>
  refusing('no_such_agent', { agent, known: people.map(({ name }) => name).join(', ') });

const refusing = (code: string, given: Refusal['facts']): Planned => ({
  ok: false,
  refusals: [refuse(code, given, 'name')],
});
