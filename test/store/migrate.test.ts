import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { migrate, versionOf } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations/index.ts';
import { openStore } from '../../src/store/open-store.ts';
import { schemaVersion } from '../../src/store/schema.ts';
import { outputOf, start } from './processes/run.ts';
import { openComplaint, rawDatabase, tempPath, tempStore } from './temp-store.ts';

const erases = {
  name: 'forget the wishes',
  changesData: true,
  statements: ['UPDATE complaint SET wish = NULL'],
};

async function recordWithAWish(): Promise<string> {
  const path = tempPath();
  const store = await openStore({ path });
  await store.transact((tx) => openComplaint(tx, { wish: 'refund' }));
  await store.close();
  return path;
}

test('the version in the code is the number of migrations', () => {
  expect(migrations).toHaveLength(schemaVersion);
});

test('two, or six, that start at once on a new record all find it whole', async () => {
  const path = tempPath();
  const children = Array.from({ length: 6 }, () => start('open-and-commit', [path, '5']));
  expect(await Promise.all(children.map(outputOf))).toEqual(Array(6).fill('done'));
  const store = await tempStore({ path });
  expect(await store.verify()).toMatchObject({ events: 30, faults: [] });
  expect(await store.read.findComplaints({ filter: {} })).toHaveLength(30);
});

test('an existing record is copied before a migration that changes what is in it', async () => {
  const path = await recordWithAWish();
  const raw = rawDatabase(path);
  const backup = await migrate(raw, [...migrations, erases], 7);
  expect(backup).toBe(`${path}.v${schemaVersion}-7.backup`);
  expect(versionOf(raw)).toBe(schemaVersion + 1);
  expect(raw.prepare('SELECT wish FROM complaint').pluck().get()).toBeNull();
  const copy = await tempStore({ path: backup ?? '' });
  expect((await copy.read.complaint(1001))?.wish).toBe('refund');
  expect(statSync(backup ?? '').mode & 0o777).toBe(0o600);
});

test('no copy is made of a new record, nor when nothing in it changes', async () => {
  const path = tempPath();
  await tempStore({ path });
  const adds = { name: 'a table', changesData: false, statements: ['CREATE TABLE t (x) STRICT'] };
  expect(
    await migrate(rawDatabase(path), [...migrations, { ...adds, statements: [] }], 7),
  ).toBeUndefined();
  expect(readdirSync(dirname(path)).filter((name) => name.includes('backup'))).toEqual([]);
});

test('a migration that fails halfway leaves the record as it was', async () => {
  const path = await recordWithAWish();
  const raw = rawDatabase(path);
  const broken = { ...erases, statements: [...erases.statements, 'SELECT nonsense'] };
  await expect(migrate(raw, [...migrations, broken], 7)).rejects.toThrow('nonsense');
  expect(versionOf(raw)).toBe(schemaVersion);
  expect(raw.prepare('SELECT wish FROM complaint').pluck().get()).toBe('refund');
});

test('a copy of a record in use is whole, and proves itself', async () => {
  const store = await tempStore();
  for (let count = 0; count < 20; count++) await store.transact(openComplaint);
  const path = `${store.path}.copy`;
  await store.backup(path);
  expect(existsSync(`${path}.part`)).toBe(false);
  const copy = await tempStore({ path, readonly: true });
  expect(await copy.verify((await store.head())?.hash)).toMatchObject({ events: 20, faults: [] });
});

test('a copy taken while an answer is half written has what was committed before it', async () => {
  const store = await tempStore();
  await store.transact(openComplaint);
  await store.transact(async (tx) => {
    await openComplaint(tx);
    await store.backup(`${store.path}.copy`);
  });
  const copy = await tempStore({ path: `${store.path}.copy` });
  expect(await copy.read.findComplaints({ filter: {} })).toEqual([1001]);
});

test('a copy that cannot be written says so, and leaves nothing behind', async () => {
  const store = await tempStore();
  const path = `${store.path}.nowhere/copy`;
  await expect(store.backup(path)).rejects.toMatchObject({ code: 'cannot-open' });
});
