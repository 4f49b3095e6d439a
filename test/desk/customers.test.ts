import { describe, expect, test } from 'vitest';
import { openConversation } from '../../src/desk/act.ts';
import { identifyCustomer } from '../../src/desk/customer.ts';
import { editCustomer, mergeCustomers, partCustomers } from '../../src/desk/customers.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { findCustomers } from '../../src/desk/find-customers.ts';
import { startComplaint } from '../../src/desk/start.ts';
import { undo } from '../../src/desk/undo.ts';
import { verifyRecord } from '../../src/desk/verify-record.ts';
import type { Conversation } from '../../src/rules/conversation.ts';
import { type CustomerId, customerId } from '../../src/rules/values.ts';
import { openSampleDesk } from '../plain/sample-desk.ts';
import { onDisk, taken } from './at-the-desk.ts';
import { callFrom, customerIn } from './known-people.ts';

const faultsOf = async ({ store }: Desk) => (await verifyRecord(store, { rebuild: true })).faults;

async function again(desk: Desk, { state }: Conversation): Promise<Conversation> {
  const conversation = await openConversation(desk, state.id);
  if (conversation === undefined) throw new Error(`C-${state.id} is gone`);
  return conversation;
}

const codes = (outcome: {
  readonly ok: boolean;
  readonly refusals?: readonly { code: string }[];
}) => outcome.refusals?.map(({ code }) => code);

const HOURS = 3_600_000;

/** How long an answer may take, in hours. */
const answerIn = ({ state }: Conversation): number | undefined => {
  const clock = state.clocks.find(({ kind }) => kind === 'answer');
  return clock && clock.target / HOURS;
};

describe('a customer is put right outside any conversation', () => {
  test('each fact with a line in the log, and found by the new ones at once (P2)', async () => {
    const desk = await openSampleDesk();
    const maria = customerIn(
      await callFrom(desk, { name: 'Maria Petrova', phone: '0888 123 456' }),
    );
    const edited = await editCustomer(desk, maria, {
      facts: { name: ' Maria Ilieva ', phone: '', email: 'maria@example.org' },
    });
    expect(edited).toMatchObject({
      ok: true,
      happenings: [
        { body: { fact: 'name', from: 'Maria Petrova', to: 'Maria Ilieva' } },
        { body: { fact: 'phone', from: '0888 123 456', to: null } },
        { body: { fact: 'email', from: null, to: 'maria@example.org' } },
      ],
    });
    expect((await findCustomers(desk, 'ilieva', 5)).map(({ id }) => id)).toEqual([maria]);
    expect(await findCustomers(desk, '0888 123 456', 5)).toEqual([]);
    expect(await faultsOf(desk)).toEqual([]);
  });

  test('what is so already is neither written nor told', async () => {
    const desk = await openSampleDesk();
    const maria = customerIn(await callFrom(desk, { name: 'Maria Petrova' }));
    const before = onDisk(desk);
    const edit = { facts: { name: 'Maria Petrova' }, key: false, standing: null };
    const edited = await editCustomer(desk, maria, edit);
    expect(edited).toMatchObject({ ok: true, happenings: [], reclocked: [] });
    expect(onDisk(desk)).toEqual(before);
  });

  test('a fact that cannot be is refused, and nothing of the rest is taken', async () => {
    const desk = await openSampleDesk();
    const maria = customerIn(await callFrom(desk, { name: 'Maria Petrova' }));
    const before = onDisk(desk);
    const facts = { name: '', email: 'not at all', account: 'A-1' };
    expect(codes(await editCustomer(desk, maria, { facts }))).toEqual(['required', 'not_email']);
    const nobody = await editCustomer(desk, customerId(99), { key: true });
    expect(codes(nobody)).toEqual(['no_such_customer']);
    expect(onDisk(desk)).toEqual(before);
  });

  test('with --dry-run it is told and not done', async () => {
    const desk = await openSampleDesk();
    const maria = customerIn(await callFrom(desk, { name: 'Maria Petrova' }));
    const before = onDisk(desk);
    const edited = await editCustomer(desk, maria, { key: true }, { dryRun: true });
    expect(edited).toMatchObject({ ok: true, happenings: [{ type: 'customer_key_set' }] });
    expect(onDisk(desk)).toEqual(before);
  });

  test('a key customer is answered sooner from that moment on, and the clock says why (P25, P39)', async () => {
    const desk = await openSampleDesk();
    const call = await callFrom(desk, { name: 'Maria Petrova' });
    const other = await callFrom(desk, { name: 'Marko Ilić' });
    expect(answerIn(call)).toBe(10);
    const set = await editCustomer(desk, customerIn(call), { key: true });
    expect(set).toMatchObject({ ok: true, reclocked: [call.state.id] });
    expect(answerIn(await again(desk, call))).toBe(5);
    expect(answerIn(await again(desk, other))).toBe(10);
    const events = await desk.store.read.eventsOf(call.state.id);
    expect(events.at(-1)).toMatchObject({
      type: 'reclocked',
      body: { because: 'key_customer' },
    });
    await editCustomer(desk, customerIn(call), { key: false });
    expect(answerIn(await again(desk, call))).toBe(10);
    expect(await faultsOf(desk)).toEqual([]);
  });

  test('who came back and who left is on record (P39)', async () => {
    const desk = await openSampleDesk();
    const maria = customerIn(await callFrom(desk, { name: 'Maria Petrova' }));
    for (const standing of ['lost', 'returned', null] as const) {
      await editCustomer(desk, maria, { standing });
      expect(await desk.store.read.customer(maria)).toMatchObject({ standing });
    }
    expect(await faultsOf(desk)).toEqual([]);
  });

  test('a row that nobody changed by the log is found out', async () => {
    const desk = await openSampleDesk();
    const maria = customerIn(await callFrom(desk, { name: 'Maria Petrova' }));
    await desk.store.transact((tx) => tx.updateCustomer(maria, { key: 1, updated_at: 1 }));
    expect(await faultsOf(desk)).toEqual([{ code: 'customer-differs', where: `${maria} key` }]);
  });
});

/** Maria under two names, each with a complaint. */
async function twoMarias(desk: Desk): Promise<{
  readonly first: Conversation;
  readonly second: Conversation;
  readonly from: CustomerId;
  readonly into: CustomerId;
}> {
  const first = await callFrom(desk, {
    name: 'Maria Petrova',
    phone: '0888 123 456',
    language: 'bg',
  });
  const second = await callFrom(desk, {
    name: 'M. Petrova',
    phone: '+359 88 812 3456',
    email: 'maria@example.org',
  });
  return { first, second, from: customerIn(second), into: customerIn(first) };
}

describe('two customers who are one person are merged (P8)', () => {
  test('every complaint goes to the one who stands for both, who takes over what was not known', async () => {
    const desk = await openSampleDesk();
    const { second, from, into } = await twoMarias(desk);
    const merged = await mergeCustomers(desk, { from, into });
    expect(merged).toMatchObject({
      ok: true,
      moved: 1,
      record: { number: into, complaints: 2, open: 2 },
      filled: ['email'],
      // The phone number is the same, only written differently.
      conflicts: [{ fact: 'name', kept: 'Maria Petrova', other: 'M. Petrova' }],
    });
    expect((await again(desk, second)).customer).toMatchObject({
      id: into,
      name: 'Maria Petrova',
      phone: '0888 123 456',
      email: 'maria@example.org',
    });
    expect((await desk.store.read.eventsOf(second.state.id)).at(-1)).toMatchObject({
      type: 'customer_merged',
      body: { from, to: into },
    });
    expect(await faultsOf(desk)).toEqual([]);
  });

  test('the other is not found any more, but their name and number still lead to the right one', async () => {
    const desk = await openSampleDesk();
    const { from, into } = await twoMarias(desk);
    await mergeCustomers(desk, { from, into });
    for (const typed of ['petrova', 'm. petr', 'maria@example.org', '']) {
      expect((await findCustomers(desk, typed, 5)).map(({ id }) => id)).toEqual([into]);
    }
    const named = taken(await identifyCustomer(desk, await startComplaint(desk), from));
    expect(customerIn(named)).toBe(into);
  });

  test('a key customer stays one under either name, and the clocks know it (P39)', async () => {
    const desk = await openSampleDesk();
    const { first, second, from, into } = await twoMarias(desk);
    await editCustomer(desk, from, { key: true, standing: 'returned' });
    expect(await mergeCustomers(desk, { from, into })).toMatchObject({
      filled: ['email', 'key', 'standing'],
    });
    expect(answerIn(await again(desk, first))).toBe(5);
    expect(answerIn(await again(desk, second))).toBe(5);
    await partCustomers(desk, { from, into });
    expect(answerIn(await again(desk, first))).toBe(10);
    expect(answerIn(await again(desk, second))).toBe(5);
    expect(await faultsOf(desk)).toEqual([]);
  });

  test('taken apart again, each has what was theirs, and what came since stays where it came', async () => {
    const desk = await openSampleDesk();
    const { first, second, from, into } = await twoMarias(desk);
    const facts = async () => [
      await desk.store.read.customer(from),
      await desk.store.read.customer(into),
    ];
    const before = await facts();
    await mergeCustomers(desk, { from, into });
    const since = taken(await identifyCustomer(desk, await startComplaint(desk), into));
    const parted = await partCustomers(desk, { from, into });
    expect(parted).toMatchObject({ ok: true, moved: 1, filled: ['email'] });
    const changed = { updated_at: expect.any(Number) };
    expect(await facts()).toEqual(before.map((row) => ({ ...row, ...changed })));
    const holders = [first, second, since].map(async (one) => customerIn(await again(desk, one)));
    expect(await Promise.all(holders)).toEqual([into, from, into]);
    expect(await faultsOf(desk)).toEqual([]);
  });

  test('what was put right after the merging is not taken away with it', async () => {
    const desk = await openSampleDesk();
    const { from, into } = await twoMarias(desk);
    await mergeCustomers(desk, { from, into });
    await editCustomer(desk, into, { facts: { email: 'petrova@example.org' } });
    expect(await partCustomers(desk, { from, into })).toMatchObject({ filled: [] });
    expect(await desk.store.read.customer(into)).toMatchObject({ email: 'petrova@example.org' });
  });

  test('three in a row come apart one by one', async () => {
    const desk = await openSampleDesk();
    const { second, from, into } = await twoMarias(desk);
    const third = customerIn(await callFrom(desk, { name: 'Mrs Petrova' }));
    await mergeCustomers(desk, { from, into });
    await mergeCustomers(desk, { from: into, into: third });
    expect(customerIn(await again(desk, second))).toBe(third);
    expect(codes(await partCustomers(desk, { from, into }))).toEqual(['customer_merged_away']);
    await partCustomers(desk, { from: into, into: third });
    expect(customerIn(await again(desk, second))).toBe(into);
    await partCustomers(desk, { from, into });
    expect(customerIn(await again(desk, second))).toBe(from);
    expect(await faultsOf(desk)).toEqual([]);
  });

  test('more complaints than go in one transaction are all moved, and all come back', async () => {
    const desk = await openSampleDesk();
    const { first, from, into } = await twoMarias(desk);
    let many = 0;
    for (; many < 501; many++) {
      taken(await identifyCustomer(desk, await startComplaint(desk), from));
    }
    expect(await mergeCustomers(desk, { from, into })).toMatchObject({ moved: many + 1 });
    expect(await desk.store.read.complaintsOf(from, 5)).toEqual([]);
    expect(await partCustomers(desk, { from, into })).toMatchObject({ moved: many + 1 });
    expect((await desk.store.read.complaintsOf(into, 5)).map(({ id }) => id)).toEqual([
      first.state.id,
    ]);
  });

  test('a merging that was stopped half way goes on where it is asked for again', async () => {
    const desk = await openSampleDesk();
    const { second, from, into } = await twoMarias(desk);
    await mergeCustomers(desk, { from, into });
    // As it is when the power fails between two batches.
    await desk.store.transact((tx) => tx.updateComplaint(second.state.id, { customer_id: from }));
    expect(await mergeCustomers(desk, { from, into })).toMatchObject({ ok: true, moved: 1 });
    expect(customerIn(await again(desk, second))).toBe(into);
  });

  test('what cannot be merged is refused with the reason, and nothing is changed', async () => {
    const desk = await openSampleDesk();
    const { second, from, into } = await twoMarias(desk);
    const refusalsOf = async (one: CustomerId, other: CustomerId) =>
      codes(await mergeCustomers(desk, { from: one, into: other }));
    expect(await refusalsOf(from, from)).toEqual(['same_customer']);
    expect(await refusalsOf(from, customerId(99))).toEqual(['no_such_customer']);
    expect(codes(await partCustomers(desk, { from, into }))).toEqual(['not_merged']);
    await mergeCustomers(desk, { from, into });
    const before = onDisk(desk);
    expect(await refusalsOf(from, into)).toEqual(['customer_merged_away']);
    expect(await refusalsOf(into, from)).toEqual(['customer_merged_away']);
    expect(codes(await editCustomer(desk, from, { key: true }))).toEqual(['customer_merged_away']);
    const undone = await undo(desk, await again(desk, second));
    expect(codes(undone)).toEqual(['undo_customer_merge']);
    expect(onDisk(desk)).toEqual(before);
  });

  test('with --dry-run it is told and not done', async () => {
    const desk = await openSampleDesk();
    const { from, into } = await twoMarias(desk);
    const before = onDisk(desk);
    expect(await mergeCustomers(desk, { from, into }, { dryRun: true })).toMatchObject({
      moved: 1,
    });
    expect(onDisk(desk)).toEqual(before);
  });

  test('somebody who stands for another is not unwritten with the complaint that wrote them down', async () => {
    const desk = await openSampleDesk();
    const call = await callFrom(desk, { name: 'Maria Petrova' });
    const other = await callFrom(desk, { name: 'M. Petrova' });
    await mergeCustomers(desk, { from: customerIn(other), into: customerIn(call) });
    expect(codes(await undo(desk, await again(desk, call)))).toEqual(['customer_used_elsewhere']);
  });
});
