import { type Role, roles } from '../../rules/playbook.ts';
import { type AgentName, agentName, type Refusal, refuse } from '../../rules/values.ts';
import type { AgentRow } from '../../store/tables/agent.ts';
import type { Desk } from '../desk.ts';
import { holdsPin } from '../pin/check-pin.ts';
import { checkPin } from '../pin.ts';
import { roleOf } from '../usual-agent.ts';
import { namedAs } from './agent-name.ts';

declare const brand: unique symbol;

/** Leave to change the people of a desk: only `permitFor` gives it. */
export interface Permit {
  readonly by: AgentName;
  /** Nobody who decides has a PIN yet, so that anybody at the machine may. */
  readonly anybody: boolean;
  readonly [brand]: 'Permit';
}

export type PermitAnswer =
  | { readonly ok: true; readonly permit: Permit }
  | { readonly ok: false; readonly refusal: Refusal };

/** Who is to be changed, and how far it goes. */
export interface PeopleIntent {
  readonly name: string;
  /** The role they are to have. */
  readonly role?: Role | undefined;
  /** Nothing but their PIN is to be different: with the old one, everybody changes their own. */
  readonly onlyPin?: boolean;
  /** Who decides it, with their PIN; without it whoever works here now, or the only one who can. */
  readonly supervisor?: string | undefined;
}

/**
 * Who may change people: anybody, until a supervisor or owner who works here has a PIN; from then on
 * it takes the PIN of one of them. A supervisor changes no owner, and makes none, once an owner has
 * a PIN: else the narrower role could give itself the wider one.
 * @param askPin asks for the PIN of the one who decides
 * @throws what `checkPin` and `askPin` throw
 */
export async function permitFor(
  { store, agent, now }: Pick<Desk, 'store' | 'agent' | 'now'>,
  intent: PeopleIntent,
  askPin: (agent: AgentName) => Promise<string>,
): Promise<PermitAnswer> {
  const people = await store.read.agents();
  const holders = people.filter(holdsPin);
  const self = namedAs(people, agent.name);
  const target = namedAs(people, intent.name);
  const isOwnPin =
    intent.onlyPin === true && self !== undefined && self === target && self.pin !== null;
  if (!isOwnPin && holders.length === 0) {
    return { ok: true, permit: permit(agent.name, true) };
  }
  const decider = isOwnPin ? self : deciderOf(people, self, holders, intent.supervisor);
  if (decider === undefined) {
    return { ok: false, refusal: refuse('needs_supervisor', { known: namesOf(holders) }) };
  }
  const refusal = isOwnPin ? undefined : refusesReach(decider, target, intent, holders);
  if (refusal !== undefined) return { ok: false, refusal };
  const name = agentName(decider.name);
  // Somebody without a PIN is not asked for one.
  const typed = decider.pin === null ? '' : await askPin(name);
  const checked = await checkPin(store, name, typed, now());
  return checked.ok ? { ok: true, permit: permit(checked.agent, false) } : checked;
}

const permit = (by: AgentName, anybody: boolean): Permit => ({ by, anybody }) as Permit;

/** A supervisor or owner decides for themselves; for an agent the one who is named, or the only one. */
function deciderOf(
  people: readonly AgentRow[],
  self: AgentRow | undefined,
  holders: readonly AgentRow[],
  named: string | undefined,
): AgentRow | undefined {
  if (named !== undefined) {
    const decider = namedAs(people, named);
    return decider?.role === 'agent' ? undefined : decider;
  }
  if (self !== undefined && self.role !== 'agent') return self;
  return holders.length === 1 ? holders[0] : undefined;
}

function refusesReach(
  decider: AgentRow,
  target: AgentRow | undefined,
  { role }: PeopleIntent,
  holders: readonly AgentRow[],
): Refusal | undefined {
  const rank = (of: string | undefined): number => roles.indexOf(roleOf(of));
  const reach = Math.max(rank(target?.role), rank(role));
  if (rank(decider.role) >= reach) return undefined;
  const wider = holders.filter((holder) => rank(holder.role) >= reach);
  return wider.length === 0 ? undefined : refuse('needs_owner', { known: namesOf(wider) });
}

const namesOf = (people: readonly AgentRow[]): string => people.map(({ name }) => name).join(', ');
