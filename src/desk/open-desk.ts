import { loadPlaybook } from '../playbook/load-playbook.ts';
import type { PlaybookFault } from '../playbook/playbook-fault.ts';
import type { Playbook } from '../rules/playbook.ts';
import { agentName, type Millis, millis } from '../rules/values.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { namedAs, tidyName } from './agents/agent-name.ts';
import { deskAgentOf } from './agents/desk-agent.ts';
import type { Desk, DeskAgent } from './desk.ts';
import { keptCounting } from './kept-counting.ts';
import { followPlaybookHours } from './own-hours.ts';
import { holdsPin } from './pin/check-pin.ts';
import { usualAgent } from './usual-agent.ts';
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

/**
 * Several people work here, and nothing says which of them this is; or somebody was named whom
 * nobody added, at a desk where that takes a PIN.
 */
export class AgentUnknown extends Error {
  /** Who works here. */
  readonly known: readonly string[];
  /** Who was named. */
  readonly given: string | undefined;

  constructor(known: readonly string[], given?: string) {
    super('who works at the desk is not known');
    this.name = 'AgentUnknown';
    this.known = known;
    this.given = given;
  }
}

/** Somebody was named who no longer works here. */
export class AgentRetired extends Error {
  readonly agent: string;

  constructor(agent: string) {
    super('who was named no longer works at the desk');
    this.name = 'AgentRetired';
    this.agent = agent;
  }
}

/**
 * Opens the desk for work: record, playbook, agent.
 * @throws StoreError when the record cannot be opened
 * @throws PlaybookUnusable when the playbook has faults
 * @throws AgentUnknown when several people work here and none is named
 * @throws AgentRetired when the one who is named no longer works here
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
    const desk: Desk = {
      store,
      playbook: loaded.playbook,
      agent: await agentAt(store, loaded.playbook, options.as),
      business: (await store.read.setting('business')) ?? '',
      reachUs: (await store.read.setting('reach_us')) ?? '',
      zone: await zoneOf(store.read),
      counting: keptCounting(),
      now: options.now ?? (() => millis(Date.now())),
    };
    // A desk that is not set up yet is not written to.
    if (!readonly && !(await isNewDesk(store))) await followPlaybookHours(desk);
    return desk;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** @returns whether the desk was never set up: nobody works here yet. */
export async function isNewDesk(store: Store): Promise<boolean> {
  return (await store.read.agents()).length === 0;
}

/** @returns who works at the desk now; a name may be typed in any case, as long as it is theirs. */
async function agentAt(
  store: Store,
  playbook: Playbook,
  as: string | undefined,
): Promise<DeskAgent> {
  const people = await store.read.agents();
  const here = people.filter(({ retired_at }) => retired_at === null);
  const known = here.map(({ name }) => name);
  const only = here.length === 1 ? here[0]?.name : undefined;
  const named = as ?? only ?? (here.length > 1 ? undefined : usualAgent());
  if (named === undefined) throw new AgentUnknown(known);
  const row = namedAs(people, named);
  if (row === undefined) {
    if (people.some(holdsPin)) throw new AgentUnknown(known, named);
    return { name: agentName(tidyName(named)), role: 'agent', team: '', languages: ['en'] };
  }
  if (row.retired_at !== null) throw new AgentRetired(row.name);
  return deskAgentOf(playbook, row);
}
