import { openStore, type Store } from '../store/open-store.ts';
import { namedAs } from './agents/agent-name.ts';
import { factsOf } from './agents/agent-row.ts';
import { AgentUnknown } from './open-desk.ts';
import { type HoursNow, hoursNow } from './own-hours.ts';
import type { SetUp } from './set-up.ts';
import { roleOf, usualAgent } from './usual-agent.ts';
import { zoneOf } from './zone.ts';

/** How a desk is set up, before something of it is changed. */
export interface SetUpBefore extends SetUp {
  readonly zone: string;
  /** The main one first; none for somebody nobody has written down. */
  readonly languages: readonly string[];
  /** Opening hours, where there are any. */
  readonly hours: HoursNow | undefined;
  /** Nobody works here yet. */
  readonly isNew: boolean;
}

/**
 * Opens the record to set the desk up; a playbook is not needed for that.
 * @param wait how long to wait for another process's write, in milliseconds
 * @throws StoreError when the record cannot be opened or written
 */
export async function openForSetUp(
  path: string,
  wait: number | undefined,
): Promise<{ readonly store: Store; before(agent: string | undefined): Promise<SetUpBefore> }> {
  const store = await openStore(wait === undefined ? { path } : { path, timeout: wait });
  return { store, before: (agent) => setUpBefore(store, agent) };
}

/**
 * @returns how the desk is set up; what is not set yet has its usual value: the account's name, the
 *   role with the narrowest line
 * @throws AgentUnknown when several people work here and none is named
 */
export async function setUpBefore(
  { read }: Store,
  agent: string | undefined,
): Promise<SetUpBefore> {
  const known = await read.agents();
  const here = known.filter(({ retired_at }) => retired_at === null).map((each) => each.name);
  // Nobody is added by the name of the account where several people work.
  if (agent === undefined && here.length > 1) throw new AgentUnknown(here);
  const typed = agent ?? here[0] ?? usualAgent();
  const row = namedAs(known, typed);
  const name = row?.name ?? typed;
  return {
    business: (await read.setting('business')) ?? '',
    agent: name,
    team: row?.team ?? '',
    role: roleOf(row?.role),
    reachUs: (await read.setting('reach_us')) ?? '',
    zone: await zoneOf(read),
    languages: row === undefined ? [] : factsOf(row).languages,
    hours: await hoursNow(read),
    isNew: known.length === 0,
  };
}
