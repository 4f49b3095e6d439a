import { describe, expect, test } from 'vitest';
import { openConversation } from '../../src/desk/act.ts';
import {
  answer,
  finish,
  promise,
  putOffers,
  settlePromises,
  withdrawPromise,
} from '../../src/desk/converse.ts';
import {
  addCustomer,
  changeCustomer,
  identifyCustomer,
  passCustomerQuestion,
} from '../../src/desk/customer.ts';
import { startComplaint } from '../../src/desk/start.ts';
import { undo } from '../../src/desk/undo.ts';
import type { Answered } from '../../src/rules/events.ts';
import { nextQuestion } from '../../src/rules/flow.ts';
import { complaintId, customerId, type Millis, millis, refOf } from '../../src/rules/values.ts';
import { openSampleDesk, saidIn } from '../plain/sample-desk.ts';
import {
  type Call,
  calls,
  HOUR,
  heardUntil,
  inHours,
  onDisk,
  refund,
  refusals,
  replacement,
  says,
  secondDesk,
  taken,
  withClock,
} from './at-the-desk.ts';

describe('a whole conversation', () => {
  test('goes question by question from the first hello to the thank-you, and each is on disk', async () => {
    const desk = await openSampleDesk();
    const other = await secondDesk(desk);
    let conversation = await startComplaint(desk);
    const asked: (string | undefined)[] = [];
    for (const call of Object.values(calls)) {
      asked.push(nextQuestion(conversation)?.name);
      conversation = taken(await call(desk, conversation));
      // What was acknowledged is there for anybody else who opens the file.
      expect(await openConversation(other, conversation.state.id)).toEqual(conversation);
    }
    // The promise and that it is all are two answers to one question.
    const names = Object.keys(calls).map((name) => (name === 'promise' ? 'promises' : name));
    expect(asked).toEqual(names);
    expect(nextQuestion(conversation)).toBeUndefined();
    const { state } = taken(await finish(desk, conversation));
    expect(state).toMatchObject({ stage: 'open', owner: 'Sam', finishedAt: expect.any(Number) });
    expect(state.contacts).toMatchObject([{ kind: 'followup', state: 'due' }]);
    expect(await desk.store.read.unfinished()).toEqual([]);
    expect((await saidIn(desk, state.id)).length).toBe(Object.keys(calls).length + 2);
  });

  test('has its reference at the first hello, before anything is said', async () => {
    const desk = await openSampleDesk();
    const { state } = await startComplaint(desk);
    expect(refOf(state.id)).toBe('C-1001');
    expect((await startComplaint(desk)).state.id).toBe(1002);
    expect(await desk.store.read.unfinished('Sam')).toHaveLength(2);
  });

  test('without a name goes without a follow-up', async () => {
    const desk = await openSampleDesk();
    let conversation = await startComplaint(desk);
    conversation = taken(await passCustomerQuestion(desk, conversation, 'customer'));
    const about = ['customer', 'reach', 'account', 'language', 'followup'];
    for (const [name, call] of Object.entries(calls)) {
      if (!about.includes(name)) conversation = taken(await call(desk, conversation));
    }
    const { state } = taken(await finish(desk, conversation));
    expect(state.customer).toBeUndefined();
    expect(state.contacts).toEqual([]);
  });

  test('that is resolved has nothing open (P26)', async () => {
    const desk = await openSampleDesk();
    let conversation = await heardUntil(desk, 'done');
    for (const call of [settlePromises, says('outcome', 'resolved'), says('improves', 'packing')]) {
      conversation = taken(await call(desk, conversation));
    }
    conversation = taken(await calls.thanked(desk, conversation));
    const { state } = taken(await finish(desk, conversation));
    expect(state).toMatchObject({ stage: 'resolved', resolvedAt: state.finishedAt });
  });

  test('blanks around what is typed are not kept', async () => {
    const desk = await openSampleDesk();
    const before = await heardUntil(desk, 'channel');
    const { state } = taken(await says('words', ' \n It broke.\t ')(desk, before));
    expect(state.answers.words).toBe('It broke.');
  });

  test('their words are kept as they were said, in any script (P3)', async () => {
    const desk = await openSampleDesk();
    const words = 'กาน้ำแตก 😡\n«Чайник» — Ἀχ! \u202eabc';
    let conversation = await heardUntil(desk, 'channel');
    conversation = taken(await says('words', words)(desk, conversation));
    const read = await openConversation(desk, conversation.state.id);
    expect(read?.state.answers.words).toBe(words);
  });
});

describe('a refusal leaves no event and no state', () => {
  const past = millis(Date.UTC(2020, 0, 1));
  test.each<readonly [string, keyof typeof calls, Call, readonly string[]]>([
    ['an empty answer', 'channel', says('words', '  '), ['words: required']],
    ['a choice on no list', 'language', says('channel', 'pigeon'), ['channel: unknown_choice']],
    [
      'an answer ahead of one that matters',
      'channel',
      says('apology', 'Sorry.'),
      ['apology: not_yet'],
    ],
    ['passing over what matters', 'channel', says('words', null), ['words: required']],
    ['a question that is not asked', 'wish', says('wish_detail', 'x'), ['wish_detail: not_asked']],
    [
      'a day that lies ahead',
      'confirmed',
      says('happened', '2027-01-01' as never),
      ['happened: in_the_future'],
    ],
    ['no offer at all', 'apology', (d, b) => putOffers(d, b, []), ['offers: nothing_offered']],
    [
      'offers above the line, with every fault (P20)',
      'apology',
      (d, b) => putOffers(d, b, [{ ...refund, amount: 999_999 as never }, { remedy: 'agreed' }]),
      ['offers[0].amount: above_amount', 'offers[1]: ask_first'],
    ],
    [
      'offers before an apology (P13)',
      'fault',
      (d, b) => putOffers(d, b, [refund]),
      ['offers: not_yet'],
    ],
    ['a choice that was not offered', 'offers', says('chosen', 7), ['chosen: not_offered']],
    [
      'a promise whose date has passed (P28)',
      'chosen',
      (d, b) => promise(d, b, { what: 'x', who: 'Sam', due: past }),
      ['promises.by: already_past'],
    ],
    [
      'a promise that is not there',
      'promise',
      (d, b) => withdrawPromise(d, b, 2),
      ['promises: no_such_promise'],
    ],
    [
      'resolved with a promise open (P26)',
      'takes',
      says('outcome', 'resolved'),
      ['outcome: promise_open'],
    ],
    ['an end without thanks (P31)', 'followup', finish, ['thanked: missing']],
    ['thanks not given', 'followup', says('thanked', false), ['thanked: thanks_missing']],
    [
      'a customer who is not there',
      'channel',
      (d, b) => identifyCustomer(d, b, customerId(99)),
      ['customer: no_such_customer'],
    ],
    [
      'a customer without a name',
      'channel',
      (d, b) => addCustomer(d, b, { name: ' ' }),
      ['customer: required'],
    ],
    [
      'a phone number that is none',
      'channel',
      (d, b) => changeCustomer(d, b, 'phone', 'none'),
      ['phone: not_phone'],
    ],
    [
      'a name taken away',
      'channel',
      (d, b) => changeCustomer(d, b, 'name', ' '),
      ['customer: required'],
    ],
    [
      'passing as a customer what is none',
      'channel',
      (d, b) => passCustomerQuestion(d, b, 'words'),
      ['words: not_asked'],
    ],
    [
      'passing over what is known and not asked',
      'reach',
      (d, b) => passCustomerQuestion(d, b, 'reach'),
      ['reach: not_asked'],
    ],
  ])('%s', async (_, until, call, codes) => {
    const desk = await openSampleDesk();
    const before = await heardUntil(desk, until);
    const disk = onDisk(desk);
    expect(refusals(await call(desk, before))).toEqual(codes);
    expect(onDisk(desk)).toEqual(disk);
  });

  test('nor does a text that cannot be stored', async () => {
    const desk = await openSampleDesk();
    const before = await heardUntil(desk, 'channel');
    const disk = onDisk(desk);
    for (const words of ['a\0b', 'half \ud83d']) {
      await expect(says('words', words)(desk, before)).rejects.toMatchObject({ code: 'bad-text' });
    }
    expect(onDisk(desk)).toEqual(disk);
    taken(await says('words', 'a b')(desk, before));
  });

  test('nor does an answer to a complaint that is not there', async () => {
    const desk = await openSampleDesk();
    const before = await startComplaint(desk);
    const disk = onDisk(desk);
    const lost = { ...before, state: { ...before.state, id: complaintId(9999) } };
    expect(refusals(await says('channel', 'phone')(desk, lost))).toEqual(['no_such_complaint']);
    expect(onDisk(desk)).toEqual(disk);
  });
});

describe('answers that another answer makes untrue', () => {
  test('an ending that was true and is not any more cannot end it (P26)', async () => {
    const desk = await openSampleDesk();
    let conversation = await heardUntil(desk, 'thanked');
    conversation = taken(await withdrawPromise(desk, conversation, 1));
    expect(await openConversation(desk, conversation.state.id)).toEqual(conversation);
    expect(refusals(await finish(desk, conversation))).toEqual(['outcome: no_promise']);
    conversation = taken(await says('outcome', 'resolved')(desk, conversation));
    conversation = taken(await calls.promise(desk, conversation));
    expect(refusals(await finish(desk, conversation))).toEqual(['takes: missing']);
    conversation = taken(await says('takes', 'a day')(desk, conversation));
    expect(refusals(await finish(desk, conversation))).toEqual(['outcome: promise_open']);
    conversation = taken(await says('outcome', 'promised')(desk, conversation));
    taken(await finish(desk, conversation));
  });

  test('new offers after a choice ask for the choice again before the end (P19)', async () => {
    const desk = await openSampleDesk();
    let conversation = await heardUntil(desk, 'thanked');
    conversation = taken(await putOffers(desk, conversation, [refund, replacement]));
    expect(nextQuestion(conversation)?.name).toBe('chosen');
    expect(refusals(await finish(desk, conversation))).toEqual(['chosen: missing']);
    expect(refusals(await says('chosen', 1)(desk, conversation))).toEqual(['chosen: not_offered']);
    taken(await says('chosen', 3)(desk, conversation));
  });

  test('alternatives are asked for once; then something else has to be offered (P22)', async () => {
    const desk = await openSampleDesk();
    let conversation = await heardUntil(desk, 'offers');
    conversation = taken(await says('chosen', 'neither')(desk, conversation));
    conversation = taken(await says('instead', 'alternatives')(desk, conversation));
    expect(nextQuestion(conversation)?.name).toBe('offers');
    expect(refusals(await says('instead', 'alternatives')(desk, conversation))).toEqual([
      'instead: not_yet',
    ]);
    expect(refusals(await says('chosen', 'neither')(desk, conversation))).toEqual([
      'chosen: not_yet',
    ]);
  });

  test('changing the main points asks for their yes again (P4)', async () => {
    const desk = await openSampleDesk();
    let conversation = await heardUntil(desk, 'thanked');
    conversation = taken(await says('restated', 'It came too late.')(desk, conversation));
    expect(refusals(await finish(desk, conversation))).toEqual(['confirmed: missing']);
  });

  test('a wish that changes leaves what was put and chosen as it was', async () => {
    const desk = await openSampleDesk();
    const conversation = await heardUntil(desk, 'chosen');
    const { state } = taken(await says('wish', 'refund')(desk, conversation));
    expect(state.answers.chosen).toBe(1);
    expect(state.offers.map((offer) => offer.state)).toEqual(['chosen', 'put']);
  });

  test('a severity changes the clock, and its undo brings the clock back (P25)', async () => {
    const desk = await openSampleDesk();
    const before = await heardUntil(desk, 'severity');
    const { openedAt } = before.state;
    expect(before.state.answerDue - openedAt).toBe(4 * HOUR);
    const urgent = taken(await says('severity', 'urgent')(desk, before));
    expect(urgent.state.answerDue - openedAt).toBe(2 * HOUR);
    const normal = taken(await says('severity', 'normal')(desk, urgent));
    expect(normal.state.answerDue - openedAt).toBe(10 * HOUR);
    expect(normal.state.answerAim - openedAt).toBe(8 * HOUR);
    const back = taken(await undo(desk, taken(await undo(desk, normal))));
    expect(back.state.answerDue - openedAt).toBe(4 * HOUR);
  });
});

describe('after the end', () => {
  test.each<readonly [string, Call]>([
    ['an answer', says('words', 'more')],
    ['an offer', (d, b) => putOffers(d, b, [refund, replacement])],
    ['a promise', calls.promise],
    ['a promise taken back', (d, b) => withdrawPromise(d, b, 1)],
    ['that all is promised', settlePromises],
    ['another customer', (d, b) => addCustomer(d, b, { name: 'Marko' })],
    ['somebody known', (d, b) => identifyCustomer(d, b, customerId(1))],
    ['another phone number', (d, b) => changeCustomer(d, b, 'phone', '0888 123 456')],
    ['a question passed over', (d, b) => passCustomerQuestion(d, b, 'customer')],
    ['a second end', finish],
  ])('%s is refused until the end is undone', async (_, call) => {
    const desk = await openSampleDesk();
    const ended = taken(await finish(desk, await heardUntil(desk, 'thanked')));
    const disk = onDisk(desk);
    expect(refusals(await call(desk, ended)).join()).toContain('already_finished');
    expect(onDisk(desk)).toEqual(disk);
    taken(await call(desk, taken(await undo(desk, ended))));
  });
});

describe('the clock on the wall', () => {
  test('set back an hour never makes the log run backwards', async () => {
    const sample = await openSampleDesk();
    const start = sample.now();
    const desk = withClock(sample, start);
    let conversation = await heardUntil(desk, 'channel');
    desk.set(millis(start - HOUR));
    for (const call of [calls.words, calls.restated, undo, calls.restated]) {
      conversation = taken(await call(desk, conversation));
    }
    const events = await desk.store.read.eventsOf(conversation.state.id);
    expect(new Set(events.map(({ at }) => at))).toEqual(new Set([start]));
    expect(conversation.state.updatedAt).toBe(start);
  });

  test('a promise for a moment that the log has passed is refused', async () => {
    const sample = await openSampleDesk();
    const start = sample.now();
    const desk = withClock(sample, start);
    const conversation = await heardUntil(desk, 'chosen');
    desk.set(millis(start - HOUR));
    const due: Millis = millis(start - HOUR / 2);
    const acted = await promise(desk, conversation, { what: 'x', who: 'Sam', due });
    expect(refusals(acted)).toEqual(['promises.by: already_past']);
  });

  test('the day it happened may be today where the desk is, and no later', async () => {
    const sample = await openSampleDesk();
    // Half past eleven in the evening, UTC: in Sofia the next day has begun.
    const desk = withClock(sample, millis(Date.UTC(2026, 10, 21, 23, 30)));
    const conversation = await heardUntil(desk, 'confirmed');
    const happened = (value: string): Call => says('happened', value as never);
    taken(await happened('2026-11-22')(desk, conversation));
    const again = await openConversation(desk, conversation.state.id);
    if (again === undefined) throw new Error('the complaint is there');
    expect(refusals(await happened('2026-11-23')(desk, again))).toEqual([
      'happened: in_the_future',
    ]);
  });
});

test('a supervisor may offer what an agent may not (P21)', async () => {
  const dear = [replacement, { ...refund, amount: 9000 as never }];
  const agent = await openSampleDesk('agent');
  expect(refusals(await putOffers(agent, await heardUntil(agent, 'apology'), dear))).toEqual([
    'offers[1].amount: above_amount',
  ]);
  const supervisor = await openSampleDesk('supervisor');
  taken(await putOffers(supervisor, await heardUntil(supervisor, 'apology'), dear));
});

test('questions that are no plain answers are refused as such', async () => {
  const desk = await openSampleDesk();
  const conversation = await startComplaint(desk);
  const wrong = { question: 'customer', value: 'Maria' } as unknown as Answered;
  expect(refusals(await answer(desk, conversation, wrong))).toEqual(['customer: not_an_answer']);
});

test('a promise is due when the agent said, by whom they said', async () => {
  const desk = await openSampleDesk();
  const before = await heardUntil(desk, 'done');
  const due = inHours(desk, 24);
  const made = { what: ' call back ', who: ' Lejla ', due };
  const { state } = taken(await promise(desk, before, made));
  expect(state.promises).toMatchObject([{ what: 'call back', who: 'Lejla', due, state: 'open' }]);
});
