import { describe, expect, test } from 'vitest';
import { openConversation } from '../../src/desk/act.ts';
import { finish } from '../../src/desk/converse.ts';
import { identifyCustomer } from '../../src/desk/customer.ts';
import { takeHint } from '../../src/desk/hint.ts';
import { keepPlace, placeOf } from '../../src/desk/place.ts';
import { startComplaint } from '../../src/desk/start.ts';
import { undo } from '../../src/desk/undo.ts';
import { openSampleDesk } from '../plain/sample-desk.ts';
import { calls, heardUntil, onDisk, refusals, secondDesk, taken } from './at-the-desk.ts';

describe('where a conversation goes on', () => {
  test('is its next open question after every answer', async () => {
    const desk = await openSampleDesk();
    const opened = await startComplaint(desk);
    expect(await placeOf(desk, opened)).toEqual({ question: 'customer', draft: '' });
    const conversation = await heardUntil(desk, 'words');
    expect(await placeOf(desk, conversation)).toEqual({ question: 'restated', draft: '' });
  });

  test('is the field in hand with what was typed, also after the window was closed', async () => {
    const desk = await openSampleDesk();
    const conversation = await heardUntil(desk, 'channel');
    const draft = 'กาน้ำแตก\nand the lid';
    await keepPlace(desk, conversation, { question: 'words', draft });
    const later = await secondDesk(desk);
    const read = await openConversation(later, conversation.state.id);
    expect(read && (await placeOf(later, read))).toEqual({ question: 'words', draft });
  });

  test('is a bookmark and no event: nothing is confirmed by it', async () => {
    const desk = await openSampleDesk();
    const conversation = await heardUntil(desk, 'channel');
    const { event, complaint } = onDisk(desk);
    await keepPlace(desk, conversation, { question: 'words', draft: 'The ket' });
    expect(onDisk(desk)).toMatchObject({ event, complaint });
  });

  test('follows an undo back', async () => {
    const desk = await openSampleDesk();
    const undone = taken(await undo(desk, await heardUntil(desk, 'words')));
    expect(await placeOf(desk, undone)).toEqual({ question: 'words', draft: '' });
  });

  test('is the last question when all is said and only the end is left', async () => {
    const desk = await openSampleDesk();
    const conversation = await heardUntil(desk, 'thanked');
    expect(await placeOf(desk, conversation)).toEqual({ question: 'thanked', draft: '' });
  });

  test('is nowhere once it has ended', async () => {
    const desk = await openSampleDesk();
    const ended = taken(await finish(desk, await heardUntil(desk, 'thanked')));
    expect(await placeOf(desk, ended)).toEqual({ question: undefined, draft: '' });
    expect(await desk.store.read.place(ended.state.id)).toBeUndefined();
  });

  test('is never a question that another conversation has answered meanwhile (P2)', async () => {
    const desk = await openSampleDesk();
    const maria = await heardUntil(desk, 'customer');
    const { id } = maria.customer ?? {};
    if (id === undefined) throw new Error('she is named');
    // Later that day she calls again, known by now, and nobody can reach her yet.
    const { state } = taken(await identifyCustomer(desk, await startComplaint(desk), id));
    expect(await desk.store.read.place(state.id)).toMatchObject({ question: 'reach' });
    taken(await calls.reach(desk, maria));
    const read = await openConversation(desk, state.id);
    expect(read && (await placeOf(desk, read))).toEqual({ question: 'channel', draft: '' });
  });

  test('a draft that comes too late does not bring an ended conversation back', async () => {
    const desk = await openSampleDesk();
    const before = await heardUntil(desk, 'thanked');
    const ended = taken(await finish(desk, before));
    await keepPlace(desk, before, { question: 'improves', draft: 'our pack' });
    await keepPlace(desk, ended, { question: 'improves', draft: 'our pack' });
    expect(await desk.store.read.unfinished()).toEqual([]);
  });

  test('a draft that comes too late does not lead back to a question that has its answer', async () => {
    const desk = await openSampleDesk();
    const before = await heardUntil(desk, 'channel');
    const answered = taken(await calls.words(desk, before));
    await keepPlace(desk, before, { question: 'words', draft: 'The kettle arr' });
    expect(await placeOf(desk, answered)).toEqual({ question: 'restated', draft: '' });
  });
});

describe('two desks on one complaint', () => {
  test('whoever comes second is told, and writes over nothing', async () => {
    const desk = await openSampleDesk();
    const lejla = await secondDesk(desk);
    const seen = await heardUntil(desk, 'channel');
    const also = await openConversation(lejla, seen.state.id);
    if (also === undefined) throw new Error('the complaint is there');
    taken(await calls.words(desk, seen));
    const disk = onDisk(desk);
    for (const call of [calls.words, calls.customer, calls.reach, calls.promises]) {
      expect(refusals(await call(lejla, also))).toEqual(['changed_elsewhere']);
    }
    expect(onDisk(desk)).toEqual(disk);
  });

  test('and goes on from what is there now', async () => {
    const desk = await openSampleDesk();
    const lejla = await secondDesk(desk);
    const seen = taken(await calls.words(desk, await heardUntil(desk, 'channel')));
    const fresh = await openConversation(lejla, seen.state.id);
    expect(fresh).toEqual(seen);
    if (fresh !== undefined) taken(await calls.restated(lejla, fresh));
    const log = await desk.store.read.eventsOf(seen.state.id);
    expect(log.at(-1)?.agent).toBe('Lejla');
  });
});

test('a hint is given once to each agent for each screen', async () => {
  const desk = await openSampleDesk();
  const lejla = await secondDesk(desk);
  expect(await takeHint(desk, 'conversation')).toBe(true);
  expect(await takeHint(desk, 'conversation')).toBe(false);
  expect(await takeHint(desk, 'today')).toBe(true);
  expect(await takeHint(lejla, 'conversation')).toBe(true);
  expect(await takeHint(lejla, 'conversation')).toBe(false);
});
