import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openAmends, runAmends } from '../support/run-amends.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { waitUntil } from '../support/wait-until.ts';

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

test('a file that is named for it is made and stays, and never one that is there already', async () => {
  const home = temporaryFolder();
  const db = join(home, 'try.db');
  const made = await runAmends(['demo', '--db', db], { home });
  expect(made).toMatchObject({ code: 0, stdout: `${db}\n` });
  const again = await runAmends(['demo', '--db', db], { home });
  expect(again).toMatchObject({ code: 2, stdout: '' });
  expect(again.stderr).toContain(`${db} is there already`);
  expect((await runAmends(['verify', '--db', db], { home })).code).toBe(0);
});

test('where nothing can be written it says so, and what to do', async () => {
  const home = temporaryFolder();
  const file = join(home, 'file');
  writeFileSync(file, '');
  const nowhere = await runAmends(['demo'], { home, env: { TMPDIR: join(file, 'tmp') } });
  expect(nowhere).toMatchObject({ code: 1, stdout: '' });
  expect(nowhere.stderr).toContain('amends demo --db FILE');
  const within = await runAmends(['demo', '--db', join(file, 'try.db')], { home });
  expect(within).toMatchObject({ code: 1, stdout: '' });
  expect(within.stderr).toContain(join(file, 'try.db'));
});

test('an own playbook, in whatever currency, does not stand in its way', async () => {
  const home = temporaryFolder();
  const env = { TMPDIR: home };
  const flags = ['init', '--business', 'Kettle & Co', '--agent', 'Sam', '--currency', 'MNT'];
  expect(await runAmends(flags, { home, env })).toMatchObject({ code: 0 });
  expect(await runAmends(['demo'], { home, env })).toMatchObject({ code: 0 });
});

test('in lines of text it opens as well, and is gone when it is left', async () => {
  const home = temporaryFolder();
  const options = { home, env: { TMPDIR: home }, columns: 120, rows: 60 };
  const terminal = openAmends(['demo', '--accessible'], options);
  await terminal.see('Болдбаатар').see('q quit');
  await terminal.send('q\n').see('The sample desk is gone.');
  expect(await terminal.exit()).toMatchObject({ code: 0 });
  expect(demosIn(home)).toEqual([]);
});

test('stopped half way it leaves nothing', async () => {
  const home = temporaryFolder();
  const terminal = openAmends(['demo'], { home, env: { TMPDIR: home } });
  await waitUntil(() => demosIn(home).length > 0, 10_000);
  await terminal.press('ctrl+c');
  expect(await terminal.exit()).toMatchObject({ code: 130 });
  expect(demosIn(home)).toEqual([]);
});
