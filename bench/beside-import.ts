import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { answer } from '../src/desk/converse.ts';
import { openDesk } from '../src/desk/open-desk.ts';
import { setUpDesk } from '../src/desk/set-up.ts';
import { startComplaint } from '../src/desk/start.ts';
import { openStore } from '../src/store/open-store.ts';
import { type Figure, quantile } from './measure.ts';

const ANSWERS = 400;

/** How long an agent's answer takes to be on disk while another process imports. */
export async function besideImport(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'amends-bench-'));
  try {
    const path = join(folder, 'amends.db');
    await setUp(path);
    const desk = await openDesk({ path, as: 'Agent A', language: 'en' });
    const importer = spawn(
      process.execPath,
      [join(import.meta.dirname, 'import-process.ts'), path],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(importer.stdout, 'data');
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
    importer.kill('SIGTERM');
    const [said] = (await once(importer.stdout, 'data')) as [Buffer];
    if (Number(said) < 100) throw new Error(`the import took only ${said} complaints meanwhile`);
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

async function setUp(path: string): Promise<void> {
  const store = await openStore({ path });
  const desk = { business: 'Sample', team: 'sample desk', role: 'agent', reachUs: '' } as const;
  for (const agent of ['Agent A', 'Agent B']) {
    await setUpDesk(store, { ...desk, agent }, 'Europe/Sofia', Date.now());
  }
  await store.close();
}
