import { expect, test } from 'vitest';
import { StatementCache } from '../../src/store/statement-cache.ts';
import { morning, openComplaint, rawDatabase, tempPath, tempStore } from './temp-store.ts';

test('what fails halfway leaves nothing behind', async () => {
  const store = await tempStore();
  const failing = store.transact(async (tx) => {
    await openComplaint(tx);
    throw new Error('the customer hung up');
  });
  await expect(failing).rejects.toThrow('the customer hung up');
  expect(await store.read.complaint(1001)).toBeUndefined();
  expect(await store.head()).toBeUndefined();
  expect(store.rememberedHead()).toBeUndefined();
});

test('the file beside the database remembers the newest event', async () => {
  const store = await tempStore();
  for (let count = 0; count < 12; count++) await store.transact(openComplaint);
  expect(store.rememberedHead()).toEqual(await store.head());
  expect(store.rememberedHead()?.seq).toBe(12);
});

test('two desks that change the same complaint lose neither change', async () => {
  const path = tempPath();
  const [one, two] = [await tempStore({ path }), await tempStore({ path })];
  const id = await one.transact((tx) => openComplaint(tx, { revision: 0 }));
  for (let count = 0; count < 40; count++) {
    await (count % 2 === 0 ? one : two).transact(async (tx) => {
      const revision = ((await tx.revisionOf(id)) ?? 0) + 1;
      await tx.updateComplaint(id, { revision, updated_at: morning + revision });
    });
  }
  expect(await two.read.revisionOf(id)).toBe(40);
});

test('many answers given at once all count', async () => {
  const store = await tempStore();
  const id = await store.transact((tx) => openComplaint(tx, { revision: 0 }));
  const answer = () =>
    store.transact(async (tx) => {
      await tx.updateComplaint(id, { revision: ((await tx.revisionOf(id)) ?? 0) + 1 });
    });
  await Promise.all(Array.from({ length: 50 }, answer));
  expect(await store.read.revisionOf(id)).toBe(50);
});

test.each(['a\0b', '\ud800', 'x\udfff', 'half \ud83d of an emoji'])(
  'a text that SQLite would not give back unchanged is refused (%j)',
  async (text) => {
    const store = await tempStore();
    const id = await store.transact(openComplaint);
    const badText = { code: 'bad-text' };
    const inTable = store.transact((tx) => tx.updateComplaint(id, { words: text }));
    await expect(inTable).rejects.toMatchObject(badText);
    const body = { offers: [{ remedy: text }] };
    const inEvent = store.transact((tx) =>
      tx.appendEvent({ complaint: id, n: 2, at: 1, agent: 'Sam', type: 'offered', body }),
    );
    await expect(inEvent).rejects.toMatchObject(badText);
    const inName = store.transact((tx) =>
      tx.appendEvent({ complaint: id, n: 2, at: 1, agent: text, type: 'offered', body: {} }),
    );
    await expect(inName).rejects.toMatchObject(badText);
  },
);

test('a text of a million characters in any script comes back as it was', async () => {
  const store = await tempStore();
  const words = 'Ψ🫖น้ำ"\'\n\\u0000'.repeat(100_000);
  const id = await store.transact((tx) => openComplaint(tx, { words }));
  expect((await store.read.complaint(id))?.words).toBe(words);
});

test('only the columns that are given change', async () => {
  const store = await tempStore();
  const id = await store.transact((tx) => openComplaint(tx, { words: 'kept', wish: 'refund' }));
  await store.transact((tx) => tx.updateComplaint(id, { wish: null, stage: 'waiting' }));
  const { words, wish, stage } = (await store.read.complaint(id)) ?? {};
  expect({ words, wish, stage }).toEqual({ words: 'kept', wish: null, stage: 'waiting' });
});

test('offers, promises and contacts are replaced as a whole, or put one by one', async () => {
  const store = await tempStore();
  const id = await store.transact(openComplaint);
  const offer = { complaint_id: id, remedy: 'refund', amount: 2990, currency: 'EUR' };
  const promise = { complaint_id: id, what: 'a new kettle', who: 'Sam', due: 9, made_at: 5 };
  const contact = { complaint_id: id, kind: 'callback', at: 9, reason: 'no time' } as const;
  await store.transact(async (tx) => {
    await tx.replaceOffers(id, [
      { ...offer, n: 1, state: 'put' },
      { ...offer, n: 2, state: 'put' },
    ]);
    await tx.replaceOffers(id, [{ ...offer, n: 1, state: 'put' }]);
    await tx.putOffer({ ...offer, n: 1, state: 'chosen' });
    await tx.replacePromises(id, [{ ...promise, n: 1, state: 'open' }]);
    await tx.putPromise({ ...promise, n: 1, state: 'kept' });
    await tx.replaceContacts(id, [{ ...contact, n: 1, state: 'due' }]);
    await tx.putContact({ ...contact, n: 1, state: 'done', reach: '+359 88' });
  });
  expect(await store.read.offersOf(id)).toEqual([
    { ...offer, n: 1, percent: null, state: 'chosen' },
  ]);
  expect(await store.read.promisesOf(id)).toMatchObject([{ ...promise, n: 1, state: 'kept' }]);
  expect(await store.read.contactsOf(id)).toMatchObject([
    { ...contact, n: 1, reach: '+359 88', state: 'done' },
  ]);
});

test('an unfinished conversation is found at its question, with the text not yet confirmed', async () => {
  const store = await tempStore();
  const place = { question: 'words', draft: 'The ket', agent: 'Sam' };
  const [first, second] = await store.transact(async (tx) => {
    const customer = await tx.insertCustomer({ name: 'Maria', created_at: 1, updated_at: 1 });
    const ids = [await openComplaint(tx, { customer_id: customer }), await openComplaint(tx)];
    for (const [index, complaint_id] of ids.entries()) {
      await tx.setPlace({ ...place, complaint_id, at: index });
    }
    return ids;
  });
  await store.transact((tx) =>
    tx.setPlace({ ...place, complaint_id: first ?? 0, draft: 'The kettle', at: 5 }),
  );
  const found = await store.read.unfinished('Sam');
  expect(
    found.map(({ id, place_draft, customer_name }) => ({ id, place_draft, customer_name })),
  ).toEqual([
    { id: first, place_draft: 'The kettle', customer_name: 'Maria' },
    { id: second, place_draft: 'The ket', customer_name: null },
  ]);
  expect(await store.read.unfinished('Lejla')).toEqual([]);
  await store.transact((tx) => tx.clearPlace(first ?? 0));
  expect((await store.read.unfinished()).map(({ id }) => id)).toEqual([second]);
});

test('agents and settings are kept by name', async () => {
  const store = await tempStore();
  const sam = { name: 'Sam', team: 'repairs', role: 'agent', language: 'en', created_at: 1 };
  await store.transact(async (tx) => {
    await tx.putAgent(sam);
    await tx.putAgent({ ...sam, role: 'supervisor', created_at: 2 });
    await tx.putSetting('business', 'Kettles');
    await tx.putSetting('business', 'Kettles & Co');
  });
  expect(await store.read.agents()).toMatchObject([
    { ...sam, role: 'supervisor', retired_at: null },
  ]);
  expect((await store.read.agent('Sam'))?.role).toBe('supervisor');
  expect(await store.read.agent('Eve')).toBeUndefined();
  expect(await store.read.setting('business')).toBe('Kettles & Co');
  expect(await store.read.setting('nothing')).toBeUndefined();
});

test('prepared statements are kept, the least used leave, and a busy one is not handed out', () => {
  const database = rawDatabase(tempPath());
  const cache = new StatementCache(database, 2);
  const one = cache.prepare('SELECT 1 UNION SELECT 2');
  expect(cache.prepare('SELECT 1 UNION SELECT 2')).toBe(one);
  const rows = one.iterate();
  rows.next();
  expect(cache.prepare('SELECT 1 UNION SELECT 2')).not.toBe(one);
  rows.return?.();
  cache.prepare('SELECT 2');
  cache.prepare('SELECT 1 UNION SELECT 2');
  cache.prepare('SELECT 3');
  expect(cache.size).toBe(2);
  expect(cache.prepare('SELECT 1 UNION SELECT 2')).toBe(one);
});
