import { describe, expect, test } from 'vitest';
import { customerFields } from '../../src/store/customer-fields.ts';
import {
  type CustomerSearch,
  customerRecords,
  listCustomers,
} from '../../src/store/list-customers.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { SqlRows } from '../../src/store/sql-rows.ts';
import type { NewCustomer } from '../../src/store/tables/customer.ts';
import { openComplaint, rawDatabase, tempStore } from './temp-store.ts';

const people: readonly Partial<NewCustomer>[] = [
  { name: 'Maria Petrova', phone: '+359 88 123 4567', language: 'bg', key: 1 },
  { name: 'ana Petrova', email: 'ana@example.org', language: 'bg', standing: 'returned' },
  { name: 'Борис Иванов', language: 'bg', standing: 'lost' },
  { name: 'Amra Hodžić', language: 'bs', key: 1, standing: 'returned' },
];

async function desk(): Promise<Store> {
  const store = await tempStore();
  await store.transact(async (tx) => {
    for (const person of people) {
      await tx.insertCustomer({ name: '', created_at: 1, updated_at: 1, ...person });
    }
  });
  return store;
}

const listed = async (search: CustomerSearch) => (await desk()).read.listCustomers(search);

describe('the list of customers', () => {
  test.each<[string, CustomerSearch, readonly number[]]>([
    ['begins with the newest', {}, [4, 3, 2, 1]],
    [
      'is sorted by name, capitals or not',
      { sort: { by: 'name', direction: 'asc' } },
      [4, 2, 1, 3],
    ],
    ['backwards too', { sort: { by: 'name', direction: 'desc' } }, [3, 1, 2, 4]],
    ['is narrowed to key customers (P39)', { key: true }, [4, 1]],
    ['or to the others', { key: false }, [3, 2]],
    ['to those who came back (P39)', { standing: 'returned' }, [4, 2]],
    ['to those who left (P39)', { standing: 'lost' }, [3]],
    ['to a language (P12)', { language: 'bg' }, [3, 2, 1]],
    ['to several at once', { language: 'bs', key: true, standing: 'returned' }, [4]],
    ['to a part of a name', { text: 'petr' }, [2, 1]],
    ['to the end of a phone number', { text: '123 4567' }, [1]],
    ['to both', { text: 'petr', key: true }, [1]],
    ['and nothing fits nothing', { text: '?!' }, []],
  ])('%s', async (_, search, ids) => {
    expect(await listed(search)).toEqual(ids);
  });

  test('comes in pages that miss nobody and repeat nobody', async () => {
    const { read } = await desk();
    for (const by of ['number', 'name'] as const) {
      for (const direction of ['asc', 'desc'] as const) {
        const sort = { by, direction };
        const paged: number[] = [];
        for (let page: number[] = []; ; ) {
          const after = page.at(-1);
          const more = after === undefined ? {} : { after };
          page = await read.listCustomers({ sort, limit: 3, ...more });
          if (page.length === 0) break;
          paged.push(...page);
        }
        expect(paged).toEqual(await read.listCustomers({ sort }));
      }
    }
  });

  test('has nobody twice: who was merged is not on it (P8)', async () => {
    const store = await desk();
    await store.transact((tx) => tx.updateCustomer(2, { merged_into: 1, updated_at: 2 }));
    for (const search of [{}, { language: 'bg' }, { text: 'petrova' }]) {
      expect(await store.read.listCustomers(search)).not.toContain(2);
    }
  });
});

test('everything known of a customer is read at once: complaints, promises, remedies with sums, what they said (P8, P38, P39)', async () => {
  const store = await desk();
  await store.transact(async (tx) => {
    const first = await openComplaint(tx, { customer_id: 1, opened_at: 1000, stage: 'closed' });
    const second = await openComplaint(tx, { customer_id: 1, opened_at: 2000, product: 'kettle' });
    await openComplaint(tx, { customer_id: 2, opened_at: 3000 });
    const offer = { remedy: 'refund', state: 'chosen', percent: null } as const;
    const sums = [
      [first, 2990, 'EUR'],
      [second, 510, 'EUR'],
      [second, 1200, 'JPY'],
    ] as const;
    for (const [at, [complaint_id, amount, currency]] of sums.entries()) {
      await tx.putOffer({ ...offer, complaint_id, n: at + 1, amount, currency });
    }
    await tx.putOffer({
      ...offer,
      complaint_id: second,
      n: 9,
      state: 'declined',
      amount: 1,
      currency: 'EUR',
    });
    await tx.putPromise({
      complaint_id: first,
      n: 1,
      what: 'a new kettle',
      who: 'Sam',
      due: 1500,
      made_at: 1,
      state: 'kept',
      settled_at: 1400,
    });
    await tx.putContact({
      complaint_id: first,
      n: 1,
      kind: 'followup',
      at: 1600,
      reason: '',
      state: 'done',
      done_at: 1700,
      satisfied: 1,
      score: 9,
    });
  });
  const [maria] = await store.read.customerRecords([1], customerFields);
  expect(maria).toMatchObject({
    number: 1,
    name: 'Maria Petrova',
    key: true,
    complaints: 2,
    open: 1,
    last_complaint_at: '1970-01-01T00:00:02.000Z',
    merged_into: null,
    history: [
      { reference: 'C-1002', product: 'kettle' },
      { reference: 'C-1001', stage: 'closed' },
    ],
    promises: [{ reference: 'C-1001', what: 'a new kettle', state: 'kept' }],
    remedies: [{ amount: '5.10' }, { amount: '1200', currency: 'JPY' }, { amount: '29.90' }],
    given: [
      { currency: 'EUR', amount: '35.00' },
      { currency: 'JPY', amount: '1200' },
    ],
    satisfaction: [{ reference: 'C-1001', satisfied: true, score: 9 }],
  });
});

describe('at a million customers', () => {
  const plansOf = async (ask: (db: SqlRows) => Promise<unknown>): Promise<string> => {
    const raw = rawDatabase((await tempStore()).path);
    const plans: string[] = [];
    await ask({
      async rows(sql, values = []) {
        const explained = raw.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
        plans.push(...explained.all(...values).map(({ detail }) => detail));
        return [];
      },
    });
    return plans.join('\n');
  };

  test.each<[string, CustomerSearch]>([
    ['all', {}],
    ['a later page', { after: 7 }],
    ['by name', { sort: { by: 'name', direction: 'asc' } }],
    ['by name, a later page', { sort: { by: 'name', direction: 'desc' }, after: 7 }],
    ['key customers', { key: true }],
    ['those who left', { standing: 'lost', key: false }],
    ['one language', { language: 'mn' }],
    ['one language by name', { language: 'mn', sort: { by: 'name', direction: 'asc' } }],
    ['several at once', { language: 'mn', standing: 'lost', key: true }],
    ['words', { text: 'petr', language: 'bg' }],
  ])('a page of %s is not sorted out of all of them', async (_, search) => {
    const plan = await plansOf((db) => listCustomers(db, { ...search, limit: 50 }));
    expect(plan).not.toContain('TEMP B-TREE');
  });

  test('a later page begins where the one before ended', async () => {
    const search: CustomerSearch = { sort: { by: 'name', direction: 'desc' }, after: 7 };
    const plan = await plansOf((db) => listCustomers(db, { ...search, limit: 50 }));
    expect(plan).toContain('SEARCH k USING INDEX customer_name');
  });

  test('the page of one looks at nobody else', async () => {
    const plan = await plansOf((db) => customerRecords(db, [1], customerFields));
    expect(plan).not.toMatch(/SCAN (?!wanted|\(subquery|json|CONSTANT)/);
  });
});
