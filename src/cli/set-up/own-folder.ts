import { PlaybookUnusable } from '../../desk/open-desk.ts';
import {
  planOwnPlaybook,
  requireWritable,
  writeOwnPlaybook,
} from '../../desk/set-up/own-playbook.ts';
import type { Context } from '../context.ts';
import { Fault } from '../fault.ts';
import type { WantedSetUp } from './wanted.ts';

/** What is to become of the owner's playbook folder; nothing was written yet. */
export interface OwnFolder {
  readonly folder: string;
  /** The files that `write` writes. */
  readonly files: readonly string[];
  /** All sums stand in this currency afterwards, where they stood in another before. */
  readonly currency: string | undefined;
  /** The config file that names the folder afterwards. */
  readonly remembered: string | undefined;
  /** @throws Fault `failed` when it cannot be written after all */
  write(): Promise<void>;
}

/**
 * Works out what is to become of the owner's own playbook folder, and makes sure that it can be.
 * @returns undefined when nobody asked for anything about it
 * @throws PlaybookUnusable when the playbook has faults, or would have; Fault for a folder that cannot
 *   be written
 */
export async function planFolder(
  { settings }: Context,
  { copyPlaybook = false, currency }: WantedSetUp,
): Promise<OwnFolder | undefined> {
  const { typed, playbook, playbookHome, configFile } = settings;
  const makes = copyPlaybook || currency !== undefined;
  if (!makes && typed.playbook === undefined) return undefined;
  const folder = playbook ?? playbookHome;
  const planned = await attempt(folder, () =>
    planOwnPlaybook({ folder, copy: copyPlaybook, currency }),
  );
  if (!planned.ok) throw new PlaybookUnusable(planned.faults);
  const { plan } = planned;
  if (plan.files.size > 0) await attempt(folder, () => requireWritable(folder));
  const remembered = typed.playbook === undefined ? undefined : configFile;
  return {
    folder,
    files: [...plan.files.keys()],
    currency: plan.files.has('playbook.yaml') ? currency : undefined,
    remembered,
    write: async () => {
      await attempt(folder, () => plan.files.size > 0 && writeOwnPlaybook(plan));
      if (remembered === undefined) return;
      const { rememberPlaybook } = await import('./remember-playbook.ts');
      await attempt(remembered, () => rememberPlaybook(remembered, folder));
    },
  };
}

/** What the system refuses is told with the place it is about. */
async function attempt<Done>(place: string, work: () => Done | Promise<Done>): Promise<Done> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Fault('failed', 'cannot-write-folder', { folder: place, reason: String(error.code) });
  }
}
