import { type CompiledQuery, Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import { Reader } from '../../src/store/reader.ts';
import type { Database } from '../../src/store/schema.ts';
import { sqliteDialect } from '../../src/store/sqlite-dialect.ts';
import { openComplaint, rawDatabase, tempStore } from './temp-store.ts';

const nothing = { phone: null, email: null, account: null };

describe('who may be the same person', () => {
  test('is found by each number or address, the newest first, and by what they have in common', async () => {
    const store = await tempStore();
    await store.transact(async (tx) => {
      await tx.putSetting('zone', 'Europe/Sofia');
      for (const facts of [
        { phone: '0888 123 456', email: 'Maria@Example.org' },
        { phone: '+359 888 123 456', account: 'A-12' },
        { email: 'somebody@example.org' },
      ]) {
        await tx.insertCustomer({ name: 'Maria', created_at: 1, updated_at: 1, ...facts });
      }
    });
    const given = { phone: '(0888) 123-456', email: ' maria@example.org', account: 'a 12' };
    expect(await store.read.customersWithSameKeys(given, 10)).toEqual([
      { id: 2, by: 'phone' },
      { id: 2, by: 'account' },
      { id: 1, by: 'phone' },
      { id: 1, by: 'email' },
    ]);
    expect(await store.read.customersWithSameKeys(nothing, 10)).toEqual([]);
  });

  test('is found by a number that was kept before numbers were told apart by country', async () => {
    const store = await tempStore();
    await store.transact(async (tx) => {
      await tx.putSetting('country', 'BG');
      await tx.insertCustomer({ name: 'Maria', phone: '1', created_at: 1, updated_at: 1 });
    });
    rawDatabase(store.path).exec("UPDATE customer SET phone_key = '0888123456'");
    const given = { ...nothing, phone: '+359 888 123 456' };
    expect(await store.read.customersWithSameKeys(given, 10)).toEqual([{ id: 1, by: 'phone' }]);
  });

  test('is the one who stands for both, where two were merged', async () => {
    const store = await tempStore();
    await store.transact(async (tx) => {
      for (const email of ['a@example.org', 'b@example.org', 'c@example.org']) {
        await tx.insertCustomer({ name: 'Maria', email, created_at: 1, updated_at: 1 });
      }
      await tx.updateCustomer(1, { merged_into: 2, updated_at: 2 });
      await tx.updateCustomer(2, { merged_into: 3, updated_at: 2 });
    });
    for (const email of ['a@example.org', 'b@example.org', 'c@example.org']) {
      const found = await store.read.customersWithSameKeys({ ...nothing, email }, 10);
      expect(found).toEqual([{ id: 3, by: 'email' }]);
    }
  });
});

test('recent complaints come customer by customer, the newest first; old ones only while they are open', async () => {
  const store = await tempStore();
  await store.transact(async (tx) => {
    for (const name of ['one', 'other']) {
      await tx.insertCustomer({ name, created_at: 1, updated_at: 1 });
    }
    await openComplaint(tx, { customer_id: 1, opened_at: 10, stage: 'closed' });
    await openComplaint(tx, { customer_id: 1, opened_at: 20, stage: 'waiting' });
    await openComplaint(tx, { customer_id: 2, opened_at: 200, stage: 'closed' });
    await openComplaint(tx, { customer_id: 1, opened_at: 100, stage: 'resolved' });
    const merged = await openComplaint(tx, { customer_id: 1, opened_at: 110, stage: 'closed' });
    await tx.updateComplaint(merged, { merged_into: 1001 });
  });
  const ids = async (...given: [readonly number[], number, number]) =>
    (await store.read.recentComplaintsOf(...given)).map(({ id }) => id);
  expect(await ids([1, 2], 50, 50)).toEqual([1004, 1002, 1003]);
  expect(await ids([2, 1], 50, 50)).toEqual([1003, 1004, 1002]);
  expect(await ids([1], 0, 3)).toEqual([1004, 1002]);
});

test('at a million complaints nobody else is looked at: each number leads by its own index', async () => {
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
  await reader.customersWithSameKeys(
    { phone: '+359 888 123 456', email: 'a@b.cd', account: '1' },
    10,
  );
  await reader.recentComplaintsOf([1, 2], 0, 50);
  const plan = plans.join('\n');
  for (const index of ['customer_phone', 'customer_email', 'customer_account']) {
    expect(plan).toContain(`INDEX ${index} (`);
  }
  expect(plan).toMatch(/SEARCH b USING (COVERING )?INDEX complaint_customer \(customer_id=\?\)/);
  expect(plan).not.toMatch(/SCAN (customer|c|b)\b/);
});
