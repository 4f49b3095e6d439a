import { expect, test } from 'vitest';
import { isRecorded, recordedValues } from '../../src/store/recorded-values.ts';
import type { SqlRows } from '../../src/store/sql-rows.ts';
import { morning, openComplaint, rawDatabase, tempStore } from './temp-store.ts';

const facets = ['owner', 'channel', 'product', 'cause', 'severity'] as const;

/** A desk whose people, products and causes came from elsewhere. */
async function imported() {
  const store = await tempStore();
  await store.transact(async (tx) => {
    await tx.insertCustomer({ name: 'Maria', created_at: 1, updated_at: 1 });
    const each = [
      { owner: 'Sam', product: 'lamp', cause: 'delivery/late', channel: 'fax', severity: 'high' },
      { owner: 'Bat', product: 'kettle', cause: 'noise', channel: 'phone', severity: null },
      { owner: 'Sam', product: 'lamp', cause: 'delivery/late', channel: 'fax', severity: 'low' },
    ];
    for (const [at, one] of each.entries()) {
      await openComplaint(tx, { customer_id: 1, opened_at: morning + at, ...one });
    }
  });
  const raw = rawDatabase(store.path);
  const rows: SqlRows = {
    async rows<Row>(sql: string, values: readonly unknown[] = []) {
      return raw.prepare<unknown[], Row>(sql).all(...values);
    },
  };
  return { raw, rows };
}

test('what any complaint has is recorded, a group of causes by its causes too', async () => {
  const { rows } = await imported();
  expect(await isRecorded(rows, 'product', 'lamp')).toBe(true);
  expect(await isRecorded(rows, 'product', 'lmap')).toBe(false);
  expect(await isRecorded(rows, 'channel', 'fax')).toBe(true);
  expect(await isRecorded(rows, 'severity', 'low')).toBe(true);
  expect(await isRecorded(rows, 'severity', 'urgent')).toBe(false);
  expect(await isRecorded(rows, 'cause', 'delivery/late')).toBe(true);
  expect(await isRecorded(rows, 'cause', 'delivery')).toBe(true);
  expect(await isRecorded(rows, 'cause', 'noise')).toBe(true);
  expect(await isRecorded(rows, 'cause', 'deliv')).toBe(false);
});

test('each value is named once, in order, and no more of them than were asked for', async () => {
  const { rows } = await imported();
  expect(await recordedValues(rows, 'owner', 9)).toEqual(['Bat', 'Sam']);
  expect(await recordedValues(rows, 'severity', 9)).toEqual(['high', 'low']);
  expect(await recordedValues(rows, 'product', 1)).toEqual(['kettle']);
  expect(await recordedValues(rows, 'cause', 9)).toEqual(['delivery/late', 'noise']);
});

test('a value is looked up in an index, and never by going through complaints', async () => {
  const { raw } = await imported();
  const steps: string[] = [];
  const explaining: SqlRows = {
    async rows(sql, values = []) {
      const plan = raw.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
      steps.push(...plan.all(...values).map(({ detail }) => detail));
      return [];
    },
  };
  for (const facet of facets) {
    await isRecorded(explaining, facet, 'x');
    await recordedValues(explaining, facet, 9);
  }
  const looks = steps.filter((step) => step.includes('complaint'));
  expect(looks.length).toBeGreaterThan(facets.length * 2);
  for (const look of looks) expect(look).toMatch(/^SEARCH complaint USING (COVERING )?INDEX/);
});
