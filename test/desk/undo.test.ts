import { describe, expect, test } from 'vitest';
import { openConversation } from '../../src/desk/act.ts';
import { finish, withdrawPromise } from '../../src/desk/converse.ts';
import { addCustomer, changeCustomer, identifyCustomer } from '../../src/desk/customer.ts';
import { handOver } from '../../src/desk/leave.ts';
import { startComplaint } from '../../src/desk/start.ts';
import { redo, undo } from '../../src/desk/undo.ts';
import type { Conversation } from '../../src/rules/conversation.ts';
import type { CustomerId } from '../../src/rules/values.ts';
import { openSampleDesk, saidIn } from '../plain/sample-desk.ts';
import { calls, heardUntil, onDisk, refusals, says, taken } from './at-the-desk.ts';

/** A state without what only counts forward. */
const settled = ({ state }: Conversation) => {
  const { revision: _, updatedAt: __, ...rest } = state;
  return rest;
};

const customerOf = ({ customer }: Conversation): CustomerId => {
  if (customer === undefined) throw new Error('nobody is named');
  return customer.id;
};

describe('undo', () => {
  test('steps back through a whole conversation to the first hello, and redo brings it all again', async () => {
    const desk = await openSampleDesk();
    const opened = await startComplaint(desk);
    const stations: Conversation[] = [opened];
    let conversation = opened;
    for (const call of Object.values(calls)) {
      conversation = taken(await call(desk, conversation));
      stations.push(conversation);
    }
    conversation = taken(await finish(desk, conversation));
    const ended = conversation;
    for (const station of stations.toReversed()) {
      conversation = taken(await undo(desk, conversation));
      expect(settled(conversation)).toEqual(settled(station));
      const { customer } = station;
      expect(conversation.customer).toEqual(customer);
    }
    expect(refusals(await undo(desk, conversation))).toEqual(['nothing_to_undo']);
    for (const station of stations.slice(1)) {
      conversation = taken(await redo(desk, conversation));
      expect(settled(conversation)).toEqual(settled(station));
      expect(conversation.customer).toEqual(station.customer);
    }
    conversation = taken(await redo(desk, conversation));
    expect(settled(conversation)).toEqual({
      ...settled(ended),
      finishedAt: conversation.state.finishedAt,
    });
    expect(refusals(await redo(desk, conversation))).toEqual(['nothing_to_undo']);
    expect((await desk.store.verify()).faults).toEqual([]);
  });

  test('says what it took back, so that the agent sees it', async () => {
    const desk = await openSampleDesk();
    const conversation = await heardUntil(desk, 'words');
    const undone = await undo(desk, conversation);
    expect(undone.event).toMatchObject({ type: 'answered', body: { question: 'words' } });
    const redone = await redo(desk, taken(undone));
    expect(redone.event).toMatchObject({ type: 'answered', body: { question: 'words' } });
  });

  test('writes one more line and rewrites none', async () => {
    const desk = await openSampleDesk();
    const conversation = await heardUntil(desk, 'words');
    const before = await saidIn(desk, conversation.state.id);
    taken(await undo(desk, conversation));
    const after = await saidIn(desk, conversation.state.id);
    expect(after.slice(0, -1)).toEqual(before);
    expect(after.at(-1)).toEqual({ type: 'undone', body: { undoes: before.length } });
  });

  test('takes the words it took back out of the search', async () => {
    const desk = await openSampleDesk();
    const search = (text: string) => desk.store.read.findComplaints({ filter: { text } });
    const conversation = await heardUntil(desk, 'words');
    expect(await search('pieces')).toEqual([conversation.state.id]);
    const undone = taken(await undo(desk, conversation));
    expect(await search('pieces')).toEqual([]);
    taken(await redo(desk, undone));
    expect(await search('pieces')).toEqual([conversation.state.id]);
  });

  test('right after a hand-over brings the owner back, and the place with them', async () => {
    const desk = await openSampleDesk();
    const before = await heardUntil(desk, 'words');
    const summary = 'She wants a new kettle.';
    const handed = taken(
      await handOver(desk, before, { to: 'Lejla', reason: 'she speaks Bosnian', summary }),
    );
    expect(await desk.store.read.unfinished('Lejla')).toHaveLength(1);
    const back = taken(await undo(desk, handed));
    expect(back.state.owner).toBe('Sam');
    expect(await desk.store.read.unfinished('Lejla')).toEqual([]);
    expect(await desk.store.read.unfinished('Sam')).toHaveLength(1);
  });

  test('of the end opens the conversation again, at its last question', async () => {
    const desk = await openSampleDesk();
    const ended = taken(await finish(desk, await heardUntil(desk, 'thanked')));
    const { state } = taken(await undo(desk, ended));
    expect(state.finishedAt).toBeUndefined();
    expect(state.contacts).toEqual([]);
    expect(await desk.store.read.unfinished('Sam')).toMatchObject([{ place_question: 'thanked' }]);
  });

  test('of a promise taken back lets it stand again', async () => {
    const desk = await openSampleDesk();
    const before = await heardUntil(desk, 'takes');
    const withdrawn = taken(await withdrawPromise(desk, before, 1));
    expect(withdrawn.state.answers.takes).toBeUndefined();
    expect(settled(taken(await undo(desk, withdrawn)))).toEqual(settled(before));
  });

  test('after something new was said, redo has nothing to bring', async () => {
    const desk = await openSampleDesk();
    const undone = taken(await undo(desk, await heardUntil(desk, 'words')));
    const said = taken(await says('words', 'Something else.')(desk, undone));
    expect(refusals(await redo(desk, said))).toEqual(['nothing_to_undo']);
  });

  test('from an older view is refused', async () => {
    const desk = await openSampleDesk();
    const older = await heardUntil(desk, 'channel');
    taken(await calls.words(desk, older));
    expect(refusals(await undo(desk, older))).toEqual(['changed_elsewhere']);
    expect(refusals(await redo(desk, older))).toEqual(['changed_elsewhere']);
  });
});

describe('undo and the customer', () => {
  test('takes somebody new off the desk, and redo writes them down under the same number', async () => {
    const desk = await openSampleDesk();
    const named = await heardUntil(desk, 'customer');
    const undone = taken(await undo(desk, named));
    expect(undone.customer).toBeUndefined();
    expect(await desk.store.read.customersMatching('maria', 10)).toEqual([]);
    const again = taken(await redo(desk, undone));
    expect(again.customer).toEqual(named.customer);
    expect(await desk.store.read.customersMatching('maria', 10)).toHaveLength(1);
  });

  test('puts a fact back as it was before', async () => {
    const desk = await openSampleDesk();
    let conversation = await heardUntil(desk, 'reach');
    conversation = taken(await changeCustomer(desk, conversation, 'phone', '02 987 6543'));
    expect(conversation.customer?.phone).toBe('02 987 6543');
    conversation = taken(await undo(desk, conversation));
    expect(conversation.customer?.phone).toBe('+359 88 123 4567');
    conversation = taken(await undo(desk, conversation));
    expect(conversation.customer?.phone).toBeUndefined();
    conversation = taken(await redo(desk, conversation));
    expect(conversation.customer?.phone).toBe('+359 88 123 4567');
  });

  test('leaves a known customer on the desk: only this complaint lets go of them', async () => {
    const desk = await openSampleDesk();
    const maria = customerOf(await heardUntil(desk, 'reach'));
    const second = await startComplaint(desk);
    const named = taken(await identifyCustomer(desk, second, maria));
    const undone = taken(await undo(desk, named));
    expect(undone.customer).toBeUndefined();
    expect(await desk.store.read.customer(maria)).toBeDefined();
  });

  test('does not take away somebody who has another complaint by now', async () => {
    const desk = await openSampleDesk();
    const named = await heardUntil(desk, 'customer');
    taken(await identifyCustomer(desk, await startComplaint(desk), customerOf(named)));
    const disk = onDisk(desk);
    expect(refusals(await undo(desk, named))).toEqual(['customer: customer_used_elsewhere']);
    expect(onDisk(desk)).toEqual(disk);
  });

  test('does not put back a fact that another conversation has changed since', async () => {
    const desk = await openSampleDesk();
    const first = await heardUntil(desk, 'reach');
    const second = taken(
      await identifyCustomer(desk, await startComplaint(desk), customerOf(first)),
    );
    taken(await changeCustomer(desk, second, 'phone', '02 987 6543'));
    const disk = onDisk(desk);
    expect(refusals(await undo(desk, first))).toEqual(['phone: customer_changed_elsewhere']);
    expect(onDisk(desk)).toEqual(disk);
  });

  test('never goes back to somebody whom the desk has let go of meanwhile', async () => {
    const desk = await openSampleDesk();
    const first = await heardUntil(desk, 'customer');
    let second = taken(await identifyCustomer(desk, await startComplaint(desk), customerOf(first)));
    second = taken(await addCustomer(desk, second, { name: 'Marko Ilić' }));
    taken(await undo(desk, first));
    const disk = onDisk(desk);
    expect(refusals(await undo(desk, second))).toEqual(['customer: no_such_customer']);
    expect(onDisk(desk)).toEqual(disk);
  });

  test('nor does redo', async () => {
    const desk = await openSampleDesk();
    const first = await heardUntil(desk, 'customer');
    const named = taken(
      await identifyCustomer(desk, await startComplaint(desk), customerOf(first)),
    );
    const second = taken(await undo(desk, named));
    taken(await undo(desk, first));
    const disk = onDisk(desk);
    expect(refusals(await redo(desk, second))).toEqual(['customer: no_such_customer']);
    expect(onDisk(desk)).toEqual(disk);
  });

  test('a number that was taken back is never given to somebody else', async () => {
    const desk = await openSampleDesk();
    const named = await heardUntil(desk, 'customer');
    const undone = taken(await undo(desk, named));
    const marko = taken(await addCustomer(desk, undone, { name: 'Marko' }));
    expect(customerOf(marko)).not.toBe(customerOf(named));
    const read = await openConversation(desk, marko.state.id);
    expect(read?.customer?.name).toBe('Marko');
  });
});
