import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setUpDesk } from '../src/desk/set-up.ts';
import { openStore } from '../src/store/open-store.ts';
import { type Figure, launcher, median, timeAndMemory, timeCommand, workshop } from './measure.ts';

/** It takes seconds where ours takes minutes, so a slow moment of the machine weighs more on it. */
const REFERENCES = 3;

/**
 * A million complaints from the CSV that `export` writes of them into an empty desk, with their events
 * and the search, against the sqlite3 shell's `.import` of the same file into one table of text.
 */
export async function importing(million: string): Promise<readonly Figure[]> {
  if (spawnSync('sqlite3', ['--version']).status !== 0) {
    console.error('import is left out: the sqlite3 shell is not installed');
    return [];
  }
  const csv = join(workshop, 'import.csv');
  const ours = join(workshop, 'import.db');
  const theirs = join(workshop, 'import-shell.db');
  const env = { AMENDS_DB: million };
  timeCommand([process.execPath, launcher, 'export', '--format', 'csv', '--output', csv], env);
  removeRecord(ours);
  rmSync(theirs, { force: true });
  await emptyDesk(ours);
  const command = [process.execPath, launcher, '-q', 'import', csv];
  const { took, megabytes, megabytesEarly } = await timeAndMemory(command, { AMENDS_DB: ours });
  const references = Array.from({ length: REFERENCES }, () => {
    rmSync(theirs, { force: true });
    return timeCommand(['sqlite3', theirs, `.import --csv ${csv} complaint`]);
  });
  for (const file of [csv, `${csv}.head`, theirs]) rmSync(file, { force: true });
  removeRecord(ours);
  return [
    {
      what: 'amends import of a CSV, 1,000,000 complaints',
      reference: 'sqlite3 .import',
      value: took / median(references),
      unit: 'x',
      atMost: 12,
    },
    {
      what: `its largest memory (${megabytes.toFixed(0)} MB)`,
      reference: 'what it was after a tenth of the time',
      value: megabytes / megabytesEarly,
      unit: 'x',
      atMost: 1.2,
    },
  ];
}

async function emptyDesk(path: string): Promise<void> {
  const store = await openStore({ path });
  const desk = { business: 'Sample', team: 'sample desk', role: 'agent', reachUs: '' } as const;
  await setUpDesk(store, { ...desk, agent: 'Agent A' }, 'Europe/Sofia', Date.now());
  await store.close();
}

function removeRecord(path: string): void {
  for (const end of ['', '-wal', '-shm', '.head']) rmSync(path + end, { force: true });
}
