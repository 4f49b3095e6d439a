import { type CompiledQuery, Kysely } from 'kysely';
import { expect, test } from 'vitest';
import type { Store } from '../../src/store/open-store.ts';
import { Reader } from '../../src/store/reader.ts';
import type { Database } from '../../src/store/schema.ts';
import { sqliteDialect } from '../../src/store/sqlite-dialect.ts';
import { openComplaint, rawDatabase, tempStore } from './temp-store.ts';

const people = [
  { name: 'Maria Petrova', phone: '+359 88 123 4567', email: 'Maria@example.org' },
  { name: 'Б. Болдбаатар Өнөрмаа', phone: '+976 9911 2233' },
  { name: 'Димитър Йорданов', email: 'dimitar@example.com' },
  { name: 'Νίκος Αλεξίου', phone: '210 555 0101' },
  { name: 'Đorđe Hodžić', account: 'A-1203 55' },
  { name: 'สมชาย ใจดี', account: '00417' },
] as const;

async function desk(): Promise<Store> {
  const store = await tempStore();
  await store.transact(async (tx) => {
    for (const person of people) {
      await tx.insertCustomer({ ...person, created_at: 1, updated_at: 1 });
    }
  });
  return store;
}

const names = async (store: Store, text: string) =>
  (await store.read.customersMatching(text, 10)).map(({ name }) => name);

test.each([
  ['mar', 'Maria Petrova'],
  ['PETR mar', 'Maria Petrova'],
  ['болдб', 'Б. Болдбаатар Өнөрмаа'],
  ['онормаа', 'Б. Болдбаатар Өнөрмаа'],
  ['йорд', 'Димитър Йорданов'],
  ['νικος', 'Νίκος Αλεξίου'],
  ['ΑΛΕΞ', 'Νίκος Αλεξίου'],
  ['hodzic', 'Đorđe Hodžić'],
  ['dord', 'Đorđe Hodžić'],
  ['สมชาย', 'สมชาย ใจดี'],
  ['ใจดี', 'สมชาย ใจดี'],
])(
  'typing %j finds %s, with or without accents, in any of the six languages (P12)',
  async (typed, name) => {
    expect(await names(await desk(), typed)).toEqual([name]);
  },
);

test.each([
  '+359 88 123',
  '359881',
  '088 123 45',
  '0881234567',
  '4567',
  '123 4567',
  '(088) 123-4567',
])('a phone number is found however it is said (%s)', async (typed) => {
  expect(await names(await desk(), typed)).toEqual(['Maria Petrova']);
});

test.each([
  ['maria@ex', 'Maria Petrova'],
  ['MARIA@EXAMPLE.ORG', 'Maria Petrova'],
  ['a120355', 'Đorđe Hodžić'],
  ['A-1203', 'Đorđe Hodžić'],
  ['00417', 'สมชาย ใจดี'],
  ['417', 'สมชาย ใจดี'],
])('an email address or account number is found as it is typed (%s)', async (typed, name) => {
  expect(await names(await desk(), typed)).toEqual([name]);
});

test('the one whose account is exactly that comes first, then the newest', async () => {
  const store = await desk();
  await store.transact(async (tx) => {
    for (const account of ['77', '771', '772']) {
      await tx.insertCustomer({ name: `No ${account}`, account, created_at: 1, updated_at: 1 });
    }
  });
  expect(await names(store, '77')).toEqual(['No 77', 'No 772', 'No 771']);
});

test('nothing typed gives the newest customers; signs alone give them too', async () => {
  const store = await desk();
  const newest = people.map(({ name }) => name).reverse();
  expect(await names(store, '')).toEqual(newest);
  expect((await store.read.customersMatching('', 2)).length).toBe(2);
});

test.each(['"', 'a"b', 'AND', 'mar* OR', 'NEAR(', '-', 'x:y', "';--", '\\'])(
  'what means something to a search engine is only text to us (%j)',
  async (typed) => {
    await expect(names(await desk(), typed)).resolves.toBeInstanceOf(Array);
  },
);

test('a known customer brings complaints and open promises into view (P2, P28)', async () => {
  const store = await desk();
  await store.transact(async (tx) => {
    const first = await openComplaint(tx, { customer_id: 1, opened_at: 100 });
    await openComplaint(tx, { customer_id: 1, opened_at: 200 });
    const promise = { complaint_id: first, what: 'a refund', who: 'Sam', made_at: 1 };
    await tx.putPromise({ ...promise, n: 1, due: 20, state: 'open' });
    await tx.putPromise({ ...promise, n: 2, due: 10, state: 'open' });
    await tx.putPromise({ ...promise, n: 3, due: 5, state: 'kept' });
  });
  expect((await store.read.customersMatching('petrova', 5))[0]).toMatchObject({
    complaints: 2,
    lastComplaintAt: 200,
    openPromises: 2,
  });
  expect((await store.read.customersMatching('somchai', 5)).length).toBe(0);
  expect((await store.read.complaintsOf(1, 5)).map(({ opened_at }) => opened_at)).toEqual([
    200, 100,
  ]);
  expect((await store.read.openPromisesOf(1)).map(({ n }) => n)).toEqual([2, 1]);
});

test('a customer whose details change is found by the new ones only', async () => {
  const store = await desk();
  await store.transact((tx) =>
    tx.updateCustomer(1, { name: 'Maria Ilieva', phone: null, updated_at: 2 }),
  );
  expect(await names(store, 'ilieva')).toEqual(['Maria Ilieva']);
  expect(await names(store, 'petrova')).toEqual([]);
  expect(await names(store, '4567')).toEqual([]);
  expect(await store.read.customer(1)).toMatchObject({ phone: null, email: 'Maria@example.org' });
});

test('a customer taken off the desk leaves no word behind once the search is scrubbed', async () => {
  const store = await desk();
  await store.transact(async (tx) => {
    await tx.insertCustomer({ name: 'Quillfeather', created_at: 1, updated_at: 1 });
  });
  const raw = rawDatabase(store.path);
  const remains = () =>
    raw
      .prepare<[], Buffer>('SELECT block FROM customer_search_data')
      .pluck()
      .all()
      .some((block) => block.includes('uillfeather'));
  expect(remains()).toBe(true);
  await store.transact(async (tx) => {
    await tx.deleteCustomer(7);
    await tx.scrubSearch();
  });
  expect(await names(store, 'quill')).toEqual([]);
  expect(await names(store, 'petrova')).toEqual(['Maria Petrova']);
  expect(remains()).toBe(false);
});

test('a customer with a complaint cannot be taken off the desk', async () => {
  const store = await desk();
  await store.transact((tx) => openComplaint(tx, { customer_id: 1 }));
  await expect(store.transact((tx) => tx.deleteCustomer(1))).rejects.toMatchObject({
    code: 'failed',
  });
  expect(await names(store, 'petrova')).toEqual(['Maria Petrova']);
});

test('what is promised to one customer is read without looking at every promise of the desk', async () => {
  const store = await tempStore();
  const raw = rawDatabase(store.path);
  const plans: string[] = [];
  const real = new Kysely<Database>({ dialect: sqliteDialect(raw) });
  const explaining = new Proxy(real, {
    get(target, name) {
      if (name !== 'executeQuery') return Reflect.get(target, name, target);
      return (query: CompiledQuery) => {
        const explained = raw.prepare<unknown[], { detail: string }>(
          `EXPLAIN QUERY PLAN ${query.sql}`,
        );
        plans.push(...explained.all(...query.parameters).map(({ detail }) => detail));
        return target.executeQuery(query);
      };
    },
  });
  const reader = new Reader(explaining);
  await reader.customersMatching('', 8);
  await reader.openPromisesOf(1);
  expect(plans.join('\n')).toMatch(/promise USING PRIMARY KEY \(complaint_id=\?\)/);
  expect(plans.join('\n')).not.toContain('promise_due');
});
