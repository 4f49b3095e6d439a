// Prints what the program costs, side by side with a reference measured in the same run. Machines
// are noisy, so nothing here fails: the last column says whether the figure holds.

import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { besideImport } from './beside-import.ts';
import { coldStart } from './cold-start.ts';
import { commit } from './commit.ts';
import { conversation } from './conversation.ts';
import { exporting } from './export.ts';
import { generate } from './generate.ts';
import { importing } from './import.ts';
import { lists } from './lists.ts';
import { type Figure, root, workshop } from './measure.ts';
import { reports } from './reports.ts';
import { searching } from './search.ts';
import { today } from './today.ts';

const MILLION = 1_000_000;

const parts: Readonly<Record<string, (million: string) => Promise<readonly Figure[]>>> = {
  start: async (million) => coldStart(million),
  screen: conversation,
  commit,
  export: exporting,
  today: async (million) => today(million),
  lists,
  search: searching,
  reports,
  import: async (million) => [...(await besideImport()), ...(await importing(million))],
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`No part is named ${unknown.join(', ')}. Known: ${Object.keys(parts).join(', ')}.`);
  process.exitCode = 2;
} else {
  await run(wanted.length > 0 ? wanted : Object.keys(parts));
}

async function run(names: readonly string[]): Promise<void> {
  mkdirSync(workshop, { recursive: true });
  spawnSync(process.execPath, ['build.js'], { cwd: root, stdio: 'inherit' });
  const million = join(workshop, 'million.db');
  await generate(million, MILLION);
  for (const name of names) {
    for (const figure of (await parts[name]?.(million)) ?? []) console.log(lineOf(figure));
  }
}

function lineOf({ what, reference, value, unit, atMost }: Figure): string {
  const number = unit === 'x' ? value.toFixed(2) : value.toFixed(0);
  const against = reference === '' ? '' : `, against ${reference}`;
  const verdict = value <= atMost ? 'holds' : 'does not hold';
  return `${what}${against}: ${number}${unit === 'x' ? 'x' : ` ${unit}`} (at most ${atMost}${unit === 'x' ? 'x' : ` ${unit}`}: ${verdict})`;
}
