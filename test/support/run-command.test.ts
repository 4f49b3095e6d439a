import { existsSync } from 'node:fs';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { whyStale } from './fresh-dist.ts';
import { runCommand } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('a program run without a terminal', () => {
  it('reads what it is given and says its two outputs and its code', async () => {
    const script = 'read x; echo "got $x"; echo "no receipt" >&2; exit 4';
    expect(await runCommand(['bash', '-c', script], { stdin: 'สวัสดี\n' })).toEqual({
      code: 4,
      signal: null,
      stdout: 'got สวัสดี\n',
      stderr: 'no receipt\n',
    });
  });

  it('finds its input empty when there is none', async () => {
    expect(await runCommand(['cat'])).toMatchObject({ code: 0, stdout: '' });
  });

  it('may end without reading a long input', async () => {
    const ran = await runCommand(['true'], { stdin: 'x'.repeat(5_000_000) });
    expect(ran.code).toBe(0);
  });

  it('hands over all of a long output', async () => {
    const ran = await runCommand(['node', '-e', "process.stdout.write('x'.repeat(5_000_000))"]);
    expect(ran.stdout).toHaveLength(5_000_000);
  });

  it('lives in a fresh home, without the environment of the tests', async () => {
    const script = 'echo "$HOME $XDG_DATA_HOME [$CI$VITEST$NODE_ENV] $DESK"';
    const one = await runCommand(['bash', '-c', script], { env: { DESK: 'repairs' } });
    const other = await runCommand(['bash', '-c', script], { env: { DESK: 'repairs' } });
    expect(one.stdout).toMatch(/^(\S+) \1\/share \[\] repairs\n$/);
    expect(one.stdout).not.toBe(other.stdout);
    const home = temporaryFolder();
    const third = await runCommand(['bash', '-c', script], { home, cwd: home });
    expect(third.stdout).toContain(`${home} `);
  });

  it('is killed when it does not end, and what it said is told', async () => {
    const run = runCommand(['bash', '-c', 'echo started; exec sleep 600'], { within: 500 });
    await expect(run).rejects.toThrow(/did not end within 500 ms\nstdout: started/);
  });

  it('is a mistake in the test when there is no such program', async () => {
    await expect(runCommand(['no-such-program'])).rejects.toThrow('ENOENT');
  });
});

describe('a temporary folder', () => {
  let last = '';

  it('is there, empty, while the test runs', () => {
    last = temporaryFolder();
    expect(existsSync(last)).toBe(true);
  });

  it('is gone when the test has ended', () => {
    expect(last).not.toBe('');
    expect(existsSync(last)).toBe(false);
  });
});

describe('the bundle', () => {
  it('counts as stale until it is younger than every source', async () => {
    const project = temporaryFolder();
    const written = async (path: string, seconds: number): Promise<void> => {
      await writeFile(join(project, path), '');
      await utimes(join(project, path), seconds, seconds);
    };
    await mkdir(join(project, 'src/rules'), { recursive: true });
    await written('src/rules/values.ts', 1_000);
    expect(whyStale(project)).toBe('there is no bundle in dist');
    await mkdir(join(project, 'dist'));
    await written('dist/amends.js', 1_001);
    expect(whyStale(project)).toBeUndefined();
    await written('src/rules/flow.ts', 1_002);
    expect(whyStale(project)).toBe('a source is newer than the bundle in dist');
  });
});
