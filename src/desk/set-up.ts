import type { Role } from '../rules/playbook.ts';
import type { Store } from '../store/open-store.ts';
import type { Desk } from './desk.ts';

/** What the first run asks: whose desk this is and who works at it. */
export interface SetUp {
  readonly business: string;
  readonly agent: string;
  readonly team: string;
  readonly role: Role;
  /** How customers reach us: said at the end of every conversation (P33). */
  readonly reachUs: string;
}

/**
 * Sets the desk up, or changes how it is set up.
 * @throws StoreError when it cannot be written
 */
export async function setUpDesk(
  store: Store,
  { business, agent, team, role, reachUs }: SetUp,
  zone: string,
  now: number,
): Promise<void> {
  await store.transact(async (tx) => {
    await tx.putSetting('business', business.trim());
    await tx.putSetting('reach_us', reachUs.trim());
    await tx.putSetting('zone', zone);
    await tx.putAgent({
      name: agent.trim(),
      team: team.trim(),
      role,
      language: 'en',
      created_at: now,
      retired_at: null,
    });
  });
}

/** Writes down who works here, the first time they do something. */
export async function rememberAgent(desk: Desk): Promise<void> {
  const { name, team, role } = desk.agent;
  if ((await desk.store.read.agent(name)) !== undefined) return;
  await desk.store.transact((tx) =>
    tx.putAgent({ name, team, role, language: 'en', created_at: desk.now(), retired_at: null }),
  );
}
