import { existsSync } from 'node:fs';
import { PlaybookUnusable } from '../../desk/open-desk.ts';
import { loadPlaybook } from '../../playbook/load-playbook.ts';
import type { Playbook } from '../../rules/playbook.ts';
import { compiledPlaybooks } from '../compiled-playbooks.ts';
import type { Settings } from '../settings.ts';

/**
 * @param makes the owner's folder is about to be made, so that it need not be there yet
 * @returns the playbook as it is before the set-up
 * @throws PlaybookUnusable when it has faults
 */
export async function playbookBefore(
  { playbook, language }: Settings,
  makes: boolean,
): Promise<Playbook> {
  const isThere = playbook !== undefined && (!makes || existsSync(playbook));
  const loaded = await loadPlaybook({
    pack: 'small-business',
    language,
    ownFolder: isThere ? playbook : undefined,
    compiledFolder: compiledPlaybooks(),
  });
  if (!loaded.ok) throw new PlaybookUnusable(loaded.faults);
  return loaded.playbook;
}
