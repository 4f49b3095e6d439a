import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { start } from '../store/processes/run.ts';
import { openComplaint, tempPath, tempStore } from '../store/temp-store.ts';

test('a process killed at any moment has kept every answer it said was kept', async () => {
  const path = tempPath();
  const first = await openStore({ path });
  const id = await first.transact((tx) => openComplaint(tx, { revision: 1 }));
  await first.close();
  for (const answers of [1, 7, 40, 3, 120]) {
    const acknowledged = await killedAfter(answers, path, id);
    const store = await tempStore({ path });
    const revision = (await store.read.revisionOf(id)) ?? 0;
    expect(revision).toBeGreaterThanOrEqual(acknowledged);
    expect((await store.read.eventsOf(id)).at(-1)?.n).toBe(revision);
    expect((await store.verify()).faults).toEqual([]);
    expect(store.quickCheck()).toEqual([]);
    await store.close();
  }
});

/** @returns the number of the last answer that the process said was kept before it was killed. */
async function killedAfter(answers: number, path: string, complaint: number): Promise<number> {
  const child = start('commit-forever', [path, String(complaint)]);
  let said = '';
  let killed = false;
  child.stdout?.on('data', (piece: Buffer) => {
    said += piece.toString('latin1');
    if (!killed && said.split('\n').length > answers) {
      killed = true;
      child.kill('SIGKILL');
    }
  });
  await new Promise((resolve) => child.once('close', resolve));
  // Only whole lines count.
  const last = said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1);
  return Number(last);
}
