import type { DeskSetting } from '../rules/desk-events.ts';
import type { Role } from '../rules/playbook.ts';
import { agentName, refuse } from '../rules/values.ts';
import type { Store } from '../store/open-store.ts';
import type { AgentRow } from '../store/tables/agent.ts';
import type { Transactor } from '../store/transactor.ts';
import { namedAs, tidyName } from './agents/agent-name.ts';
import { PeopleRefused } from './agents/change-people.ts';
import { adding, editing, type PeoplePlan } from './agents/plan.ts';
import type { Desk } from './desk.ts';
import { appendDeskEvent, appendDeskEvents } from './desk-events.ts';
import { holdsPin } from './pin/check-pin.ts';

/** What the first run asks: whose desk this is and who works at it. */
export interface SetUp {
  readonly business: string;
  readonly agent: string;
  readonly team: string;
  readonly role: Role;
  /** How customers reach us: said at the end of every conversation (P33). */
  readonly reachUs: string;
  /** The languages they speak, the main one first; English, or what is known, without it (P12). */
  readonly languages?: readonly string[] | undefined;
  /** Who else works here, in the same team. */
  readonly others?: readonly Colleague[] | undefined;
}

/** Somebody else who works here from the first day on. */
export interface Colleague {
  readonly name: string;
  readonly role: Role;
}

/**
 * Sets the desk up, or changes how it is set up: what is different of it, with what the log says of
 * that, in one transaction.
 * @throws PeopleRefused when the agent would be added or changed and that takes a PIN here, or a
 *   rule is against it; StoreError when it cannot be written
 */
export async function setUpDesk(
  store: Store,
  { business, agent, team, role, reachUs, languages, others = [] }: SetUp,
  zone: string,
  now: number,
): Promise<void> {
  await store.transact(async (tx) => {
    const people = await tx.agents();
    const by = namedAs(people, agent)?.name ?? tidyName(agent);
    await putSettings(tx, by, now, { business: business.trim(), reach_us: reachUs.trim(), zone });
    const known = namedAs(people, agent) !== undefined;
    const plan = known
      ? editing(agent, { team, role, languages, active: true })
      : adding({ name: agent, team, role, languages: languages ?? ['en'] });
    await carryOut(tx, people, by, plan, now);
    for (const other of others) {
      const colleague = adding({ ...other, team, languages: languages ?? ['en'] });
      await carryOut(tx, await tx.agents(), by, colleague, now);
    }
  });
}

/** Writes down who works here, the first time they do something. */
export async function rememberAgent(desk: Desk): Promise<void> {
  const { name, team, role } = desk.agent;
  if ((await desk.store.read.agent(name)) !== undefined) return;
  await desk.store.transact(async (tx) => {
    const people = await tx.agents();
    // Another window may have been quicker.
    if (namedAs(people, name) !== undefined) return;
    const plan = adding({ name, team, role, languages: ['en'] });
    await carryOut(tx, people, name, plan, desk.now());
  });
}

async function putSettings(
  tx: Transactor,
  agent: string,
  at: number,
  settings: Readonly<Record<DeskSetting, string>>,
): Promise<void> {
  const different: Partial<Record<DeskSetting, string>> = {};
  for (const name of ['business', 'reach_us', 'zone'] as const) {
    const before = await tx.setting(name);
    if (before === settings[name]) continue;
    await tx.putSetting(name, settings[name]);
    // Nothing said where nothing was set before is no news.
    if (before !== undefined || settings[name] !== '') different[name] = settings[name];
  }
  if (Object.keys(different).length > 0)
    await appendDeskEvent(tx, agent, at, 'desk_set', different);
}

async function carryOut(
  tx: Transactor,
  people: readonly AgentRow[],
  by: string,
  plan: PeoplePlan,
  at: number,
): Promise<void> {
  const planned = plan(people, at);
  if (!planned.ok) throw new PeopleRefused(planned.refusals);
  if (planned.happenings.length === 0) return;
  const holders = people.filter(holdsPin);
  if (holders.length > 0) {
    const known = holders.map(({ name }) => name).join(', ');
    throw new PeopleRefused([refuse('people_by_command', { agent: agentName(by), known })]);
  }
  await tx.putAgent(planned.row);
  await appendDeskEvents(tx, by, at, planned.happenings);
}
