import { chmodSync, chownSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { openConnection } from '../../src/store/connection.ts';
import { openStore } from '../../src/store/open-store.ts';
import { storeErrorOf } from '../../src/store/sqlite-errors.ts';
import { outputOf, start } from '../store/processes/run.ts';
import { openComplaint, tempPath, tempStore } from '../store/temp-store.ts';

/** Somebody who owns nothing: root may write everywhere, so a test run by root steps down. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** @returns what becomes of opening the record with these modes of folder and file. */
async function openedWith(folderMode: number, fileMode: number, how: 'read' | 'write') {
  const path = tempPath();
  const store = await openStore({ path });
  await store.transact(openComplaint);
  await store.close();
  for (const name of readdirSync(dirname(path))) {
    const file = join(dirname(path), name);
    if (nobody.uid !== undefined) chownSync(file, nobody.uid, nobody.gid);
    chmodSync(file, fileMode);
  }
  if (nobody.uid !== undefined) chownSync(dirname(path), nobody.uid, nobody.gid);
  chmodSync(dirname(path), folderMode);
  const outcome = await outputOf(start('try-open', [path, how], nobody));
  chmodSync(dirname(path), 0o700);
  return outcome;
}

test('a record that may only be read is read, and a desk that would write to it is told at once', async () => {
  expect(await openedWith(0o700, 0o600, 'write')).toBe('found');
  expect(await openedWith(0o700, 0o400, 'read')).toBe('found');
  expect(await openedWith(0o700, 0o400, 'write')).toBe('readonly');
});

test('a folder that cannot be written is told, for SQLite cannot even read there', async () => {
  expect(await openedWith(0o500, 0o600, 'write')).toBe('readonly');
  expect(await openedWith(0o500, 0o600, 'read')).toBe('readonly');
  expect(await openedWith(0o700, 0o000, 'read')).toBe('cannot-open');
});

test('a full disk refuses the answer, says why, and keeps what was there', async () => {
  const path = tempPath();
  const store = await openStore({ path });
  await store.transact(openComplaint);
  await store.close();
  const { database } = openConnection({ path, readonly: false, create: false, timeout: 100 });
  const pages = Number(database.pragma('page_count', { simple: true }));
  // SQLite gives a file that may not grow the same error as a disk without room.
  database.pragma(`max_page_count = ${pages}`);
  const write = database.prepare('UPDATE complaint SET words = ?');
  let refused: unknown;
  try {
    write.run('long '.repeat(100_000));
  } catch (error) {
    refused = storeErrorOf(error, path);
  }
  expect(refused).toMatchObject({ code: 'full', facts: { path } });
  database.close();
  const after = await tempStore({ path });
  expect((await after.read.complaint(1001))?.words).toBeNull();
  expect((await after.verify()).faults).toEqual([]);
});
