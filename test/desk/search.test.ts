import { expect, test } from 'vitest';
import { joinMarked, type SearchOptions, searchRecord } from '../../src/desk/search.ts';
import type { Store } from '../../src/store/open-store.ts';
import { openComplaint, tempStore } from '../store/temp-store.ts';

const told = [
  ['Maria Petrova', '+359 88 123 4567', 'The kettle arrived in pieces.'],
  ['Maria Petrova', undefined, 'Nobody called back about the lamp.'],
  ['Б. Болдбаатар', '+976 9911 2233', 'Аяга өчигдөр хагарсан, мөнгийг буцааж өгнө үү'],
  ['Димитър Йорданов', undefined, 'Чайникът пристигна счупен'],
  ['Νίκος Αλεξίου', '210 555 0101', 'Ο βραστήρας έσπασε χθες'],
  ['Amra Hodžić', undefined, 'Čajnik je đavolski glasan'],
  ['สมชาย ใจดี', undefined, 'กาต้มน้ำแตกเมื่อวาน'],
] as const;

/** A desk with what was told above, C-1001 first; Maria is one customer. */
async function desk(): Promise<Store> {
  const store = await tempStore();
  await store.transact(async (tx) => {
    const known = new Map<string, number>();
    for (const [name, phone, words] of told) {
      const facts = { name, created_at: 1, updated_at: 1 };
      const email = name === 'Maria Petrova' ? { email: 'maria.p@example.org' } : {};
      const customer =
        known.get(name) ??
        (await tx.insertCustomer({
          ...facts,
          ...email,
          ...(phone === undefined ? {} : { phone }),
        }));
      known.set(name, customer);
      const id = await openComplaint(tx, { words, customer_id: customer });
      await tx.indexComplaint(id, words);
    }
  });
  return store;
}

const find = async (text: string, options?: SearchOptions) => {
  const hits = await searchRecord((await desk()).read, text, options);
  return hits.map(
    ({ id, foundIn, context }) => `C-${id} ${foundIn}: ${joinMarked(context, '[', ']')}`,
  );
};

test.each([
  ['kettl', 'C-1001 words: The [kettl]e arrived in pieces.'],
  ['ОЧИГДОР', 'C-1003 words: Аяга [өчигдөр] хагарсан, мөнгийг буцааж өгнө үү'],
  ['счуп', 'C-1004 words: Чайникът пристигна [счуп]ен'],
  ['ΕΣΠΑΣΕ', 'C-1005 words: Ο βραστήρας [έσπασε] χθες'],
  ['davol', 'C-1006 words: Čajnik je [đavol]ski glasan'],
  ['แตก', 'C-1007 words: กาต้มน้ำ[แตก]เมื่อวาน'],
])(
  'in any of the six languages, typing %s finds the words as they were said (P3, P12)',
  async (typed, hit) => {
    expect(await find(typed)).toEqual([hit]);
  },
);

test.each(['C-1004', 'c-1004', '#1004', ' 1004 '])(
  'a reference is found however it is written (%s)',
  async (typed) => {
    expect(await find(typed)).toEqual(['C-1004 reference: Чайникът пристигна счупен']);
  },
);

test.each(['+359 88 123 4567', '088 123 4567', '0881234567', '(088) 123-45', '4567'])(
  'a phone number is found however it is said (%s), newest complaint first',
  async (typed) => {
    expect(await find(typed)).toEqual([
      'C-1002 customer_phone: [+359 88 123 4567]',
      'C-1001 customer_phone: [+359 88 123 4567]',
    ]);
  },
);

test('who complained and what about may be said together, in any order', async () => {
  expect(await find('maria kettle')).toEqual(['C-1001 words: The [kettle] arrived in pieces.']);
  expect(await find('lamp petr mar')).toEqual(['C-1002 customer_name: [Mar]ia [Petr]ova']);
  expect(await find('hodzic kettle')).toEqual([]);
  expect(await find('maria.p@example.org pieces')).toHaveLength(1);
});

test('a search is narrowed as a list is, and goes on where the page before ended', async () => {
  expect(await find('maria', { limit: 1 })).toHaveLength(1);
  const { read } = await desk();
  const [first] = await searchRecord(read, 'maria', { limit: 1 });
  const next = await searchRecord(read, 'maria', { limit: 5, ...(first && { after: first.id }) });
  expect([first, ...next].map((hit) => hit?.id)).toEqual([1002, 1001]);
  expect(await find('maria', { filter: { stage: ['closed'] } })).toEqual([]);
  expect(await find('maria', { filter: { stage: ['open'], customer: 1 } })).toHaveLength(2);
  expect(await find('C-1001', { filter: { stage: ['closed'] } })).toEqual([]);
  expect(await find('C-1001', { filter: { stage: ['open'] } })).toHaveLength(1);
});

test.each(['', '?!', '"', 'AND', 'zzz* OR', 'NEAR(', 'zzz kettle', 'C-9999', "';--"])(
  'what is nowhere, or no word at all, finds nothing and breaks nothing (%j)',
  async (typed) => {
    expect(await find(typed)).toEqual([]);
  },
);

test('a long story is shown around what was found, cut between words', async () => {
  const store = await tempStore();
  const words = `${'before and before '.repeat(20)}the\nspout leaks ${'and after '.repeat(30)}`;
  await store.transact(async (tx) => {
    await tx.indexComplaint(await openComplaint(tx, { words }), words);
  });
  const [hit] = await searchRecord(store.read, 'spout');
  const context = joinMarked(hit?.context ?? [], '[', ']');
  expect(context).toMatch(/^…(before|and) .* the \[spout\] leaks and .*(and|after)…$/);
  expect(context.length).toBeLessThan(140);
});

test('however many customers fit, the newest complaints are found', async () => {
  const store = await tempStore();
  await store.transact(async (tx) => {
    for (let n = 0; n < 1200; n++) {
      const facts = { name: `Customer ${n}`, created_at: 1, updated_at: 1 };
      const customer_id = await tx.insertCustomer(facts);
      if (n % 3 !== 0) continue;
      const words = n % 2 === 0 ? 'a lamp' : 'a kettle';
      await tx.indexComplaint(await openComplaint(tx, { words, customer_id }), words);
    }
  });
  const ids = async (text: string, limit: number) =>
    (await searchRecord(store.read, text, { limit })).map(({ id }) => id);
  expect(await ids('customer', 3)).toEqual([1400, 1399, 1398]);
  expect(await ids('customer lamp', 3)).toEqual([1399, 1397, 1395]);
  expect(await ids('customer lamp', 500)).toHaveLength(200);
});
