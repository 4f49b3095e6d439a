import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { recordFields } from '../src/store/record-fields.ts';
import { exportSelect } from '../src/store/record-sql.ts';
import { type Figure, launcher, median, timeAndMemory, timeCommand, workshop } from './measure.ts';

const ROUNDS = 3;

/** Each format of ours, with what the sqlite3 shell calls it and how much of its time we may take. */
const formats = [
  { format: 'csv', mode: ['-csv', '-header'], named: '.mode csv', atMost: 0.65 },
  { format: 'jsonl', mode: ['-json'], named: '.mode json', atMost: 0.55 },
] as const;

/** The whole record, against the sqlite3 shell reading the same columns of the same rows. */
export async function exporting(million: string): Promise<readonly Figure[]> {
  if (spawnSync('sqlite3', ['--version']).status !== 0) {
    console.error('export is left out: the sqlite3 shell is not installed');
    return [];
  }
  const figures: Figure[] = [];
  let megabytes = 0;
  for (const { format, mode, named, atMost } of formats) {
    const ours = join(workshop, `export.${format}`);
    const theirs = join(workshop, `shell.${format}`);
    const output = ['-cmd', `.output ${theirs}`];
    const shell = ['sqlite3', '-readonly', ...mode, ...output, million, exportSelect(recordFields)];
    const command = [process.execPath, launcher, 'export', '--format', format, '--output', ours];
    const took: number[] = [];
    const reference: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const run = await timeAndMemory(command, { AMENDS_DB: million });
      took.push(run.took);
      megabytes = Math.max(megabytes, run.megabytes);
      reference.push(timeCommand(shell));
    }
    for (const file of [ours, theirs, `${ours}.head`]) rmSync(file, { force: true });
    figures.push({
      what: `amends export --format ${format}, 1,000,000 complaints`,
      reference: `sqlite3 ${named}`,
      value: median(took) / median(reference),
      unit: 'x',
      atMost,
    });
  }
  const largest = { what: 'its largest memory', reference: '', value: megabytes } as const;
  return [...figures, { ...largest, unit: 'MB', atMost: 160 }];
}
