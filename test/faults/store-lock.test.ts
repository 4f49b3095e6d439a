import { expect, test } from 'vitest';
import { outputOf, start } from '../store/processes/run.ts';
import { openComplaint, rawDatabase, tempPath, tempStore } from '../store/temp-store.ts';

test('a desk that cannot write because another does not let go is told so, and loses nothing', async () => {
  const path = tempPath();
  const store = await tempStore({ path, timeout: 50 });
  const id = await store.transact(openComplaint);
  const other = rawDatabase(path);
  other.exec('BEGIN IMMEDIATE');
  const writing = store.transact((tx) => tx.updateComplaint(id, { words: 'It broke' }));
  await expect(writing).rejects.toMatchObject({ code: 'locked', facts: { path } });
  expect((await store.read.complaint(id))?.words).toBeNull();
  other.exec('COMMIT');
  await store.transact((tx) => tx.updateComplaint(id, { words: 'It broke' }));
  expect((await store.read.complaint(id))?.words).toBe('It broke');
});

test('a desk that starts while another makes the record waits, and then says that it is locked', async () => {
  const path = tempPath();
  const other = rawDatabase(path);
  other.exec('BEGIN EXCLUSIVE');
  await expect(tempStore({ path, timeout: 50 })).rejects.toMatchObject({ code: 'locked' });
  other.exec('ROLLBACK');
  await tempStore({ path });
});

test('several processes that write at once all get their turn', async () => {
  const path = tempPath();
  const children = Array.from({ length: 3 }, () => start('open-and-commit', [path, '100']));
  expect(await Promise.all(children.map(outputOf))).toEqual(['done', 'done', 'done']);
  const store = await tempStore({ path });
  const { events, faults } = await store.verify();
  expect({ events, faults }).toEqual({ events: 300, faults: [] });
});
