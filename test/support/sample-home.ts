import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { addCustomer } from '../../src/desk/customer.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { keptCounting } from '../../src/desk/kept-counting.ts';
import { recordFromText } from '../../src/desk/record-file.ts';
import { setUpDesk } from '../../src/desk/set-up.ts';
import { startComplaint } from '../../src/desk/start.ts';
import { loadPlaybook } from '../../src/playbook/load-playbook.ts';
import { agentName, millis } from '../../src/rules/values.ts';
import { openStore } from '../../src/store/open-store.ts';
import { sketch } from './sketch.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Saturday 21 November 2026, 09:03 in Sofia: the morning that examples and pictures show. */
const MORNING = Date.UTC(2026, 10, 21, 7, 3);
const MINUTE = 60_000;

/** The complaint of the sketches, with a promise that lies ahead on any day. All people are sample data. */
export const kettle = sketch.replace('2026-11-27', 'in 6 days');

/** A complaint that was resolved in its conversation. */
export const marko = `customer: {name: Marko Ilić, email: marko@example.org, language: bs}
channel: email
words: I was told three different things by three people about my repair.
restated: {text: He wants one answer about the repair., confirmed: true}
product: repair
cause: communication/contradicting
wish: information
apology: {fault: ours, text: I am sorry that you were told different things. I will find out and write to you.}
offers: [{remedy: information}, {remedy: apology}]
chosen: information
done: Wrote to him with one answer.
outcome: resolved
thanked: true
`;

/**
 * Makes a desk with a sample record: the same at every run, so that examples can show what commands
 * really say.
 * @param home a home as `cleanEnvironment` lays it out; a fresh one without it
 * @returns the home
 */
export async function sampleHome(home: string = temporaryFolder()): Promise<string> {
  const folder = join(home, 'share', 'amends');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const store = await openStore({ path: join(folder, 'amends.db') });
  try {
    await setUpDesk(store, sampleDesk, 'Europe/Sofia', MORNING);
    const loaded = await loadPlaybook({ pack: 'small-business', language: 'en' });
    if (!loaded.ok) throw new Error('the playbook has faults');
    let now = MORNING;
    const desk: Desk = {
      store,
      playbook: loaded.playbook,
      agent: { name: agentName(sampleDesk.agent), role: sampleDesk.role, team: sampleDesk.team },
      business: sampleDesk.business,
      reachUs: sampleDesk.reachUs,
      zone: 'Europe/Sofia',
      counting: keptCounting(),
      now: () => {
        now += MINUTE;
        return millis(now);
      },
    };
    for (const text of [sketch, marko]) {
      const outcome = await recordFromText(desk, text);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
    }
    const begun = await startComplaint(desk);
    await addCustomer(desk, begun, {
      name: 'Νίκος Αλεξίου',
      phone: '+30 21 0123 4567',
      language: 'el',
    });
  } finally {
    await store.close();
  }
  return home;
}

export const sampleDesk = {
  business: 'Kettle & Co',
  agent: 'Sam',
  team: 'repairs desk',
  role: 'agent',
  reachUs: '02 123 4567',
} as const;
