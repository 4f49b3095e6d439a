import { openStore, type Store } from '../store/open-store.ts';
import type { SetUp } from './set-up.ts';
import { roleOf, usualAgent } from './usual-agent.ts';
import { zoneOf } from './zone.ts';

/** How a desk is set up, before something of it is changed. */
export type SetUpBefore = SetUp & { readonly zone: string };

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

/** What is not set yet has its usual value: the account's name, the role with the narrowest line. */
async function setUpBefore({ read }: Store, agent: string | undefined): Promise<SetUpBefore> {
  const known = await read.agents();
  const name = agent ?? (known.length === 1 ? known[0]?.name : undefined) ?? usualAgent();
  const row = known.find((each) => each.name === name);
  return {
    business: (await read.setting('business')) ?? '',
    agent: name,
    team: row?.team ?? '',
    role: roleOf(row?.role),
    reachUs: (await read.setting('reach_us')) ?? '',
    zone: await zoneOf(read),
  };
}
