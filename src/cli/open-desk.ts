import type { Desk } from '../desk/desk.ts';
import { openDesk } from '../desk/open-desk.ts';
import { compiledPlaybooks } from './compiled-playbooks.ts';
import type { Settings } from './settings.ts';

/**
 * Opens the desk that the settings name, for work.
 * @throws StoreError, PlaybookUnusable, AgentUnknown
 */
export const deskFor = ({ db, as, language, playbook, busy }: Settings): Promise<Desk> =>
  openDesk({
    path: db.path,
    as,
    language,
    ownPlaybook: playbook,
    compiledPlaybooks: compiledPlaybooks(),
    wait: busy,
  });
