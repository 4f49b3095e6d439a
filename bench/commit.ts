import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { answer } from '../src/desk/converse.ts';
import type { Desk } from '../src/desk/desk.ts';
import { keptCounting } from '../src/desk/kept-counting.ts';
import { startComplaint } from '../src/desk/start.ts';
import { loadPlaybook } from '../src/playbook/load-playbook.ts';
import { agentName, millis } from '../src/rules/values.ts';
import { openStore } from '../src/store/open-store.ts';
import { type Figure, median, workshop } from './measure.ts';

const ROUNDS = 2000;

/** One answer on disk (state, event, chain), against writing the same bytes and waiting for the disk. */
export async function commit(): Promise<readonly Figure[]> {
  // Beside the other files of the benchmark: a folder in memory would make the disk free.
  const folder = mkdtempSync(join(workshop, 'commit-'));
  try {
    const desk = await sampleDesk(join(folder, 'commit.db'));
    const bare = openSync(join(folder, 'bare'), 'w');
    const bytes = Buffer.alloc(4096, 'x');
    let conversation = await startComplaint(desk);
    const answers: number[] = [];
    const writes: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const value = round % 2 === 0 ? 'email' : 'phone';
      const started = performance.now();
      const acted = await answer(desk, conversation, { question: 'channel', value });
      const middle = performance.now();
      writeSync(bare, bytes);
      fdatasyncSync(bare);
      writes.push(performance.now() - middle);
      answers.push(middle - started);
      if (!acted.ok) throw new Error('an answer was refused');
      conversation = acted.conversation;
    }
    closeSync(bare);
    await desk.store.close();
    return [
      {
        what: 'one answer committed (state, event, chain)',
        reference: 'a bare write + fdatasync',
        value: median(answers) / median(writes),
        unit: 'x',
        atMost: 2,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function sampleDesk(path: string): Promise<Desk> {
  const loaded = await loadPlaybook({ pack: 'small-business', language: 'en' });
  if (!loaded.ok) throw new Error('the playbook has faults');
  return {
    store: await openStore({ path }),
    playbook: loaded.playbook,
    agent: { name: agentName('Agent A'), role: 'agent', team: 'sample desk' },
    business: 'Sample',
    reachUs: '',
    zone: 'Europe/Sofia',
    counting: keptCounting(),
    now: () => millis(Date.now()),
  };
}
