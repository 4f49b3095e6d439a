import { loadPlaybook } from '../playbook/load-playbook.ts';
import type { PlaybookFault } from '../playbook/playbook-fault.ts';
import { agentName, type Millis, millis } from '../rules/values.ts';
import { openStore, type Store } from '../store/open-store.ts';
import type { Desk, DeskAgent } from './desk.ts';
import { roleOf, usualAgent } from './usual-agent.ts';
import { zoneOf } from './zone.ts';

/** Where the desk is and who works at it, as flags and the environment say. */
export interface DeskOptions {
  /** The database file. */
  readonly path: string;
  readonly readonly?: boolean;
  /** Who works: `--as`; without it whoever the desk knows as its only agent, else the account's name. */
  readonly as?: string | undefined;
  /** A language tag for lines and phrases. */
  readonly language: string;
  /** The owner's own playbook folder, if there is one. */
  readonly ownPlaybook?: string | undefined;
  /** The packs as the build compiled them. */
  readonly compiledPlaybooks?: string | undefined;
  /** How long to wait for another process's write, in milliseconds; five seconds without it. */
  readonly wait?: number | undefined;
  /** Without it the system's clock. */
  readonly now?: () => Millis;
}

/** The playbook cannot be used; every fault names its file, line and field. */
export class PlaybookUnusable extends Error {
  readonly faults: readonly PlaybookFault[];

  constructor(faults: readonly PlaybookFault[]) {
    super('the playbook cannot be used');
    this.name = 'PlaybookUnusable';
    this.faults = faults;
  }
}

/** Several people work here, and nothing says which of them this is. */
export class AgentUnknown extends Error {
  readonly known: readonly string[];

  constructor(known: readonly string[]) {
    super('who works at the desk is not known');
    this.name = 'AgentUnknown';
    this.known = known;
  }
}

/**
 * Opens the desk for work: record, playbook, agent.
 * @throws StoreError when the record cannot be opened
 * @throws PlaybookUnusable when the playbook has faults
 * @throws AgentUnknown when several people work here and none is named
 */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  // The playbook first: a fault in it must not leave an empty record behind.
  const loaded = await loadPlaybook({
    pack: 'small-business',
    language: options.language,
    ownFolder: options.ownPlaybook,
    compiledFolder: options.compiledPlaybooks,
  });
  if (!loaded.ok) throw new PlaybookUnusable(loaded.faults);
  const { path, readonly = false, wait } = options;
  const patience = wait === undefined ? {} : { timeout: wait };
  const store = await openStore({ path, readonly, ...patience });
  try {
    return {
      store,
      playbook: loaded.playbook,
      agent: await agentAt(store, options.as),
      business: (await store.read.setting('business')) ?? '',
      reachUs: (await store.read.setting('reach_us')) ?? '',
      zone: await zoneOf(store.read),
      now: options.now ?? (() => millis(Date.now())),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** @returns whether the desk was never set up: nobody works here yet. */
export async function isNewDesk(store: Store): Promise<boolean> {
  return (await store.read.agents()).length === 0;
}

async function agentAt(store: Store, as: string | undefined): Promise<DeskAgent> {
  const known = await store.read.agents();
  const row =
    as === undefined ? (known.length === 1 ? known[0] : undefined) : await store.read.agent(as);
  const name = row?.name ?? as ?? (known.length > 1 ? undefined : usualAgent());
  if (name === undefined) throw new AgentUnknown(known.map((agent) => agent.name));
  return { name: agentName(name), role: roleOf(row?.role), team: row?.team ?? '' };
}
