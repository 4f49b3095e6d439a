import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { openComplaint, rawDatabase, tempStore } from './temp-store.ts';

/** A store whose complaint C-1001 has three events (P36), and its file as others have it. */
async function threeEvents() {
  const store = await tempStore();
  await store.transact(async (tx) => {
    const complaint = await openComplaint(tx);
    const common = { complaint, at: 5, agent: 'Sam "the man"\n' };
    await tx.appendEvent({ ...common, n: 2, type: 'answered', body: { value: 'It broke' } });
    await tx.appendEvent({ ...common, n: 3, type: 'finished', body: {} });
  });
  const raw = rawDatabase(store.path);
  raw.pragma('recursive_triggers = OFF');
  return { store, raw };
}

test('an event cannot be deleted, replaced or changed, not even with a SQLite shell', async () => {
  const { store, raw } = await threeEvents();
  const copy = "SELECT seq, complaint_id, n, at, 'Eve', type, salt, body, commitment, hash";
  for (const attempt of [
    'DELETE FROM event WHERE seq = 2',
    'DELETE FROM event',
    "UPDATE event SET body = '{}' WHERE seq = 2",
    "UPDATE event SET agent = 'Eve', salt = NULL, body = NULL WHERE seq = 2",
    'UPDATE event SET body = NULL WHERE seq = 2',
    'UPDATE event SET n = 9 WHERE seq = 3',
    'UPDATE OR REPLACE event SET seq = 1 WHERE seq = 2',
    `INSERT OR REPLACE INTO event ${copy} FROM event WHERE seq = 2`,
    `REPLACE INTO event ${copy.replace('seq,', '4,')} FROM event WHERE seq = 2`,
    `INSERT INTO event ${copy.replace('SELECT seq, complaint_id', 'SELECT 9, 7')} FROM event WHERE seq = 2`,
  ]) {
    expect(() => raw.exec(attempt), attempt).toThrow(/append-only|CHECK constraint/);
  }
  expect(await store.read.eventsOf(1001)).toHaveLength(3);
  expect((await store.verify()).faults).toEqual([]);
});

test('the words of an event can be erased, and the chain still holds', async () => {
  const { store, raw } = await threeEvents();
  raw.exec('UPDATE event SET salt = NULL, body = NULL WHERE seq = 2');
  const erased = await store.verify();
  expect(erased).toMatchObject({ events: 3, erased: 1, faults: [] });
  expect((await store.read.eventsOf(1001)).map(({ body }) => body)).toEqual([
    { due: expect.any(Number) },
    undefined,
    {},
  ]);
});

test('anybody can compute the chain by hand', async () => {
  const { store, raw } = await threeEvents();
  const sha256 = (...parts: (string | Buffer)[]) => {
    const sum = createHash('sha256');
    for (const part of parts) sum.update(part);
    return sum.digest('hex');
  };
  type Row = { salt: Buffer; body: string; commitment: Buffer; hash: Buffer; line: string };
  const rows = raw
    .prepare<[], Row>(
      // SQLite's own JSON, so that nothing of the program takes part.
      `SELECT salt, body, commitment, hash,
         json_array('amends-1', coalesce((SELECT lower(hex(hash)) FROM event AS b WHERE b.seq = e.seq - 1), ''),
           seq, complaint_id, n, at, agent, type, lower(hex(commitment))) AS line
       FROM event AS e ORDER BY seq`,
    )
    .all();
  expect(rows).toHaveLength(3);
  for (const row of rows) {
    expect(row.salt).toHaveLength(16);
    expect(sha256(row.salt, row.body)).toBe(row.commitment.toString('hex'));
    expect(sha256(row.line)).toBe(row.hash.toString('hex'));
  }
  expect((await store.head())?.hash).toBe(rows[2]?.hash.toString('hex'));
});

test('the same words never have the same commitment, so they cannot be guessed back', async () => {
  const store = await tempStore();
  await store.transact(async (tx) => {
    await openComplaint(tx);
    await openComplaint(tx);
  });
  const [one, two] = rawDatabase(store.path)
    .prepare<[], Buffer>('SELECT commitment FROM event')
    .pluck()
    .all();
  expect(one?.equals(two ?? Buffer.alloc(0))).toBe(false);
});

test('a complaint cannot have two events of one number', async () => {
  const { store } = await threeEvents();
  const twice = store.transact((tx) =>
    tx.appendEvent({ complaint: 1001, n: 3, at: 6, agent: 'Sam', type: 'finished', body: {} }),
  );
  await expect(twice).rejects.toMatchObject({ code: 'failed' });
});

test('the log can be read page by page', async () => {
  const { store } = await threeEvents();
  const seqs = async (seq: number, limit: number) =>
    (await store.read.eventsAfter(seq, limit)).map((event) => event.seq);
  expect(await seqs(0, 2)).toEqual([1, 2]);
  expect(await seqs(2, 2)).toEqual([3]);
});
