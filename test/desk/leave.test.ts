import { describe, expect, test } from 'vitest';
import { finish } from '../../src/desk/converse.ts';
import { callBack, escalate, handOver, takeUp, waitForCustomer } from '../../src/desk/leave.ts';
import { startComplaint } from '../../src/desk/start.ts';
import { undo } from '../../src/desk/undo.ts';
import { nextQuestion } from '../../src/rules/flow.ts';
import { millis } from '../../src/rules/values.ts';
import { openSampleDesk, saidIn } from '../plain/sample-desk.ts';
import { type Call, heardUntil, inHours, onDisk, refusals, says, taken } from './at-the-desk.ts';

const summary = 'The kettle arrived broken; she wants a new one.';
const toLejla: Call = (desk, before) =>
  handOver(desk, before, { to: ' Lejla ', reason: ' she speaks Bosnian ', summary });
const toSupervisor: Call = (desk, before) =>
  escalate(desk, before, { reason: ' above my line ', summary });
const callInThree: Call = (desk, before) =>
  callBack(desk, before, { at: inHours(desk, 3), reason: ' she is driving ', summary });
const untilTomorrow: Call = (desk, before) =>
  waitForCustomer(desk, before, { until: inHours(desk, 24), reason: ' a photo ', summary });

describe('every way out leaves its reason and a summary (P7, P8, P9)', () => {
  test.each<readonly [string, Call, string, object]>([
    ['handing over', toLejla, 'handed_over', { to: 'Lejla', reason: 'she speaks Bosnian' }],
    ['asking a supervisor', toSupervisor, 'escalated', { reason: 'above my line' }],
    ['calling back', callInThree, 'callback_set', { reason: 'she is driving' }],
    ['waiting for them', untilTomorrow, 'waiting', { reason: 'a photo' }],
  ])('%s', async (_, call, type, body) => {
    const desk = await openSampleDesk();
    const before = await heardUntil(desk, 'words');
    taken(await call(desk, before));
    const log = await saidIn(desk, before.state.id);
    expect(log.at(-1)).toMatchObject({ type, body: { ...body, summary } });
  });

  test.each<readonly [string, Call, string]>([
    [
      'handing over',
      (d, b) => handOver(d, b, { to: 'Lejla', reason: ' ', summary }),
      'reason: required',
    ],
    [
      'handing over to nobody',
      (d, b) => handOver(d, b, { to: '', reason: 'x', summary }),
      'to: required',
    ],
    ['asking a supervisor', (d, b) => escalate(d, b, { reason: '', summary }), 'reason: required'],
    [
      'calling back',
      (d, b) => callBack(d, b, { at: inHours(d, 3), reason: '', summary }),
      'reason: required',
    ],
    [
      'calling back in the past',
      (d, b) => callBack(d, b, { at: millis(5), reason: 'x', summary }),
      'at: already_past',
    ],
    [
      'waiting',
      (d, b) => waitForCustomer(d, b, { until: inHours(d, 3), reason: ' ', summary }),
      'reason: required',
    ],
    [
      'waiting until last week',
      (d, b) => waitForCustomer(d, b, { until: millis(5), reason: 'x', summary }),
      'until: already_past',
    ],
  ])('%s without it is refused and leaves nothing', async (_, call, code) => {
    const desk = await openSampleDesk();
    const before = await heardUntil(desk, 'words');
    const disk = onDisk(desk);
    expect(refusals(await call(desk, before))).toEqual([code]);
    expect(onDisk(desk)).toEqual(disk);
  });

  test.each<readonly [string, Call]>([
    ['handed over', toLejla],
    ['escalated', toSupervisor],
    ['called back', callInThree],
    ['waited for', untilTomorrow],
  ])('a conversation at its end with a promise to keep can be %s (P28, P29)', async (_, call) => {
    const desk = await openSampleDesk();
    const ended = taken(await finish(desk, await heardUntil(desk, 'thanked')));
    const { state } = taken(await call(desk, ended));
    expect(state.promises).toMatchObject([{ state: 'open' }]);
    expect(state.finishedAt).toBe(ended.state.finishedAt);
  });
});

describe('handing over', () => {
  test('makes the other one the owner, who finds it among what is not finished (P29)', async () => {
    const desk = await openSampleDesk();
    const { state } = taken(await toLejla(desk, await heardUntil(desk, 'words')));
    expect([state.owner, state.openedBy]).toEqual(['Lejla', 'Sam']);
    expect(await desk.store.read.unfinished('Lejla')).toMatchObject([
      { id: state.id, place_question: 'restated', customer_name: 'Maria Petrova' },
    ]);
    expect(await desk.store.read.unfinished('Sam')).toEqual([]);
  });
});

describe('taking up', () => {
  test('goes on with the very question that was next, and asks nothing twice (P8)', async () => {
    const desk = await openSampleDesk();
    const left = taken(await untilTomorrow(desk, await heardUntil(desk, 'words')));
    expect(left.state.stage).toBe('waiting');
    const again = taken(await takeUp(desk, left));
    expect(again.state).toMatchObject({ stage: 'open', contacts: [{ state: 'done' }] });
    expect(nextQuestion(again)?.name).toBe('restated');
  });

  test('what was left twice settles both', async () => {
    const desk = await openSampleDesk();
    let conversation = taken(await callInThree(desk, await heardUntil(desk, 'words')));
    conversation = taken(await untilTomorrow(desk, conversation));
    conversation = taken(await takeUp(desk, conversation));
    expect(conversation.state.contacts).toMatchObject([
      { n: 1, kind: 'callback', state: 'done' },
      { n: 2, kind: 'wait', state: 'done' },
    ]);
    const disk = onDisk(desk);
    expect(taken(await takeUp(desk, conversation))).toBe(conversation);
    expect(onDisk(desk)).toEqual(disk);
  });

  test('what was never left writes nothing', async () => {
    const desk = await openSampleDesk();
    const conversation = await startComplaint(desk);
    const disk = onDisk(desk);
    expect(taken(await takeUp(desk, conversation))).toBe(conversation);
    expect(onDisk(desk)).toEqual(disk);
  });

  test('what has ended stays as it ended, with its call-back still to come', async () => {
    const desk = await openSampleDesk();
    const left = taken(await callInThree(desk, await heardUntil(desk, 'thanked')));
    const ended = taken(await finish(desk, left));
    const disk = onDisk(desk);
    expect(taken(await takeUp(desk, ended))).toBe(ended);
    expect(onDisk(desk)).toEqual(disk);
  });

  test('can be undone: it waits again', async () => {
    const desk = await openSampleDesk();
    const left = taken(await untilTomorrow(desk, await heardUntil(desk, 'words')));
    const again = taken(await takeUp(desk, left));
    const { state } = taken(await undo(desk, again));
    expect(state).toMatchObject({ stage: 'waiting', contacts: [{ state: 'due' }] });
  });

  test('what a supervisor has to decide stays theirs through a wait (P21)', async () => {
    const desk = await openSampleDesk();
    let conversation = taken(await toSupervisor(desk, await heardUntil(desk, 'words')));
    conversation = taken(await untilTomorrow(desk, conversation));
    conversation = taken(await takeUp(desk, conversation));
    expect(conversation.state.stage).toBe('escalated');
  });
});

test('answers can go on after a call-back was agreed: the call is still to be made', async () => {
  const desk = await openSampleDesk();
  const left = taken(await callInThree(desk, await heardUntil(desk, 'channel')));
  const { state } = taken(await says('words', 'It broke.')(desk, left));
  expect(state.contacts).toMatchObject([{ kind: 'callback', state: 'due' }]);
});

test('a call-back goes to where the customer said, and a blank says nothing', async () => {
  const desk = await openSampleDesk();
  const call =
    (reach: string): Call =>
    (d, before) =>
      callBack(d, before, { at: inHours(d, 3), reach, reason: 'she is driving', summary });
  const before = await heardUntil(desk, 'words');
  const first = taken(await call(' 02 987 6543 ')(desk, before));
  expect(first.state.contacts.at(-1)?.reach).toBe('02 987 6543');
  const second = taken(await call('  ')(desk, first));
  expect(second.state.contacts.at(-1)).not.toHaveProperty('reach');
});
