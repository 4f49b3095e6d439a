import { join } from 'node:path';
import type { Desk } from '../../src/desk/desk.ts';
import { keptCounting } from '../../src/desk/kept-counting.ts';
import { loadPlaybook } from '../../src/playbook/load-playbook.ts';
import type { Role } from '../../src/rules/playbook.ts';
import { agentName, millis } from '../../src/rules/values.ts';
import { openStore } from '../../src/store/open-store.ts';
import { atTestEnd } from '../support/at-test-end.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Saturday 21 November 2026, 09:03 in Sofia. */
const NINE = Date.UTC(2026, 10, 21, 7, 3);

const playbook = await loadPlaybook({ pack: 'small-business', language: 'en' });

/** @returns Sam's repairs desk with an empty record in a folder of its own; its clock ticks by itself. */
export async function openSampleDesk(role: Role = 'agent'): Promise<Desk> {
  if (!playbook.ok) throw new Error('the playbook has faults');
  const store = await openStore({ path: join(temporaryFolder(), 'amends.db') });
  atTestEnd(() => store.close());
  let now = NINE;
  return {
    store,
    playbook: playbook.playbook,
    agent: { name: agentName('Sam'), role, team: 'repairs desk' },
    business: 'Kettle & Co',
    reachUs: '02 123 4567',
    zone: 'Europe/Sofia',
    counting: keptCounting(),
    now: () => {
      now += 1000;
      return millis(now);
    },
  };
}

/** @returns what is in the log, without numbers, times and clocks: what happened and what was said. */
export async function saidIn(desk: Desk, complaint: number): Promise<readonly unknown[]> {
  const events = await desk.store.read.eventsOf(complaint);
  return events.map(({ type, body }) => {
    const { clocks: _clocks, ...said } = body as Record<string, unknown>;
    return { type, body: type === 'opened' ? {} : said };
  });
}
