import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { openConnection, requireSafeVersion } from '../../src/store/connection.ts';
import { openStore } from '../../src/store/open-store.ts';
import { schemaVersion } from '../../src/store/schema.ts';
import { openComplaint, rawDatabase, tempPath, tempStore } from './temp-store.ts';

const modeOf = (path: string) => statSync(path).mode & 0o777;

test('nobody but the owner can read the record, nor what SQLite keeps beside it', async () => {
  const path = join(dirname(tempPath()), 'new', 'folder', 'amends.db');
  const store = await tempStore({ path });
  await store.transact(openComplaint);
  expect(modeOf(dirname(path))).toBe(0o700);
  for (const file of ['', '-wal', '-shm', '.head']) expect(modeOf(path + file)).toBe(0o600);
});

test('a folder that was there keeps its mode', async () => {
  const path = tempPath();
  chmodSync(dirname(path), 0o755);
  await tempStore({ path });
  expect(modeOf(dirname(path))).toBe(0o755);
});

test('every safeguard is on, and was read back', async () => {
  const path = tempPath();
  await tempStore({ path });
  const { database } = openConnection({ path, readonly: false, create: false, timeout: 1234 });
  const held = (pragma: string) => database.pragma(pragma, { simple: true });
  expect({
    journal: held('journal_mode'),
    synchronous: held('synchronous'),
    foreignKeys: held('foreign_keys'),
    busyTimeout: held('busy_timeout'),
    recursiveTriggers: held('recursive_triggers'),
    secureDelete: held('secure_delete'),
    trustedSchema: held('trusted_schema'),
    version: held('user_version'),
  }).toEqual({
    journal: 'wal',
    synchronous: 2,
    foreignKeys: 1,
    busyTimeout: 1234,
    recursiveTriggers: 1,
    secureDelete: 1,
    trustedSchema: 0,
    version: schemaVersion,
  });
  database.close();
});

test('the first complaint is C-1001', async () => {
  const store = await tempStore();
  expect(await store.transact(openComplaint)).toBe(1001);
});

test('what was committed is there when the file is opened again', async () => {
  const path = tempPath();
  const before = await openStore({ path });
  const id = await before.transact((tx) => openComplaint(tx, { words: 'It broke. 🫖 ขอบคุณ' }));
  await before.close();
  const after = await tempStore({ path, readonly: true });
  expect((await after.read.complaint(id))?.words).toBe('It broke. 🫖 ขอบคุณ');
});

test('reading never makes a file', async () => {
  const path = tempPath();
  await expect(openStore({ path, readonly: true })).rejects.toMatchObject({ code: 'cannot-open' });
  await expect(openStore({ path, create: false })).rejects.toMatchObject({ code: 'cannot-open' });
  expect(existsSync(path)).toBe(false);
});

test('a store opened for reading refuses to write', async () => {
  const path = tempPath();
  await tempStore({ path });
  const store = await tempStore({ path, readonly: true });
  await expect(store.transact(openComplaint)).rejects.toMatchObject({ code: 'readonly' });
});

test('a text file is not taken for a record, and stays as it was', async () => {
  const path = tempPath();
  const letter = 'Dear all, this is a letter and not a database. '.repeat(100);
  writeFileSync(path, letter);
  await expect(openStore({ path })).rejects.toMatchObject({ code: 'not-a-database' });
  expect(readFileSync(path, 'utf8')).toBe(letter);
});

test("another program's database is not ours to fill", async () => {
  const path = tempPath();
  const other = rawDatabase(path);
  other.exec('CREATE TABLE recipe (name TEXT)');
  await expect(openStore({ path })).rejects.toMatchObject({ code: 'not-a-database' });
  expect(other.pragma('journal_mode', { simple: true })).toBe('delete');
});

test('a file from a newer version is refused by its number', async () => {
  const path = tempPath();
  await (await openStore({ path })).close();
  rawDatabase(path).pragma(`user_version = ${schemaVersion + 1}`);
  await expect(openStore({ path })).rejects.toMatchObject({
    code: 'newer-version',
    facts: { path, version: schemaVersion + 1, known: schemaVersion },
  });
});

test('a folder is no database', async () => {
  const path = tempPath();
  mkdirSync(path);
  await expect(openStore({ path })).rejects.toMatchObject({ code: 'cannot-open' });
});

test('a damaged file is told as damaged', async () => {
  const path = tempPath();
  const store = await openStore({ path });
  await store.transact(openComplaint);
  await store.close();
  const bytes = readFileSync(path);
  bytes.fill(0xaa, 4096);
  writeFileSync(path, bytes);
  const reading = async () => await (await tempStore({ path })).read.complaint(1001);
  await expect(reading()).rejects.toMatchObject({ code: 'corrupt' });
});

test('a SQLite that can lose commits is refused', () => {
  expect(() => requireSafeVersion('3.51.2')).toThrow('old-sqlite');
  expect(() => requireSafeVersion('3.40.1')).toThrow('old-sqlite');
  for (const safe of ['3.51.3', '3.54.1', '4.0.0']) requireSafeVersion(safe);
});
