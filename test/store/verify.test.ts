import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hashOf } from '../../src/store/event-hash.ts';
import { openComplaint, rawDatabase, tempStore } from './temp-store.ts';

/** A store with six events, and its file in the hands of somebody who has removed the triggers. */
async function tampered(...statements: readonly string[]) {
  const store = await tempStore();
  await store.transact(async (tx) => {
    for (let count = 0; count < 6; count++) await openComplaint(tx);
  });
  const raw = rawDatabase(store.path);
  for (const trigger of ['event_kept', 'event_next', 'event_unchanged']) {
    raw.exec(`DROP TRIGGER ${trigger}`);
  }
  for (const statement of statements) raw.exec(statement);
  return { store, raw };
}

test('an untouched log is clean', async () => {
  const { store } = await tampered();
  expect(await store.verify()).toMatchObject({ events: 6, erased: 0, faults: [] });
  expect(store.quickCheck()).toEqual([]);
});

test('changed words show at their event', async () => {
  const { store } = await tampered(`UPDATE event SET body = '{"due":1}' WHERE seq = 3`);
  expect((await store.verify()).faults).toEqual([{ code: 'words-altered', seq: 3 }]);
});

test('words without their salt are not an erasure', async () => {
  const { store } = await tampered(
    'PRAGMA ignore_check_constraints = ON',
    'UPDATE event SET salt = NULL WHERE seq = 3',
  );
  expect((await store.verify()).faults).toEqual([{ code: 'words-altered', seq: 3 }]);
});

test.each(['at = at + 1', "agent = 'Eve'", "type = 'closed'", 'complaint_id = 7', 'n = 4'])(
  'an event whose fields were changed (%s) shows',
  async (change) => {
    const { store } = await tampered(`UPDATE event SET ${change} WHERE seq = 4`);
    expect((await store.verify()).faults).toEqual([{ code: 'altered', seq: 4 }]);
  },
);

test('two events that changed places show', async () => {
  const { store } = await tampered(
    'UPDATE event SET seq = 99 WHERE seq = 2',
    'UPDATE event SET seq = 2 WHERE seq = 3',
    'UPDATE event SET seq = 3 WHERE seq = 99',
  );
  const { faults } = await store.verify();
  expect(faults).toContainEqual({ code: 'altered', seq: 2 });
  expect(faults).toContainEqual({ code: 'altered', seq: 3 });
});

test('an event taken out of the middle shows, even when the rest is renumbered', async () => {
  const { store, raw } = await tampered('DELETE FROM event WHERE seq = 3');
  expect((await store.verify()).faults).toEqual([
    { code: 'missing', seq: 4 },
    { code: 'altered', seq: 4 },
  ]);
  for (const seq of [4, 5, 6]) raw.exec(`UPDATE event SET seq = ${seq - 1} WHERE seq = ${seq}`);
  const { faults } = await store.verify();
  expect(faults).toContainEqual({ code: 'altered', seq: 3 });
  expect(faults).toContainEqual({ code: 'cut', seq: 5 });
});

test('a tail that was cut off shows against the file beside the database', async () => {
  const { store } = await tampered('DELETE FROM event WHERE seq > 4');
  expect((await store.verify()).faults).toEqual([{ code: 'cut', seq: 4 }]);
});

test('a tail that was cut off shows against a head that was printed, without that file', async () => {
  const { store, raw } = await tampered();
  const printed = (await store.head())?.hash ?? '';
  rmSync(`${store.path}.head`);
  expect((await store.verify(printed)).faults).toEqual([]);
  raw.exec('DELETE FROM event WHERE seq = 6');
  expect((await store.verify()).faults).toEqual([]);
  expect((await store.verify(printed)).faults).toEqual([{ code: 'unexpected', seq: 5 }]);
});

test('a head that was printed earlier is still expected after more complaints', async () => {
  const store = await tempStore();
  await store.transact(openComplaint);
  const printed = (await store.head())?.hash ?? '';
  await store.transact(openComplaint);
  expect((await store.verify(printed)).faults).toEqual([]);
});

test('a last event written anew with a right hash shows against the remembered head', async () => {
  const { store, raw } = await tampered();
  const events = await store.read.eventsAfter(0, 10);
  const [before, last] = events.slice(-2);
  if (before === undefined || last === undefined) throw new Error('no events');
  const commitment = raw
    .prepare<[], string>('SELECT lower(hex(commitment)) FROM event WHERE seq = 6')
    .pluck()
    .get();
  const hash = hashOf(before.hash, { ...last, agent: 'Eve', commitment: commitment ?? '' });
  raw.exec(`UPDATE event SET agent = 'Eve', hash = x'${hash}' WHERE seq = 6`);
  expect((await store.verify()).faults).toEqual([{ code: 'other-history', seq: 6 }]);
});
