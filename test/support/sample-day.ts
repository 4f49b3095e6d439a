import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changePeople, deskAgentOf, editing, permitFor } from '../../src/desk/agents.ts';
import { setHours } from '../../src/desk/counting/opening-hours.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { keptCounting } from '../../src/desk/kept-counting.ts';
import { hashPin } from '../../src/desk/pin.ts';
import { setUpDesk } from '../../src/desk/set-up.ts';
import { loadPlaybook } from '../../src/playbook/load-playbook.ts';
import type { Interval } from '../../src/rules/playbook.ts';
import { agentName, millis } from '../../src/rules/values.ts';
import { openStore } from '../../src/store/open-store.ts';
import { amendsInPath } from './readme-examples.ts';
import { sampleDesk } from './sample-home.ts';
import { must, november, week, ZONE } from './sample-week.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Ana's PIN, as the file `pin` in the home has it. */
const PIN = '4711';

/**
 * Makes a desk of three people in the middle of its week, for the examples of the README and the
 * guide: Sam and Lejla take complaints, Ana owns it and decides. Everything lies in the past but what
 * was promised for later, so that the examples say the same on any day.
 * @param home a home as `cleanEnvironment` lays it out; a fresh one without it
 * @returns the home; in it `pin` with Ana's PIN, and `bin/amends` that starts the built program
 */
export async function sampleDay(home: string = temporaryFolder()): Promise<string> {
  const folder = join(home, 'share', 'amends');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(home, 'pin'), `${PIN}\n`, { mode: 0o600 });
  amendsInPath(home);
  const store = await openStore({ path: join(folder, 'amends.db') });
  try {
    const loaded = await loadPlaybook({ pack: 'small-business', language: 'en' });
    if (!loaded.ok) throw new Error('the playbook has faults');
    let now = november(16, 9, 0);
    const desk: Desk = {
      store,
      playbook: loaded.playbook,
      agent: { name: agentName('Sam'), role: 'agent', team: sampleDesk.team },
      business: sampleDesk.business,
      reachUs: sampleDesk.reachUs,
      zone: ZONE,
      counting: keptCounting(),
      now: () => millis(now),
    };
    await setUp(desk);
    for (const { at, by, does } of week) {
      now = november(...at);
      const row = await store.read.agent(by);
      if (row === undefined) throw new Error(`${by} does not work here`);
      await does({ ...desk, agent: deskAgentOf(desk.playbook, row) });
    }
  } finally {
    await store.close();
  }
  return home;
}

async function setUp(desk: Desk): Promise<void> {
  const others = [
    { name: 'Lejla', role: 'agent' },
    { name: 'Ana', role: 'owner' },
  ] as const;
  await setUpDesk(desk.store, { ...sampleDesk, others }, ZONE, desk.now());
  const day: readonly Interval[] = [[9 * 60, 18 * 60]];
  const saturday: readonly Interval[] = [[9 * 60, 13 * 60]];
  await must(setHours(desk, { week: [day, day, day, day, day, saturday, []], holidays: [] }));
  // Nobody who decides has a PIN yet, so anybody may give the first one.
  const allowed = await permitFor(desk, { name: 'Ana' }, async () => PIN);
  if (!allowed.ok) throw new Error(JSON.stringify(allowed.refusal));
  await must(changePeople(desk, allowed.permit, editing('Ana', { pinHash: hashPin(PIN) })));
}
