import { expect, test } from 'vitest';
import {
  type ComplaintFilter,
  type ComplaintSort,
  findComplaints,
} from '../../src/store/find-complaints.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { SqlRows } from '../../src/store/sql-rows.ts';
import type { ComplaintRow } from '../../src/store/tables/complaint.ts';
import { morning, openComplaint, rawDatabase, tempStore } from './temp-store.ts';

const one = <Value>(values: readonly Value[], index: number): Value =>
  values[index % values.length] as Value;
const stages = ['open', 'waiting', 'escalated', 'resolved', 'closed'] as const;

/** A desk with 300 complaints of every kind; neighbours share their times. */
async function busyDesk(): Promise<{ store: Store; rows: ComplaintRow[] }> {
  const store = await tempStore();
  const rows = await store.transact(async (tx) => {
    for (let count = 0; count < 7; count++) {
      await tx.insertCustomer({ name: `No ${count}`, created_at: 1, updated_at: 1 });
    }
    const all: ComplaintRow[] = [];
    for (let index = 0; index < 300; index++) {
      const id = await openComplaint(tx, {
        stage: one(stages, index * 7),
        owner: one(['Sam', 'Lejla', 'Bat'], index),
        customer_id: (index % 7) + 1,
        channel: one(['phone', 'email', null], index * 3 + (index >> 2)),
        product: one(['kettle', 'kettle-2', null], index >> 1),
        cause: one(
          ['delivery/late', 'delivery/damaged', 'delivery', 'delivery-2/x', 'manner/rude'],
          index >> 3,
        ),
        opened_at: morning + (index >> 1) * 1000,
        updated_at: morning + ((index * 37) % 100),
        answer_due: morning + ((index * 53) % 90),
        words: `word${index} everyone`,
      });
      const row = await tx.complaint(id);
      if (row === undefined) throw new Error('not written');
      await tx.indexComplaint(id, row.words ?? '');
      all.push(row);
    }
    return all;
  });
  return { store, rows };
}

function passes(row: ComplaintRow, filter: ComplaintFilter): boolean {
  const { stage, owner, channel, product, cause, customer, since, until, text } = filter;
  return (
    (stage === undefined || stage.includes(row.stage)) &&
    (owner === undefined || row.owner === owner) &&
    (channel === undefined || row.channel === channel) &&
    (product === undefined || row.product === product) &&
    (cause === undefined || row.cause === cause || row.cause?.startsWith(`${cause}/`) === true) &&
    (customer === undefined || row.customer_id === customer) &&
    (since === undefined || row.opened_at >= since) &&
    (until === undefined || row.opened_at < until) &&
    (text === undefined || ` ${row.words}`.includes(` ${text}`))
  );
}

function sorted(rows: readonly ComplaintRow[], { by, direction }: ComplaintSort): number[] {
  const sign = direction === 'asc' ? 1 : -1;
  return rows.toSorted((a, b) => sign * (a[by] - b[by] || a.id - b.id)).map(({ id }) => id);
}

const filters: readonly ComplaintFilter[] = [
  {},
  { stage: ['open'] },
  { stage: ['open', 'waiting', 'closed'] },
  { owner: 'Lejla' },
  { channel: 'email' },
  { product: 'kettle' },
  { cause: 'delivery' },
  { cause: 'delivery/late' },
  { customer: 3 },
  { since: morning + 50_000, until: morning + 90_000 },
  { owner: 'Sam', stage: ['waiting', 'open'], channel: 'phone', since: morning + 10_000 },
  { text: 'word1' },
  { text: 'everyone', stage: ['open', 'escalated'], cause: 'delivery' },
  { owner: 'Nobody' },
];
const sorts: readonly ComplaintSort[] = (
  ['opened_at', 'updated_at', 'answer_due', 'id'] as const
).flatMap((by) => [
  { by, direction: 'asc' },
  { by, direction: 'desc' },
]);

test('every filter in every order finds exactly the complaints it names, page after page', async () => {
  const { store, rows } = await busyDesk();
  for (const filter of filters) {
    for (const sort of sorts) {
      const expected = sorted(
        rows.filter((row) => passes(row, filter)),
        sort,
      );
      const found = await store.read.findComplaints({ filter, sort });
      expect(found, JSON.stringify({ filter, sort })).toEqual(expected);
      const first = await store.read.findComplaints({ filter, sort, limit: 20 });
      const after = first.at(-1);
      const next =
        after === undefined
          ? []
          : await store.read.findComplaints({ filter, sort, limit: 20, after });
      expect([...first, ...next], JSON.stringify({ filter, sort })).toEqual(expected.slice(0, 40));
    }
  }
});

test('without a wish for an order the newest come first, found by text or not', async () => {
  const { store, rows } = await busyDesk();
  const newest = rows.map(({ id }) => id).reverse();
  expect(await store.read.findComplaints({ filter: {}, limit: 5 })).toEqual(newest.slice(0, 5));
  const text = 'EVERY';
  expect(await store.read.findComplaints({ filter: { text }, limit: 5 })).toEqual(
    newest.slice(0, 5),
  );
});

test('a search for signs alone finds nothing, and breaks nothing', async () => {
  const { store } = await busyDesk();
  for (const text of ['?!', '"', ' ']) {
    expect(await store.read.findComplaints({ filter: { text } })).toEqual([]);
  }
});

test.each([
  ['Чайник пристигна счупен', 'счуп'],
  ['Аяга өчигдөр хагарсан', 'очигдор'],
  ['Ο βραστήρας έσπασε', 'ΕΣΠΑΣΕ'],
  ['Čajnik je đavolski glasan', 'davolski'],
  ['กาต้มน้ำแตกเมื่อวาน', 'แตก'],
  ['The kettle’s spout', 'kettle'],
])('complaints are found by the words they were told in: %s (P3, P12)', async (words, text) => {
  const store = await tempStore();
  const id = await store.transact(async (tx) => {
    const told = await openComplaint(tx, { words });
    await tx.indexComplaint(told, words);
    await tx.indexComplaint(await openComplaint(tx), 'something else');
    return told;
  });
  expect(await store.read.findComplaints({ filter: { text } })).toEqual([id]);
  await store.transact((tx) => tx.indexComplaint(id, 'other words'));
  expect(await store.read.findComplaints({ filter: { text } })).toEqual([]);
  await store.transact((tx) => tx.unindexComplaint(id));
  expect(await store.read.findComplaints({ filter: { text: 'other' } })).toEqual([]);
});

test('the first page of every filter comes from an index, already in order', async () => {
  const store = await tempStore();
  const raw = rawDatabase(store.path);
  /** How SQLite would go about the search. */
  const plan = async (filter: ComplaintFilter, by?: ComplaintSort['by']) => {
    const steps: string[] = [];
    const explaining: SqlRows = {
      async rows(sql, values = []) {
        const explained = raw.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
        steps.push(...explained.all(...values).map(({ detail }) => detail));
        return [];
      },
    };
    const sort = by === undefined ? {} : { sort: { by, direction: 'desc' } as const };
    await findComplaints(explaining, { filter, ...sort, limit: 20 });
    return steps.join('; ');
  };
  for (const [filter, index] of [
    [{ stage: ['open'] }, 'stage'],
    [{ owner: 'Sam' }, 'owner'],
    [{ channel: 'phone' }, 'channel'],
    [{ product: 'kettle' }, 'product'],
    [{ cause: 'delivery/late' }, 'cause'],
    [{ cause: 'delivery' }, 'cause_group'],
    [{ customer: 7 }, 'customer'],
    [{ since: 1, until: 2 }, 'opened'],
  ] as const) {
    const steps = await plan(filter);
    expect(steps).toMatch(new RegExp(`^SEARCH c USING (COVERING )?INDEX complaint_${index} `));
    expect(steps).not.toMatch(/TEMP B-TREE|SCAN/);
  }
  expect(await plan({ stage: ['open', 'closed'] })).not.toMatch(/SCAN c/);
  expect(await plan({ text: 'kettle' })).toMatch(
    /^SCAN found VIRTUAL TABLE .*; SEARCH c USING INTEGER PRIMARY KEY \(rowid=\?\)$/,
  );
  expect(await plan({})).toBe('SCAN c USING COVERING INDEX complaint_opened');
  expect(await plan({}, 'updated_at')).toBe('SCAN c USING COVERING INDEX complaint_updated');
  expect(await plan({}, 'answer_due')).toBe('SCAN c USING COVERING INDEX complaint_due');
});
