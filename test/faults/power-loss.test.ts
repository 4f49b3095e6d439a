import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cleanEnvironment } from '../support/clean-environment.ts';
import { homeOfSam } from '../support/home-of-sam.ts';
import { amendsCommand } from '../support/run-amends.ts';
import { kettle } from '../support/sample-home.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { recordOf } from './record-of.ts';

const watching = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;

/** What a program did to its files, in order: `write FILE`, `sync FILE`, `said TEXT`. */
function deedsOf(trace: string): string[] {
  const deeds: string[] = [];
  for (const line of trace.split('\n')) {
    const [, call = '', rest = ''] = /^\d+ +(?:\S+ )?(\w+)\((.*)$/.exec(line) ?? [];
    const file = /^\d+<([^>]*)>/.exec(rest)?.[1];
    if (file === undefined) continue;
    if (call === 'fsync' || call === 'fdatasync') deeds.push(`sync ${file}`);
    else if (rest.includes('C-1001\\n')) deeds.push('said C-1001');
    else deeds.push(`write ${file}`);
  }
  return deeds;
}

it('the reference is said only after the last write of the record was synced to the disk', async ({
  skip,
}) => {
  skip(!watching, 'strace is not there, or may not watch');
  const home = await homeOfSam();
  const trace = join(temporaryFolder(), 'trace');
  const calls = 'trace=pwrite64,write,writev,pwritev,fsync,fdatasync';
  const watched = ['-f', '-y', '-e', calls, '-e', 'signal=none', '-s', '32', '-o', trace];
  const { status, stdout } = spawnSync(
    'strace',
    [...watched, ...amendsCommand, 'new', '--from-file', '-'],
    { input: kettle, env: cleanEnvironment(home), encoding: 'utf8' },
  );
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'C-1001\n' });
  const deeds = deedsOf(readFileSync(trace, 'utf8'));
  const said = deeds.indexOf('said C-1001');
  const log = `${recordOf(home)}-wal`;
  const written = deeds.slice(0, said).lastIndexOf(`write ${log}`);
  const synced = deeds.slice(0, said).lastIndexOf(`sync ${log}`);
  expect(said).toBeGreaterThan(0);
  expect(written).toBeGreaterThan(-1);
  expect(synced).toBeGreaterThan(written);
});
