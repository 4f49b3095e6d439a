import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { recordFields } from '../src/store/record-fields.ts';
import { exportSelect } from '../src/store/record-sql.ts';
import { type Figure, launcher, median, timeAndMemory, timeCommand, workshop } from './measure.ts';

const ROUNDS = 3;

/** The whole record as CSV, against the sqlite3 shell reading the same columns of the same rows. */
export async function exporting(million: string): Promise<readonly Figure[]> {
  if (spawnSync('sqlite3', ['--version']).status !== 0) {
    console.error('export is left out: the sqlite3 shell is not installed');
    return [];
  }
  const ours = join(workshop, 'export.csv');
  const theirs = join(workshop, 'shell.csv');
  const select = exportSelect(recordFields);
  const shell = [
    'sqlite3',
    '-readonly',
    '-csv',
    '-header',
    '-cmd',
    `.output ${theirs}`,
    million,
    select,
  ];
  const command = [process.execPath, launcher, 'export', '--format', 'csv', '--output', ours];
  const took: number[] = [];
  const reference: number[] = [];
  let megabytes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const run = await timeAndMemory(command, { AMENDS_DB: million });
    took.push(run.took);
    megabytes = Math.max(megabytes, run.megabytes);
    reference.push(timeCommand(shell));
  }
  for (const file of [ours, `${ours}.head`, theirs]) rmSync(file, { force: true });
  return [
    {
      what: 'amends export --format csv, 1,000,000 complaints',
      reference: 'sqlite3 .mode csv',
      value: median(took) / median(reference),
      unit: 'x',
      atMost: 0.8,
    },
    { what: 'its largest memory', reference: '', value: megabytes, unit: 'MB', atMost: 200 },
  ];
}
