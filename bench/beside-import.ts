import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { answer } from '../src/desk/converse.ts';
import { openDesk } from '../src/desk/open-desk.ts';
import { setUpDesk } from '../src/desk/set-up.ts';
import { startComplaint } from '../src/desk/start.ts';
import { openStore } from '../src/store/open-store.ts';
import { type Figure, launcher, quantile } from './measure.ts';
import { dice, sampleNarrative } from './sample-text.ts';

const ANSWERS = 400;
/** By then the import is in the middle of it, and hurries, as nobody else has written yet. */
const HEAD_START = 3000;

/** How long an agent's answer takes to be on disk while another process imports. */
export async function besideImport(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'amends-bench-'));
  try {
    const path = join(folder, 'amends.db');
    await setUp(path);
    const desk = await openDesk({ path, as: 'Agent A', language: 'en' });
    const mapping = join(folder, 'mapping.yaml');
    writeFileSync(mapping, 'source: bench\nfields: { opened_at: at, words: words }\n');
    const csv = join(folder, 'sample.csv');
    writeFileSync(csv, sampleRows());
    const args = ['--db', path, '--as', 'Agent B', 'import', '--json', '--mapping', mapping, csv];
    const importer = spawn(process.execPath, [launcher, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await setTimeout(HEAD_START);
    const times: number[] = [];
    let conversation = await startComplaint(desk);
    for (let n = 0; n < ANSWERS; n += 1) {
      // Nobody answers faster than this; the moments fall anywhere into what the import does.
      await setTimeout(5 + (n % 17));
      const started = performance.now();
      const value = n % 2 === 0 ? 'phone' : 'email';
      const acted = await answer(desk, conversation, { question: 'channel', value });
      times.push(performance.now() - started);
      if (!acted.ok) throw new Error('an answer was refused');
      conversation = acted.conversation;
    }
    importer.kill('SIGINT');
    const [said] = (await once(importer.stdout, 'data')) as [Buffer];
    const { stopped, added } = JSON.parse(String(said)) as { stopped: boolean; added: number };
    if (!stopped || added < 100) throw new Error(`the import took only ${added} complaints`);
    await desk.store.close();
    return [
      {
        what: 'one answer committed while an import runs, 99th percentile',
        reference: '',
        value: quantile(times, 0.99),
        unit: 'ms',
        atMost: 20,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** More than can come in while the answers are given. */
function sampleRows(): string {
  const roll = dice(7);
  const rows = Array.from({ length: 200_000 }, (_, index) => {
    const at = new Date(Date.UTC(2024, 0, 1) + index * 60_000).toISOString();
    return `${at},"${sampleNarrative(roll).replaceAll('"', '""')}"\n`;
  });
  return `at,words\n${rows.join('')}`;
}

async function setUp(path: string): Promise<void> {
  const store = await openStore({ path });
  const desk = { business: 'Sample', team: 'sample desk', role: 'agent', reachUs: '' } as const;
  for (const agent of ['Agent A', 'Agent B']) {
    await setUpDesk(store, { ...desk, agent }, 'Europe/Sofia', Date.now());
  }
  await store.close();
}
