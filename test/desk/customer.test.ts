import { describe, expect, test } from 'vitest';
import { openConversation } from '../../src/desk/act.ts';
import { finish } from '../../src/desk/converse.ts';
import {
  addCustomer,
  changeCustomer,
  changeCustomerFacts,
  identifyCustomer,
  passCustomerQuestion,
} from '../../src/desk/customer.ts';
import { findCustomers, historyOf } from '../../src/desk/find-customers.ts';
import { startComplaint } from '../../src/desk/start.ts';
import type { Conversation } from '../../src/rules/conversation.ts';
import { nextQuestion, questionsAsked } from '../../src/rules/flow.ts';
import type { CustomerId } from '../../src/rules/values.ts';
import { openSampleDesk } from '../plain/sample-desk.ts';
import { calls, heardUntil, taken } from './at-the-desk.ts';

const idOf = ({ customer }: Conversation): CustomerId => {
  if (customer === undefined) throw new Error('nobody is named');
  return customer.id;
};

const askedAboutThem = (conversation: Conversation) =>
  questionsAsked(conversation)
    .filter(({ about }) => about === 'customer')
    .map(({ name }) => name);

describe('a customer the desk knows', () => {
  test('is found while the name is typed, with what is good to know first (P2, P8)', async () => {
    const desk = await openSampleDesk();
    const first = await heardUntil(desk, 'promise');
    for (const typed of ['mar', 'PETR', '123 45', '0881234567']) {
      expect(await findCustomers(desk, typed, 5)).toEqual([
        {
          id: idOf(first),
          name: 'Maria Petrova',
          phone: '+359 88 123 4567',
          language: 'bg',
          complaints: 1,
          lastComplaintAt: first.state.openedAt,
          openPromises: 1,
        },
      ]);
    }
    expect(await findCustomers(desk, 'marko', 5)).toEqual([]);
  });

  test('is asked nothing again (P2)', async () => {
    const desk = await openSampleDesk();
    const maria = idOf(await heardUntil(desk, 'language'));
    const second = await startComplaint(desk);
    const named = taken(await identifyCustomer(desk, second, maria));
    expect(askedAboutThem(named)).toEqual(['customer']);
    expect(nextQuestion(named)?.name).toBe('channel');
  });

  test('brings earlier complaints and open promises into view, this one left out (P8, P39)', async () => {
    const desk = await openSampleDesk();
    const first = await heardUntil(desk, 'thanked');
    taken(await finish(desk, first));
    const second = taken(await identifyCustomer(desk, await startComplaint(desk), idOf(first)));
    expect(await historyOf(desk, idOf(first), second.state.id)).toEqual({
      earlier: [
        {
          id: first.state.id,
          openedAt: first.state.openedAt,
          stage: 'open',
          product: 'kettle',
          cause: 'delivery/damaged',
        },
      ],
      promises: [
        { what: 'a new kettle', due: first.state.promises[0]?.due, complaint: first.state.id },
      ],
    });
    expect(await historyOf(desk, idOf(first), first.state.id)).toMatchObject({
      earlier: [{ id: second.state.id }],
      promises: [],
    });
  });
});

describe('somebody new', () => {
  test('is asked for three things at most, and is still new when the window was closed (P2)', async () => {
    const desk = await openSampleDesk();
    const named = await heardUntil(desk, 'customer');
    expect(askedAboutThem(named)).toEqual(['customer', 'reach', 'account', 'language']);
    const read = await openConversation(desk, named.state.id);
    expect(read && askedAboutThem(read)).toEqual(askedAboutThem(named));
  });

  test('may give everything at once, blanks cut and nothing empty kept', async () => {
    const desk = await openSampleDesk();
    const { customer } = taken(
      await addCustomer(desk, await startComplaint(desk), {
        name: ' สมชาย ใจดี ',
        phone: ' 02 123 4567 ',
        email: '',
        account: '88120',
        language: 'th',
      }),
    );
    expect(customer).toEqual({
      id: 1,
      name: 'สมชาย ใจดี',
      phone: '02 123 4567',
      account: '88120',
      language: 'th',
      given: [],
      isNew: true,
    });
  });

  test('who first would give no name may still be written down', async () => {
    const desk = await openSampleDesk();
    const opened = await startComplaint(desk);
    const passed = taken(await passCustomerQuestion(desk, opened, 'customer'));
    expect(nextQuestion(passed)?.name).toBe('channel');
    const named = taken(await calls.customer(desk, passed));
    expect(named.state.passed).toEqual([]);
    expect(nextQuestion(named)?.name).toBe('reach');
  });
});

describe('a fact about them', () => {
  test('can be put right and taken away, and the log keeps what it was', async () => {
    const desk = await openSampleDesk();
    let conversation = await heardUntil(desk, 'reach');
    conversation = taken(await changeCustomer(desk, conversation, 'name', ' Maria Ivanova '));
    conversation = taken(await changeCustomer(desk, conversation, 'phone', ' '));
    expect(conversation.customer).toMatchObject({ name: 'Maria Ivanova' });
    expect(conversation.customer).not.toHaveProperty('phone');
    const log = await desk.store.read.eventsOf(conversation.state.id);
    expect(log.at(-1)?.body).toEqual({
      customer: idOf(conversation),
      fact: 'phone',
      from: '+359 88 123 4567',
      to: null,
    });
  });

  test('is found by what it is now, not by what it was', async () => {
    const desk = await openSampleDesk();
    const conversation = await heardUntil(desk, 'reach');
    taken(await changeCustomer(desk, conversation, 'name', 'Maria Ivanova'));
    expect(await findCustomers(desk, 'petrova', 5)).toEqual([]);
    expect(await findCustomers(desk, 'ivanova', 5)).toHaveLength(1);
  });

  test('that another conversation learnt meanwhile is what is replaced', async () => {
    const desk = await openSampleDesk();
    const first = await heardUntil(desk, 'reach');
    const second = taken(await identifyCustomer(desk, await startComplaint(desk), idOf(first)));
    taken(await changeCustomer(desk, second, 'phone', '02 987 6543'));
    taken(await changeCustomer(desk, first, 'phone', '02 111 2222'));
    const log = await desk.store.read.eventsOf(first.state.id);
    expect(log.at(-1)?.body).toMatchObject({ from: '02 987 6543', to: '02 111 2222' });
  });

  test('is put right all at once, with a line of the log each', async () => {
    const desk = await openSampleDesk();
    const before = await heardUntil(desk, 'reach');
    const { customer, state } = taken(
      await changeCustomerFacts(desk, before, [
        { fact: 'name', value: 'Maria Ivanova' },
        { fact: 'email', value: 'maria@example.org' },
      ]),
    );
    expect(customer).toMatchObject({ name: 'Maria Ivanova', email: 'maria@example.org' });
    const log = await desk.store.read.eventsOf(state.id);
    expect(log.slice(-2).map(({ type }) => type)).toEqual(['customer_changed', 'customer_changed']);
    expect(state.revision).toBe(before.state.revision + 2);
  });

  test('is left as it was when one of several facts cannot be taken', async () => {
    const desk = await openSampleDesk();
    const before = await heardUntil(desk, 'reach');
    const acted = await changeCustomerFacts(desk, before, [
      { fact: 'name', value: 'Maria Ivanova' },
      { fact: 'email', value: 'nobody' },
    ]);
    expect(acted).toMatchObject({ ok: false, refusals: [{ code: 'not_email' }] });
    expect(await findCustomers(desk, 'ivanova', 5)).toEqual([]);
    expect(await desk.store.read.eventsOf(before.state.id)).toHaveLength(before.state.revision);
  });
});
