import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runAmends } from '../support/run-amends.ts';
import { sampleDay } from '../support/sample-day.ts';
import { waitUntil } from '../support/wait-until.ts';

/** A browser that writes down what it is asked to show. */
function browserIn(home: string): { readonly name: string; readonly shown: () => string } {
  const [name, seen] = [join(home, 'browser'), join(home, 'shown')];
  writeFileSync(name, `#!/bin/sh\nprintf '%s' "$1" > '${seen}'\n`);
  chmodSync(name, 0o755);
  return { name, shown: () => (existsSync(seen) ? readFileSync(seen, 'utf8') : '') };
}

it('a report is written as one page that needs nothing else', async () => {
  const home = await sampleDay();
  const { code, stdout } = await runAmends(
    ['report', 'causes', '--since', 'all', '--format', 'html'],
    { home },
  );
  expect(code).toBe(0);
  expect(stdout).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(stdout).not.toMatch(/<script|https?:|url\(/);
  const file = join(home, 'causes.html');
  const written = await runAmends(['report', 'causes', '--since', 'all', '--output', file], {
    home,
  });
  expect(written).toMatchObject({ code: 0, stdout: '' });
  expect(readFileSync(file, 'utf8')).toContain('<svg role="img"');
});

it('--open shows it in the browser, from a file that nobody else can read, and prints its path', async () => {
  const home = await sampleDay();
  const { name, shown } = browserIn(home);
  const cache = join(home, 'cache');
  const run = { home, env: { BROWSER: name, XDG_CACHE_HOME: cache } };
  const { code, stdout } = await runAmends(['report', 'peaks', '--open'], run);
  const file = join(cache, 'amends', 'reports', 'peaks.html');
  expect({ code, stdout }).toEqual({ code: 0, stdout: `${file}\n` });
  expect(await waitUntil(() => shown() === `file://${file}`, 5_000)).toBe(true);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

it('--open with --output shows the file that was named', async () => {
  const home = await sampleDay();
  const { name, shown } = browserIn(home);
  const file = join(home, 'week.html');
  const run = { home, env: { BROWSER: name } };
  expect((await runAmends(['report', '--open', '--output', file], run)).code).toBe(0);
  expect(await waitUntil(() => shown() === `file://${file}`, 5_000)).toBe(true);
});

it('where there is no browser, the page is there all the same, and it is said where', async () => {
  const home = await sampleDay();
  const run = { home, env: { BROWSER: '/nowhere/browser', XDG_CACHE_HOME: join(home, 'cache') } };
  const { code, stdout, stderr } = await runAmends(['report', 'times', '--open'], run);
  expect(code).toBe(1);
  expect(existsSync(stdout.trim())).toBe(true);
  expect(stderr).toContain('No browser could be opened.');
  expect(stderr).toContain('name a browser in BROWSER');
});

it.each([
  [['--open', '--format', 'csv'], '--open and --format csv do not go together'],
  [['--open', '--json'], '--open and --json do not go together'],
])('a page is no other form: %s', async (flags, says) => {
  const { code, stdout, stderr } = await runAmends(['report', 'times', ...flags], {
    home: await sampleDay(),
  });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(says);
});
