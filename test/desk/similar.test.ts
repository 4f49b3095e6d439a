import { expect, test } from 'vitest';
import { similarTo } from '../../src/desk/similar.ts';
import { complaintId } from '../../src/rules/values.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { NewComplaint } from '../../src/store/tables/complaint.ts';
import { openComplaint, tempStore } from '../store/temp-store.ts';

/** Kettles and lamps that were put right, and one that still is not. */
async function desk(): Promise<Store> {
  const store = await tempStore();
  const damaged = { cause: 'delivery/damaged', product: 'kettle', stage: 'closed' } as const;
  const past: readonly Partial<NewComplaint>[] = [
    { ...damaged, words: 'The box came late', resolved_at: 5000, chosen: '2' },
    { ...damaged, words: 'The handle was broken off', stage: 'resolved' },
    { ...damaged, words: 'The handle was broken off', stage: 'open' },
    { words: 'A handle was broken', product: 'lamp', cause: 'product/faulty', stage: 'closed' },
    { words: 'Rude on the phone', product: 'repair', cause: 'manner/rude', stage: 'closed' },
    { words: 'กาต้มน้ำแตกเมื่อวาน', product: 'kettle', cause: 'product/faulty', stage: 'closed' },
  ];
  await store.transact(async (tx) => {
    for (const facts of past) {
      const id = await openComplaint(tx, facts);
      await tx.indexComplaint(id, facts.words ?? '');
    }
    await tx.updateComplaint(1001, { verdict: 'upheld' });
    const offer = { complaint_id: 1001, amount: null, currency: null, percent: null } as const;
    await tx.putOffer({ ...offer, n: 1, remedy: 'replacement', state: 'declined' });
    const sum = { amount: 2990, currency: 'EUR' };
    await tx.putOffer({ ...offer, n: 2, remedy: 'refund', ...sum, state: 'chosen' });
    await tx.putContact({
      complaint_id: 1001,
      n: 1,
      kind: 'followup',
      at: 1,
      reason: 'is it solved',
      reach: null,
      state: 'done',
      outcome: 'reached',
      done_at: 2,
      note: null,
      satisfied: 1,
      score: 9,
    });
  });
  return store;
}

const ids = async (question: Parameters<typeof similarTo>[1], limit = 10) =>
  (await similarTo((await desk()).read, question, limit)).map(({ id }) => id);

test('the same cause and product come first, the likest words first among them (P48)', async () => {
  const question = { words: 'its handle is broken', cause: 'delivery/damaged', product: 'kettle' };
  expect((await ids(question)).slice(0, 3)).toEqual([1002, 1001, 1004]);
});

test('what is not resolved yet gives no answer to others', async () => {
  expect(await ids({ words: 'handle broken', product: 'kettle' })).not.toContain(1003);
});

test('without a cause or product the words alone tell, in any language (P12)', async () => {
  expect(await ids({ words: 'broken handle' })).toEqual([1004, 1002]);
  expect(await ids({ words: 'น้ำแตก' })).toEqual([1006]);
  expect(await ids({ restated: 'RUDE' })).toEqual([1005]);
  expect(await ids({})).toEqual([]);
  expect(await ids({ words: '?!' })).toEqual([]);
});

test('the complaint in hand is not like itself', async () => {
  const question = { words: 'broken handle', except: complaintId(1004) };
  expect(await ids(question)).toEqual([1002]);
  expect(await ids({ words: 'broken handle' }, 1)).toEqual([1004]);
});

test('while somebody types, what was overtaken finds nothing and reads no further (P48)', async () => {
  const { read } = await desk();
  const question = { words: 'its handle is broken' };
  expect(await similarTo(read, question, 10, { overtaken: () => false })).not.toEqual([]);
  let looks = 0;
  const overtaken = (): boolean => {
    looks += 1;
    return looks > 1;
  };
  expect(await similarTo(read, question, 10, { overtaken })).toEqual([]);
});

test('it says what was offered, what was chosen, and whether that satisfied (P48)', async () => {
  const question = { cause: 'delivery/damaged', product: 'kettle', words: 'late box' };
  const [first] = await similarTo((await desk()).read, question, 1);
  expect(first).toEqual({
    id: 1001,
    about: 'The box came late',
    cause: 'delivery/damaged',
    product: 'kettle',
    offers: [
      { remedy: 'replacement', state: 'declined' },
      { remedy: 'refund', amount: 2990, currency: 'EUR', state: 'chosen' },
    ],
    chosen: { remedy: 'refund', amount: 2990, currency: 'EUR', state: 'chosen' },
    outcome: undefined,
    verdict: 'upheld',
    satisfied: true,
    resolvedAt: 5000,
  });
});
