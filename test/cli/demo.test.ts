import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openAmends, runAmends } from '../support/run-amends.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const demosIn = (folder: string) =>
  readdirSync(folder).filter((name) => name.startsWith('amends-demo-'));

test('one command makes a desk to try things on, and says that everything in it is made up', async () => {
  const home = temporaryFolder();
  const env = { TMPDIR: home };
  const made = await runAmends(['demo'], { home, env });
  expect(made.code).toBe(0);
  const db = made.stdout.trim();
  expect(existsSync(db)).toBe(true);
  expect(made.stderr).toContain('Everybody in it is made up.');
  expect(made.stderr).toContain(`AMENDS_DB=${db}`);
  const run = (...args: string[]) => runAmends(args, { home, env: { AMENDS_DB: db } });
  const fields = 'stage,customer_language,merged_into';
  const records = JSON.parse((await run('list', '--json', fields)).stdout) as Record<
    string,
    string
  >[];
  expect(records.length).toBeGreaterThanOrEqual(30);
  const every = (field: string) => [...new Set(records.map((record) => record[field]))].sort();
  expect(every('stage')).toEqual(['closed', 'escalated', 'open', 'resolved', 'waiting']);
  expect(every('customer_language')).toEqual(['bg', 'bs', 'el', 'en', 'mn', 'th']);
  const today = JSON.parse((await run('today', '--json')).stdout) as { kind: string }[];
  const kinds = new Set(today.map(({ kind }) => kind));
  for (const kind of ['promise', 'callback', 'followup', 'wait', 'approval', 'unfinished']) {
    expect([...kinds]).toContain(kind);
  }
  expect(await run('verify')).toMatchObject({ code: 0 });
});

test('on a terminal it opens at once, and is gone when it is left', async () => {
  const home = temporaryFolder();
  const options = { home, env: { TMPDIR: home }, columns: 120, rows: 40 };
  const terminal = openAmends(['demo'], options);
  await terminal.see('LATE').see('Болдбаатар');
  expect(demosIn(home)).toHaveLength(1);
  await terminal.press('q').see('The sample desk is gone.');
  expect(await terminal.exit()).toMatchObject({ code: 0 });
  expect(demosIn(home)).toEqual([]);
});

test('nobody’s own record is touched, and --keep keeps the sample one', async () => {
  const home = temporaryFolder();
  const db = `${home}/own.db`;
  const kept = await runAmends(['demo', '--keep', '-q'], {
    home,
    env: { TMPDIR: home, AMENDS_DB: db },
  });
  expect(kept).toMatchObject({ code: 0, stderr: '' });
  expect(existsSync(db)).toBe(false);
  expect(demosIn(home)).toHaveLength(1);
});
