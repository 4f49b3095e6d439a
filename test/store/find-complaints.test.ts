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

/** The answer clock of every fourth complaint; every third of those has stopped. */
const answerClock = (id: number, index: number) => ({
  complaint_id: id,
  kind: 'answer' as const,
  started: morning,
  target: 1,
  aim_target: 1,
  calendar: 0,
  counted: 0,
  since: index % 3 === 0 ? null : morning,
  aim: morning,
  due: morning + index,
  stopped_at: index % 3 === 0 ? morning : null,
});

/** A desk with 300 complaints of every kind; neighbours share their times. */
async function busyDesk(): Promise<{ store: Store; rows: ComplaintRow[] }> {
  const store = await tempStore();
  const rows = await store.transact(async (tx) => {
    for (let count = 0; count < 7; count++) {
      const key = count === 2 ? 1 : 0;
      await tx.insertCustomer({ name: `No ${count}`, created_at: 1, updated_at: 1, key });
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
        severity: one(['high', 'normal', 'normal', null], index >> 2),
        outcome: one(['resolved', 'promised', null], index * 5),
        opened_at: morning + (index >> 1) * 1000,
        updated_at: morning + ((index * 37) % 100),
        answer_due: morning + ((index * 53) % 90),
        words: `word${index} everyone`,
      });
      const verdict = one(['upheld', 'partly', null, null] as const, index >> 1);
      if (verdict !== null) await tx.updateComplaint(id, { verdict });
      const row = await tx.complaint(id);
      if (row === undefined) throw new Error('not written');
      await tx.indexComplaint(id, row.words ?? '');
      if (index % 4 === 0) await tx.putClock(answerClock(id, index));
      all.push(row);
    }
    return all;
  });
  return { store, rows };
}

function passes(row: ComplaintRow, filter: ComplaintFilter): boolean {
  const { stage, owner, channel, product, cause, customer, since, until, text } = filter;
  const { severity, outcome, verdict, key, late } = filter;
  const index = row.id - 1001;
  return (
    (stage === undefined || stage.includes(row.stage)) &&
    (owner === undefined || row.owner === owner) &&
    (channel === undefined || row.channel === channel) &&
    (product === undefined || row.product === product) &&
    (cause === undefined || row.cause === cause || row.cause?.startsWith(`${cause}/`) === true) &&
    (severity === undefined || row.severity === severity) &&
    (outcome === undefined || row.outcome === outcome) &&
    (verdict === undefined || row.verdict === verdict) &&
    (key === undefined || row.customer_id === 3) &&
    (late === undefined || (index % 4 === 0 && index % 3 !== 0 && morning + index < late)) &&
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
  { severity: 'high' },
  { outcome: 'promised', verdict: 'partly' },
  { verdict: 'upheld', product: 'kettle', severity: 'normal' },
  { key: true },
  { late: morning + 150 },
  { late: morning + 150, key: true, stage: ['open', 'waiting', 'closed'] },
  { text: 'everyone', key: true },
  { text: 'everyone', since: morning + 20_000, late: morning + 1000 },
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

test('the page before a complaint is the one that ends right before it', async () => {
  const { store, rows } = await busyDesk();
  for (const filter of filters) {
    for (const sort of sorts) {
      const expected = sorted(
        rows.filter((row) => passes(row, filter)),
        sort,
      );
      const at = Math.min(45, expected.length - 1);
      const before = expected[at];
      if (before === undefined) continue;
      const found = await store.read.findComplaints({ filter, sort, limit: 20, before });
      expect(found, JSON.stringify({ filter, sort })).toEqual(
        expected.slice(Math.max(0, at - 20), at),
      );
    }
  }
});

test('a list is counted, as far as somebody wants to know', async () => {
  const { store, rows } = await busyDesk();
  for (const filter of filters) {
    const count = rows.filter((row) => passes(row, filter)).length;
    expect(await store.read.countUpTo(filter, 500), JSON.stringify(filter)).toBe(count);
    expect(await store.read.countUpTo(filter, 10)).toBe(Math.min(count, 11));
  }
});

/** A desk with so many complaints that no way to find them is left out. */
const manyComplaints = 30_000;

/** Written past the desk: thousands a second instead of hundreds. */
async function largeDesk(): Promise<{ store: Store; rows: Large[] }> {
  const store = await tempStore();
  const raw = rawDatabase(store.path);
  const rows: Large[] = [];
  const insert = raw.prepare(
    `INSERT INTO complaint (id, revision, stage, opened_at, opened_by, owner, channel, product,
       cause, severity, outcome, verdict, answer_aim, answer_due, updated_at)
     VALUES (@id, 1, @stage, @opened_at, 'Sam', @owner, @channel, @product, @cause, @severity,
       @outcome, @verdict, @answer_due, @answer_due, @updated_at)`,
  );
  const index = raw.prepare('INSERT INTO complaint_search (rowid, text) VALUES (?, ?)');
  raw.transaction(() => {
    for (let n = 0; n < manyComplaints; n++) {
      const old = n < manyComplaints - 1500;
      const row: Large = {
        id: 1001 + n,
        stage: old ? 'closed' : one(['open', 'resolved', 'waiting'], n),
        owner: n < 3000 ? 'Retired' : one(['Sam', 'Lejla', 'Bat'], n),
        channel: one(['phone', 'email', 'web'], n >> 1),
        product: one(['kettle', 'lamp'], n >> 2),
        cause: one(['delivery/late', 'delivery/damaged', 'manner/rude'], n >> 3),
        severity: n % 700 === 0 ? 'safety' : 'normal',
        outcome: one(['resolved', 'promised'], n >> 1),
        verdict: old ? one(['upheld', 'partly'], n) : null,
        opened_at: morning + n * 100,
        updated_at: morning + n * 100 + ((n * 7919) % 50_000),
        answer_due: morning + n * 100 + ((n * 104_729) % 9000),
        words: n % 25 === 0 ? 'common rare' : 'common',
      };
      const { words, ...columns } = row;
      insert.run(columns);
      index.run(row.id, words);
      rows.push(row);
    }
  })();
  return { store, rows };
}

type Large = Omit<Pick<ComplaintRow, (typeof largeColumns)[number]>, 'words'> & { words: string };
const largeColumns = [
  'id',
  'stage',
  'owner',
  'channel',
  'product',
  'cause',
  'severity',
  'outcome',
  'verdict',
  'opened_at',
  'updated_at',
  'answer_due',
  'words',
] as const;

test('whatever way leads to a page, it has what looking at every complaint would find', async () => {
  const { store, rows } = await largeDesk();
  const parts: readonly ComplaintFilter[] = [
    {},
    { stage: ['closed'] },
    { stage: ['open', 'waiting'] },
    { owner: 'Retired' },
    { owner: 'Sam' },
    { product: 'kettle' },
    { channel: 'web' },
    { cause: 'delivery' },
    { severity: 'safety' },
    { verdict: 'upheld' },
    { since: morning + 2_000_000 },
    { until: morning + 1_000_000 },
    { text: 'common' },
    { text: 'rare' },
  ];
  const all = (row: Large, filter: ComplaintFilter) =>
    passes({ ...row, customer_id: null } as unknown as ComplaintRow, filter);
  for (const [at, part] of parts.entries()) {
    for (const other of parts.slice(at)) {
      const filter = { ...part, ...other };
      const passing = rows.filter((row) => all(row, filter)) as unknown as ComplaintRow[];
      for (const sort of sorts) {
        const expected = sorted(passing, sort);
        const middle = expected[expected.length >> 1];
        const said = JSON.stringify({ filter, sort });
        expect(await store.read.findComplaints({ filter, sort, limit: 20 }), said).toEqual(
          expected.slice(0, 20),
        );
        if (middle === undefined) continue;
        expect(
          await store.read.findComplaints({ filter, sort, limit: 20, after: middle }),
          said,
        ).toEqual(expected.slice((expected.length >> 1) + 1, (expected.length >> 1) + 21));
      }
    }
  }
}, 60_000);

test('no page of the list looks at every complaint itself: an index has all that is asked', async () => {
  const store = await tempStore();
  const raw = rawDatabase(store.path);
  const steps: string[] = [];
  const explaining: SqlRows = {
    async rows(sql, values = []) {
      const explained = raw.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
      const plan = explained.all(...values).map(({ detail }) => detail);
      // What an index gave is called a scan too.
      if (!plan.includes('CO-ROUTINE c')) steps.push(...plan);
      return [];
    },
  };
  for (const filter of filters) {
    for (const sort of sorts) await findComplaints(explaining, { filter, sort, limit: 20 });
  }
  expect(steps.length).toBeGreaterThan(0);
  expect(steps.filter((step) => /SCAN c(omplaint)?$/.test(step))).toEqual([]);
});
