import { describe, expect, test } from 'vitest';
import { readState } from '../../../src/desk/act.ts';
import type { Given } from '../../../src/desk/actions/action.ts';
import { actionNamed } from '../../../src/desk/actions/index.ts';
import type { ActionName } from '../../../src/desk/actions/names.ts';
import { optionsOf } from '../../../src/desk/actions/options.ts';
import { sceneOf } from '../../../src/desk/actions/scene.ts';
import type { Desk } from '../../../src/desk/desk.ts';
import type { Conversation } from '../../../src/rules/conversation.ts';
import { currency, millis, minor } from '../../../src/rules/values.ts';
import { openSampleDesk, saidIn } from '../../plain/sample-desk.ts';
import { heardUntil, inHours, refusals, taken } from '../at-the-desk.ts';
import {
  atTheKeys,
  deskOfThree,
  does,
  done,
  promisedKettle,
  resolvedKettle,
  voiceOf,
} from './at-an-action.ts';

const refused = async (
  desk: Desk,
  before: Conversation,
  name: ActionName,
  given: Given = {},
): Promise<readonly string[]> => refusals(await does(desk, before, name, given));

const idOf = ({ id }: { readonly id: string }): string => id;

const clock = ({ state }: Conversation, kind: string) =>
  state.clocks.find((one) => one.kind === kind);

describe('whose it is', () => {
  test('is handed over with a summary made from the record (P7, P8)', async () => {
    const desk = await deskOfThree();
    const before = await promisedKettle(desk);
    const { state } = await done(desk, before, 'handover', { to: 'Lejla', reason: 'my holidays' });
    expect(state.owner).toBe('Lejla');
    const [last] = (await saidIn(desk, state.id)).slice(-1) as [{ body: { summary: string } }];
    expect(last.body.summary).toContain('Broken on arrival');
    expect(last.body.summary).toContain('a new kettle');
  });

  test('is never handed to somebody who does not work here, or who has it already', async () => {
    const desk = await deskOfThree();
    const before = await promisedKettle(desk);
    expect(await refused(desk, before, 'assign', { to: 'Eve' })).toEqual(['to: unknown_person']);
    expect(await refused(desk, before, 'assign', { to: 'Sam' })).toEqual(['to: is_owner']);
    expect(await refused(desk, before, 'assign')).toEqual(['to: required']);
  });

  test('is offered to nobody who has it already, or who would hand it to themselves', async () => {
    const desk = await deskOfThree();
    const before = await promisedKettle(desk);
    const offered = async (at: Desk, name: ActionName): Promise<readonly string[]> => {
      const scene = await sceneOf(at, before);
      const [ask] = actionNamed(name).asks.filter((each) => each.name === 'to');
      return ask === undefined ? [] : optionsOf(ask, { scene, voice: voiceOf(at) }).map(idOf);
    };
    const nadia = atTheKeys(desk, 'Nadia');
    expect(await offered(desk, 'assign')).toEqual(['Lejla', 'Nadia']);
    expect(await offered(nadia, 'assign')).toEqual(['Lejla', 'Nadia']);
    expect(await offered(nadia, 'handover')).toEqual(['Lejla']);
    const own = { to: 'Nadia', reason: 'I take it' };
    expect(await refused(nadia, before, 'handover', own)).toEqual(['to: is_you']);
    expect((await done(nadia, before, 'assign', own)).state.owner).toBe('Nadia');
  });

  test('stays with whoever works alone, who is told so before anything is asked', async () => {
    const desk = await openSampleDesk();
    await desk.store.transact((tx) =>
      tx.putAgent({ name: 'Sam', role: 'owner', team: '', language: 'en', created_at: 1 }),
    );
    const before = await promisedKettle(desk);
    for (const name of ['assign', 'handover'] as const) {
      expect(actionNamed(name).refuses(await sceneOf(desk, before))?.code).toBe('nobody_else');
    }
  });

  test('goes to a supervisor and comes back with their words (P7, P21)', async () => {
    const desk = await deskOfThree();
    const before = await promisedKettle(desk);
    expect(await refused(desk, before, 'return', { to: 'Sam', reason: 'x' })).toEqual([
      'not_escalated',
    ]);
    const above = await done(desk, before, 'escalate', { reason: 'they ask for the manager' });
    expect(above.state.stage).toBe('escalated');
    expect(await refused(desk, above, 'escalate', { reason: 'again' })).toEqual(['is_escalated']);
    const back = await done(atTheKeys(desk, 'Nadia'), above, 'return', { reason: 'I called her' });
    expect([back.state.stage, back.state.owner]).toEqual(['open', 'Sam']);
  });
});

describe('waiting for the customer', () => {
  test('pauses the clocks until what we wait for is there (P27)', async () => {
    const desk = await deskOfThree();
    const before = await heardUntil(desk, 'apology');
    const until = inHours(desk, 24);
    const waiting = await done(desk, before, 'wait', { until, reason: 'a photo of the label' });
    expect(waiting.state.stage).toBe('waiting');
    expect(clock(waiting, 'answer')?.since).toBeUndefined();
    const heard = await done(desk, waiting, 'heard', { text: 'the photo came by email' });
    expect(heard.state.stage).toBe('open');
    expect(clock(heard, 'answer')?.since).toBe(heard.state.updatedAt);
    expect(clock(heard, 'answer')?.counted).toBe(clock(waiting, 'answer')?.counted);
    expect(await refused(desk, heard, 'heard', { text: 'more' })).toEqual(['not_waiting']);
  });

  test('goes on until another day once they were reminded', async () => {
    const desk = await deskOfThree();
    const before = await heardUntil(desk, 'apology');
    const photo = { until: inHours(desk, 24), reason: 'a photo of the label' };
    const waiting = await done(desk, before, 'wait', photo);
    const until = inHours(desk, 48);
    const again = await done(desk, waiting, 'wait', { until, reason: 'reminded by email' });
    expect(again.state.contacts).toMatchObject([
      { kind: 'wait', state: 'dropped' },
      { kind: 'wait', state: 'due', at: until },
    ]);
    expect(clock(again, 'answer')).toEqual(clock(waiting, 'answer'));
  });
});

describe('a call-back (P9)', () => {
  test('that reaches nobody is tried again at the time that is named', async () => {
    const desk = await deskOfThree();
    const before = await promisedKettle(desk);
    expect(await refused(desk, before, 'called', { outcome: 'reached' })).toEqual(['no_callback']);
    const at = inHours(desk, 3);
    const set = await done(desk, before, 'callback', { at, reason: 'she is driving' });
    const again = inHours(desk, 5);
    const missed = await done(desk, set, 'called', { outcome: 'not_reached', at: again });
    const calls = missed.state.contacts.filter(({ kind }) => kind === 'callback');
    expect(calls).toMatchObject([
      { state: 'done', outcome: 'not_reached' },
      { state: 'due', at: again, reason: 'she is driving' },
    ]);
    const reached = await done(desk, missed, 'called', { outcome: 'reached', note: 'all is well' });
    expect(reached.state.contacts.filter(({ state }) => state === 'due')).toHaveLength(1);
  });

  test('that is moved needs its new time', async () => {
    const desk = await deskOfThree();
    const set = await done(desk, await promisedKettle(desk), 'callback', {
      at: inHours(desk, 3),
      reason: 'she is driving',
    });
    expect(await refused(desk, set, 'called', { outcome: 'moved' })).toEqual(['at: required']);
  });
});

describe('a promise (P28)', () => {
  test('that is delayed keeps its date until the customer is told', async () => {
    const desk = await deskOfThree();
    const before = await promisedKettle(desk);
    const [promise] = before.state.promises;
    const by = millis((promise?.due ?? 0) + 86_400_000);
    const delayed = await done(desk, before, 'promise-delay', { by, reason: 'out of stock' });
    expect(delayed.state.promises).toMatchObject([{ due: promise?.due, movedTo: by }]);
    const told = await done(desk, delayed, 'promise-told', { how: 'phone' });
    expect(told.state.promises).toMatchObject([{ due: by, firstDue: promise?.due }]);
    expect(told.state.promises[0]).not.toHaveProperty('movedTo');
    expect(await refused(desk, told, 'promise-told', { how: 'phone' })).toEqual([
      'nothing_delayed',
    ]);
  });

  test('is delayed to a later date only', async () => {
    const desk = await deskOfThree();
    const before = await promisedKettle(desk);
    const by = inHours(desk, 1);
    expect(await refused(desk, before, 'promise-delay', { by, reason: 'x' })).toEqual([
      'by: not_a_delay',
    ]);
  });

  test('stands in the way of resolving until it is kept, or said to be broken', async () => {
    const desk = await deskOfThree();
    const before = await promisedKettle(desk);
    const end = { text: 'The new kettle is there.', accepted: true };
    expect(await refused(desk, before, 'resolve', end)).toEqual(['promise_not_kept']);
    const kept = await done(desk, before, 'promise-keep', { note: 'it came this morning' });
    expect(kept.state.promises).toMatchObject([{ state: 'kept' }]);
    const resolved = await done(desk, kept, 'resolve', end);
    expect(resolved.state).toMatchObject({ stage: 'resolved', accepted: true, resolvedBy: 'Sam' });
    expect(clock(resolved, 'resolve')?.stoppedAt).toBe(resolved.state.resolvedAt);
    const followups = resolved.state.contacts.filter(({ kind }) => kind === 'followup');
    expect(followups).toMatchObject([{ state: 'dropped' }, { state: 'due' }]);
    expect(followups[1]?.at).toBe(followups[0]?.at);
  });

  test('survives a hand-over, an escalation and an attempt to close', async () => {
    const desk = await deskOfThree();
    let conversation = await promisedKettle(desk);
    conversation = await done(desk, conversation, 'handover', { to: 'Lejla', reason: 'shift' });
    conversation = await done(desk, conversation, 'escalate', { reason: 'above me' });
    const close = { cause: 'delivery/damaged', verdict: 'upheld' };
    expect(await refused(desk, conversation, 'close', close)).toEqual(['not_resolved']);
    expect(conversation.state.promises).toMatchObject([{ state: 'open' }]);
  });
});

const above = {
  remedy: 'refund',
  amount: { minor: minor(8000), currency: currency('EUR') },
  reason: 'third time it broke',
};

describe('a remedy above the line (P20, P21)', () => {
  test('is asked for, decided by somebody else with a reason, and then given', async () => {
    const desk = await deskOfThree();
    const before = await heardUntil(desk, 'apology');
    const asked = await done(desk, before, 'offer', above);
    expect(asked.state.approvals).toMatchObject([{ state: 'open', askedBy: 'Sam', amount: 8000 }]);
    expect(await refused(desk, asked, 'offer', above)).toEqual(['remedy: asked_already']);
    const nadia = atTheKeys(desk, 'Nadia');
    const yes = await done(nadia, asked, 'approve', { reason: 'fair after three kettles' });
    expect(yes.state.approvals).toMatchObject([{ state: 'approved', decidedBy: 'Nadia' }]);
    const { reason: _, ...offer } = above;
    const put = await done(desk, yes, 'offer', offer);
    expect(put.state.offers).toMatchObject([{ remedy: 'refund', amount: 8000, state: 'put' }]);
  });

  test('within the line is put at once', async () => {
    const desk = await deskOfThree();
    const before = await heardUntil(desk, 'offers');
    const put = await done(desk, before, 'offer', { remedy: 'discount', percent: 10 });
    const open = put.state.offers.filter(({ state }) => state === 'put');
    expect(open.map(({ remedy }) => remedy)).toEqual(['replacement', 'refund', 'discount']);
  });

  test('is not decided by another agent, nor in a supervisor’s name without their PIN', async () => {
    const desk = await deskOfThree();
    const asked = await done(desk, await heardUntil(desk, 'apology'), 'offer', above);
    const yes = { reason: 'fair' };
    expect(await refused(desk, asked, 'approve', yes)).toEqual(['supervisor: required']);
    expect(
      await refused(desk, asked, 'approve', { ...yes, supervisor: 'Lejla', pin: '1' }),
    ).toEqual(['supervisor: above_decider']);
    expect(await refused(desk, asked, 'approve', { ...yes, supervisor: 'Nadia' })).toEqual([
      'pin: required',
    ]);
    expect(
      await refused(desk, asked, 'approve', { ...yes, supervisor: 'Nadia', pin: '1234' }),
    ).toEqual([expect.stringContaining('no_pin')]);
  });

  test('stands in the way of resolving until it is decided', async () => {
    const desk = await deskOfThree();
    let conversation = await promisedKettle(desk);
    conversation = await done(desk, conversation, 'promise-keep');
    conversation = await done(desk, conversation, 'offer', above);
    const end = { text: 'Refunded.', accepted: true };
    expect(await refused(desk, conversation, 'resolve', end)).toEqual(['approval_open']);
  });
});

describe('the end (P26, P30, P36, P37)', () => {
  const learnt = { cause: 'delivery/damaged', verdict: 'upheld', changed: 'stronger boxes' };

  test('is closed with its cause, its verdict, what we changed and the contacts it took', async () => {
    const desk = await deskOfThree();
    const closed = await done(desk, await resolvedKettle(desk), 'close', learnt);
    expect(closed.state).toMatchObject({
      stage: 'closed',
      rootCause: 'delivery/damaged',
      verdict: 'upheld',
      changed: 'stronger boxes',
      contactsTaken: 1,
    });
    expect(await refused(desk, closed, 'assign', { to: 'Lejla' })).toEqual(['is_closed']);
  });

  test('is not closed while the customer has neither accepted nor been told the decision', async () => {
    const desk = await deskOfThree();
    let conversation = await promisedKettle(desk);
    conversation = await done(desk, conversation, 'promise-keep');
    const no = { text: 'Nothing more can be done.', accepted: false };
    expect(await refused(desk, conversation, 'resolve', no)).toEqual(['decision: required']);
    conversation = await done(desk, conversation, 'resolve', {
      ...no,
      decision: 'The kettle was dropped after it came; we said so, and where to turn.',
    });
    const closed = await done(desk, conversation, 'close', { ...learnt, verdict: 'not_upheld' });
    expect(closed.state).toMatchObject({ stage: 'closed', verdict: 'not_upheld' });
  });

  test('is not closed when they say afterwards that it is not solved: it is looked at again (P26, P30)', async () => {
    const desk = await deskOfThree();
    const ended = await resolvedKettle(desk);
    const said = { outcome: 'reached', satisfied: false, note: 'The new one leaks.' };
    const unsolved = await done(desk, ended, 'followup', said);
    expect(await refused(desk, unsolved, 'close', learnt)).toEqual(['not_solved']);
    const again = await done(desk, unsolved, 'reopen', { reason: 'it leaks', to: 'Lejla' });
    expect(again.state).toMatchObject({ stage: 'open', owner: 'Lejla' });
  });

  test('of a conversation that is still held does not come', async () => {
    const desk = await deskOfThree();
    const before = await heardUntil(desk, 'offers');
    const end = { text: 'x', accepted: true };
    expect(await refused(desk, before, 'resolve', end)).toEqual(['not_finished']);
  });

  test('is followed by another beginning: the story stays, the end is open again (P8)', async () => {
    const desk = await deskOfThree();
    const ended = await resolvedKettle(desk);
    const again = await done(desk, ended, 'reopen', { reason: 'it broke again', to: 'Lejla' });
    expect(again.state).toMatchObject({ stage: 'open', owner: 'Lejla', reopened: 1 });
    expect(again.state.answers.words).toBe('The kettle arrived in pieces.');
    expect(again.state.answers).not.toHaveProperty('outcome');
    expect(again.state).not.toHaveProperty('finishedAt');
    expect(clock(again, 'answer')?.started).toBe(again.state.updatedAt);
    expect(await desk.store.read.unfinished('Lejla')).toMatchObject([{ id: again.state.id }]);
    expect(await refused(desk, again, 'reopen', { reason: 'x' })).toEqual(['not_ended']);
  });

  test('is looked at again by another pair of eyes, where the owner wants that', async () => {
    const desk = await deskOfThree();
    const policy = { reopenByAnother: true };
    const strict: Desk = { ...desk, playbook: { ...desk.playbook, policy } };
    const ended = { ...(await resolvedKettle(strict)), playbook: strict.playbook };
    const why = { reason: 'it broke again' };
    expect(await refused(strict, ended, 'reopen', { ...why, to: 'Sam' })).toEqual([
      'to: same_person_again',
    ]);
    expect(await refused(strict, ended, 'reopen', why)).toEqual(['to: required']);
    const again = await done(strict, ended, 'reopen', { ...why, to: 'Lejla' });
    expect(again.state.owner).toBe('Lejla');
  });

  test('is asked about afterwards: whether it is really solved (P33, P38)', async () => {
    const desk = await deskOfThree();
    const ended = await resolvedKettle(desk);
    const asked = await done(desk, ended, 'followup', {
      outcome: 'reached',
      satisfied: true,
      score: 9,
    });
    expect(asked.state.contacts.at(-1)).toMatchObject({
      kind: 'followup',
      state: 'done',
      satisfied: true,
      score: 9,
    });
    expect(await refused(desk, ended, 'followup', { outcome: 'reached' })).toEqual([
      'satisfied: required',
    ]);
  });
});

describe('two complaints that are one', () => {
  test('are merged on both, and undone on both', async () => {
    const desk = await deskOfThree();
    const main = await promisedKettle(desk);
    const twin = await heardUntil(desk, 'apology');
    const customer = main.state.customer;
    const { identifyCustomer } = await import('../../../src/desk/customer.ts');
    if (customer === undefined) throw new Error('Maria is known');
    const same = taken(await identifyCustomer(desk, twin, customer));
    const into = main.state.id;
    const merged = await done(desk, same, 'merge', { into, reason: 'the same kettle' });
    expect(merged.state).toMatchObject({ stage: 'closed', mergedInto: into });
    expect(merged.state.clocks.every(({ since }) => since === undefined)).toBe(true);
    expect((await saidIn(desk, into)).at(-1)).toMatchObject({ type: 'absorbed' });
    expect(await refused(desk, merged, 'assign', { to: 'Lejla' })).toEqual(['is_merged']);
    const apart = await done(desk, merged, 'undo');
    expect(apart.state.stage).toBe('open');
    expect(apart.state).not.toHaveProperty('mergedInto');
    expect((await saidIn(desk, into)).at(-1)).toMatchObject({ type: 'undone' });
    const again = await done(desk, apart, 'redo');
    expect(again.state.mergedInto).toBe(into);
    expect((await readState(desk.store.read, into))?.revision).toBe(main.state.revision + 3);
  });

  test('are not merged when they are of two customers, with itself, or with nothing', async () => {
    const desk = await deskOfThree();
    const main = await promisedKettle(desk);
    const other = await heardUntil(desk, 'apology');
    const reason = 'the same';
    const merge = (into: number) => refused(desk, other, 'merge', { into, reason });
    expect(await merge(main.state.id)).toEqual(['into: other_customer']);
    expect(await merge(other.state.id)).toEqual(['into: merge_with_itself']);
    expect(await merge(99_999)).toEqual(['into: no_such_complaint']);
  });
});

describe('undo', () => {
  test('takes back a named action, unless something was built on it', async () => {
    const desk = await deskOfThree();
    let conversation = await promisedKettle(desk);
    conversation = await done(desk, conversation, 'note', { text: 'she likes blue' });
    const note = conversation.state.revision;
    conversation = await done(desk, conversation, 'promise-keep');
    const kept = conversation.state.revision;
    conversation = await done(desk, conversation, 'undo', { event: note });
    expect((await saidIn(desk, conversation.state.id)).at(-1)).toEqual({
      type: 'undone',
      body: { undoes: note },
    });
    const log = await desk.store.read.eventsOf(conversation.state.id);
    const promised = log.find(({ type }) => type === 'promised')?.n ?? 0;
    expect(await refused(desk, conversation, 'undo', { event: promised })).toEqual([
      'event: built_on',
    ]);
    expect(await refused(desk, conversation, 'undo', { event: 1 })).toEqual([
      'event: opening_stays',
    ]);
    conversation = await done(desk, conversation, 'undo', { event: kept });
    expect(conversation.state.promises).toMatchObject([{ state: 'open' }]);
  });
});

describe('a note (P36)', () => {
  test('leaves a conversation that is held elsewhere where it stands', async () => {
    const desk = await deskOfThree();
    const before = await heardUntil(desk, 'words');
    const { id } = before.state;
    const place = { question: 'restated', draft: 'Broken on', agent: 'Sam', at: 5 };
    await desk.store.transact((tx) => tx.setPlace({ complaint_id: id, ...place }));
    const noted = await done(desk, before, 'note', { text: 'she called before', channel: 'phone' });
    expect(await desk.store.read.place(id)).toMatchObject({ draft: 'Broken on' });
    expect(noted.state.revision).toBe(before.state.revision + 1);
    expect(await refused(desk, noted, 'note', { text: '  ' })).toEqual(['text: required']);
    expect(await refused(desk, noted, 'note', { text: 'x', channel: 'pigeon' })).toEqual([
      'channel: unknown_choice',
    ]);
  });
});

describe('telling a customer who outside of us can decide (P22, P30)', () => {
  test('is on record, changes nothing else, and is taken back like anything', async () => {
    const desk = await deskOfThree();
    const before = await promisedKettle(desk);
    const given = { outside: 'the consumer ombudsman', reason: 'we do not agree on the cause' };
    const told = await done(desk, before, 'refer', given);
    const { revision: _, updatedAt: __, ...state } = told.state;
    expect(before.state).toMatchObject(state);
    const [event] = (await desk.store.read.eventsOf(told.state.id)).slice(-1);
    const body = { to: 'the consumer ombudsman', reason: 'we do not agree on the cause' };
    expect(event).toMatchObject({ type: 'referred', body });
    const taken = await done(desk, told, 'undo', { event: told.state.revision });
    expect(taken.state.revision).toBe(told.state.revision + 1);
    expect(await refused(desk, taken, 'refer', { outside: ' ', reason: 'x' })).toEqual([
      'outside: required',
    ]);
  });
});
