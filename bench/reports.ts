import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { reportNames } from '../src/reports/report.ts';
import { type Figure, launcher, median, timeCommand, workshop } from './measure.ts';

const ROUNDS = 5;

/** Every report over the whole record, started cold: the figures are kept, the program is not. */
export async function reports(million: string): Promise<readonly Figure[]> {
  const env = { AMENDS_DB: million };
  const command = (name: string, ...more: readonly string[]) => [
    process.execPath,
    launcher,
    'report',
    name,
    '--since',
    'all',
    ...more,
  ];
  // The first one of all makes the figures; from then on only what changed is counted anew.
  timeCommand(command('summary', '--json'), env);
  const taken = reportNames.map((name) => ({
    name,
    took: median(Array.from({ length: ROUNDS }, () => timeCommand(command(name, '--json'), env))),
  }));
  const slowest = taken.toSorted((one, other) => other.took - one.took)[0];
  const summary = taken.find(({ name }) => name === 'summary');
  return [
    {
      what: 'amends report summary, 1,000,000 complaints',
      reference: '',
      value: summary?.took ?? Number.NaN,
      unit: 'ms',
      atMost: 300,
    },
    {
      what: `the slowest of the ten reports (${slowest?.name})`,
      reference: '',
      value: slowest?.took ?? Number.NaN,
      unit: 'ms',
      atMost: 1500,
    },
    {
      what: 'the largest of the ten as a page',
      reference: '',
      value: largestPage(command, env) / 1000,
      unit: 'kB',
      atMost: 300,
    },
  ];
}

/** @returns the bytes of the largest page. */
function largestPage(
  command: (name: string, ...more: readonly string[]) => readonly string[],
  env: NodeJS.ProcessEnv,
): number {
  for (const name of reportNames) {
    timeCommand(command(name, '--output', join(workshop, `${name}.html`)), env);
  }
  const pages = readdirSync(workshop).filter((file) => file.endsWith('.html'));
  const sizes = pages.map((file) => statSync(join(workshop, file)).size);
  for (const file of pages) rmSync(join(workshop, file));
  return Math.max(...sizes);
}
