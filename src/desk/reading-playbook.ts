import { loadPlaybook } from '../playbook/load-playbook.ts';
import type { Authority, Playbook } from '../rules/playbook.ts';
import { currency } from '../rules/values.ts';

/**
 * Loads the playbook for its words only. A record can be read whatever became of the playbook: where
 * that cannot be used, its ids stand for themselves.
 */
export async function readingPlaybook(source: {
  readonly language: string;
  readonly ownFolder: string | undefined;
  readonly compiledFolder: string | undefined;
}): Promise<Playbook> {
  const loaded = await loadPlaybook({ pack: 'small-business', ...source });
  return loaded.ok ? loaded.playbook : wordless;
}

const nothing: Authority = { limit: { ask: true }, remedies: {} };

const wordless: Playbook = {
  name: '',
  title: '',
  currency: currency('XXX'),
  channels: [],
  products: [],
  causes: [],
  severities: [],
  remedies: [],
  authority: { agent: nothing, supervisor: nothing, owner: nothing },
  targets: {
    answerHours: 10,
    aimHours: 8,
    followUpHours: 24,
    answerHoursBySeverity: {},
    rules: [],
  },
  hours: { holidays: [] },
  policy: { reopenByAnother: false },
  lines: [],
  phrases: [],
};
