import { describe, expect, test } from 'vitest';
import { openConversation } from '../../src/desk/act.ts';
import { answer } from '../../src/desk/converse.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { placeOf } from '../../src/desk/place.ts';
import type { ComplaintId } from '../../src/rules/values.ts';
import { StoreError } from '../../src/store/errors.ts';
import { APOLOGY, beginTyping, hold, MARIA, MARIA_TELLS } from './hold.ts';
import { openSampleDesk } from './sample-desk.ts';

async function conversationOf(desk: Desk, id: ComplaintId) {
  const conversation = await openConversation(desk, id);
  if (conversation === undefined) throw new Error('there is no such complaint');
  return conversation;
}

const answersOf = async (desk: Desk, id: ComplaintId) =>
  (await conversationOf(desk, id)).state.answers;

const LEAVES_AT_WORDS = ['', '1', '1'];

describe('going back', () => {
  test('an answer can be looked at and left as it is', async () => {
    const desk = await openSampleDesk();
    const typed = [...LEAVES_AT_WORDS, '/b', '', 'It broke.', '.'];
    const { output, id } = await hold(desk, typed);
    expect(output).toContain('On record: phone');
    expect(await answersOf(desk, id)).toMatchObject({ channel: 'phone', words: 'It broke.' });
  });

  test('an answer can be changed', async () => {
    const desk = await openSampleDesk();
    const { id } = await hold(desk, [...LEAVES_AT_WORDS, '/back', '2']);
    expect(await answersOf(desk, id)).toMatchObject({ channel: 'email' });
  });

  test('the first question has nothing before it', async () => {
    const { output } = await hold(await openSampleDesk(), ['/b']);
    expect(output).toContain('This is the first question.');
  });

  test('what was typed and not ended is there again afterwards', async () => {
    const desk = await openSampleDesk();
    const { output, id } = await hold(desk, [
      ...LEAVES_AT_WORDS,
      'The kettle',
      '/b',
      '',
      'is broken.',
      '.',
    ]);
    expect(output).toContain('Typed so far:\nThe kettle');
    expect((await answersOf(desk, id)).words).toBe('The kettle\nis broken.');
  });
});

describe('undo', () => {
  test('takes answers back one by one, and redo brings one again', async () => {
    const desk = await openSampleDesk();
    const typed = [...LEAVES_AT_WORDS, 'It broke.', '.', '/u', '/u', 'redo'];
    const { output, id } = await hold(desk, typed);
    expect(output).toContain('Undone: In their own words.');
    expect(output).toContain('Undone: Channel.');
    expect(output).toContain('Back again: Channel.');
    const { answers } = (await conversationOf(desk, id)).state;
    expect(answers.channel).toBe('phone');
    expect(answers.words).toBeUndefined();
  });

  test('with nothing to undo it says so', async () => {
    const { output } = await hold(await openSampleDesk(), ['/undo']);
    expect(output).toContain('There is nothing to undo.');
  });
});

describe('leaving and going on', () => {
  test('leaving keeps everything and says how to go on', async () => {
    const desk = await openSampleDesk();
    const { output, outcome, id } = await hold(desk, ['', '1', 'leave', 'not read any more']);
    expect(outcome).toBe('left');
    expect(output).toContain(`Go on with: amends resume C-${id}`);
  });

  test('a closed input leaves, and every line of a text is kept', async () => {
    const desk = await openSampleDesk();
    const { outcome, id } = await hold(desk, [...LEAVES_AT_WORDS, 'The kettle', 'is broken.']);
    expect(outcome).toBe('left');
    const place = await placeOf(desk, await conversationOf(desk, id));
    expect(place).toEqual({ question: 'words', draft: 'The kettle\nis broken.' });
    const again = await hold(desk, ['It is.', '.'], { kind: 'resume', id });
    expect(again.output).toContain('Typed so far:\nThe kettle\nis broken.');
    expect((await answersOf(desk, id)).words).toBe('The kettle\nis broken.\nIt is.');
  });

  test('going on begins at exactly that question, also at one that was gone back to', async () => {
    const desk = await openSampleDesk();
    const { id } = await hold(desk, [...LEAVES_AT_WORDS, '/b']);
    const { output } = await hold(desk, [], { kind: 'resume', id });
    expect(output.match(/^(Channel|Customer|In their own words).*/m)?.[0]).toBe('Channel:');
  });

  test('a promise that was half typed is gone on with', async () => {
    const desk = await openSampleDesk();
    const half = MARIA.slice(0, MARIA.indexOf('new kettle by express') + 1);
    const { id } = await hold(desk, half);
    const again = await hold(desk, ['', 'tomorrow', ''], { kind: 'resume', id });
    expect(again.output).toContain('Who keeps it (Enter for Sam');
    expect((await conversationOf(desk, id)).state.promises).toMatchObject([
      { what: 'new kettle by express', who: 'Sam' },
    ]);
  });

  test('Ctrl+C stops at once, and everything confirmed is kept', async () => {
    const desk = await openSampleDesk();
    const typing = beginTyping(desk);
    for (const line of [...LEAVES_AT_WORDS, 'The kettle']) typing.type(line);
    await typing.sees('In their own words');
    const { outcome, id, output } = await typing.interrupt();
    expect(outcome).toBe('cancelled');
    expect(output).toContain(`amends resume C-${id}`);
    expect((await answersOf(desk, id)).channel).toBe('phone');
  });

  test('a conversation at its end is shown and asks nothing', async () => {
    const desk = await openSampleDesk();
    const { id } = await hold(desk, MARIA);
    const { output, outcome } = await hold(desk, [], { kind: 'resume', id });
    expect(outcome).toBe('finished');
    expect(output).toContain('In their own words: The kettle arrived in pieces.');
    expect(output).not.toContain('Which?');
  });

  test('what another window answered is read again, and nothing is lost', async () => {
    const desk = await openSampleDesk();
    const typing = beginTyping(desk);
    for (const line of LEAVES_AT_WORDS) typing.type(line);
    await typing.sees('In their own words');
    const [row] = await desk.store.read.unfinished();
    const before = await conversationOf(desk, row?.id as ComplaintId);
    await answer(desk, before, { question: 'channel', value: 'email' });
    for (const line of ['It broke.', '.', '.']) typing.type(line);
    const { output, id } = await typing.hangUp();
    expect(output).toContain('Another window went on with this complaint.');
    expect(await answersOf(desk, id)).toMatchObject({ channel: 'email', words: 'It broke.' });
  });

  test('a full disk is told, and what was typed can be given again', async () => {
    const desk = await openSampleDesk();
    let full = false;
    const store = Object.create(desk.store) as Desk['store'];
    store.transact = (work) => {
      if (full) return Promise.reject(new StoreError('full', { path: 'amends.db' }));
      return desk.store.transact(work);
    };
    const typing = beginTyping({ ...desk, store });
    for (const line of LEAVES_AT_WORDS) typing.type(line);
    await typing.sees('In their own words');
    full = true;
    for (const line of ['It broke.', '.']) typing.type(line);
    await typing.sees('Typed so far:\nIt broke.');
    full = false;
    typing.type('.');
    const { output, id } = await typing.hangUp();
    expect(output).toContain('The disk is full');
    expect((await answersOf(desk, id)).words).toBe('It broke.');
  });
});

describe('ways out of a conversation', () => {
  const before = [...MARIA_TELLS, ...APOLOGY];

  test('handing over names who takes it and why, and leaves a summary (P7, P8)', async () => {
    const desk = await openSampleDesk();
    const { output, outcome, id } = await hold(desk, [
      ...before,
      'handover',
      '',
      'Lejla',
      'Speaks Bulgarian.',
    ]);
    expect(outcome).toBe('left');
    expect(output).toContain('Name who takes over.');
    expect(output).toContain(`C-${id} is handed over to Lejla`);
    expect((await conversationOf(desk, id)).state.owner).toBe('Lejla');
    const handed = (await desk.store.read.eventsOf(id)).find(({ type }) => type === 'handed_over');
    expect(handed?.body).toMatchObject({ to: 'Lejla', reason: 'Speaks Bulgarian.' });
    const summary = String(Object(handed?.body)['summary']);
    expect(summary).toContain('Customer: Maria Petrova');
    expect(summary).toContain('What happened: Broken on arrival; she wants a new one.');
    expect(summary).toContain('No need to ask again: Channel');
  });

  test('a call-back has a time that is read back, and where to reach them (P9)', async () => {
    const desk = await openSampleDesk();
    const typed = ['callback', 'whenever', '10:30', '', '', 'Needs the order number.'];
    const { output, id } = await hold(desk, [...before, ...typed]);
    expect(output).toContain('“whenever” was not understood');
    expect(output).toContain('Saturday 21 November 2026, 10:30.');
    expect((await conversationOf(desk, id)).state.contacts).toMatchObject([
      {
        kind: 'callback',
        at: Date.UTC(2026, 10, 21, 8, 30),
        reach: '+359 88 123 4567',
        reason: 'Needs the order number.',
        state: 'due',
      },
    ]);
  });

  test('waiting for the customer has a day on which they are reminded', async () => {
    const desk = await openSampleDesk();
    const typed = ['wait', '2 working days', '', 'A photo of the label.'];
    const { id } = await hold(desk, [...before, ...typed]);
    const { state } = await conversationOf(desk, id);
    expect(state.stage).toBe('waiting');
    expect(state.contacts).toMatchObject([{ kind: 'wait', reason: 'A photo of the label.' }]);
  });

  test('a supervisor is asked with a reason (P21)', async () => {
    const desk = await openSampleDesk();
    const { output, id } = await hold(desk, [...before, 'supervisor', '', '30 % off.']);
    expect(output).toContain('Say why, so that nobody has to ask.');
    expect((await conversationOf(desk, id)).state.stage).toBe('escalated');
  });

  test('going on after a wait takes the complaint up again', async () => {
    const desk = await openSampleDesk();
    const { id } = await hold(desk, [...before, 'wait', 'tomorrow', '', 'A photo.']);
    await hold(desk, [], { kind: 'resume', id });
    const { state } = await conversationOf(desk, id);
    expect(state.stage).toBe('open');
    expect(state.contacts).toMatchObject([{ state: 'done' }]);
  });

  test('a way out can be given up, part by part, and the question comes again', async () => {
    const desk = await openSampleDesk();
    const typed = ['handover', 'Lejla', '/b', '/b', '1 2=29.90'];
    const { id } = await hold(desk, [...before, ...typed]);
    const { state } = await conversationOf(desk, id);
    expect(state.owner).toBe('Sam');
    expect(state.offers).toHaveLength(2);
  });

  test('a text in hand is kept when the customer is handed over', async () => {
    const desk = await openSampleDesk();
    const typed = [...LEAVES_AT_WORDS, 'The kettle', '/handover', 'Lejla', 'Greek.'];
    const { id } = await hold(desk, typed);
    expect(await placeOf(desk, await conversationOf(desk, id))).toEqual({
      question: 'words',
      draft: 'The kettle',
    });
  });
});

describe('help', () => {
  test('at a list it says why it is asked and which words act', async () => {
    const { output } = await hold(await openSampleDesk(), ['', '1', 'h']);
    expect(output).toContain('Every way in gets the same care');
    expect(output).toContain('b back, h help, u undo');
  });

  test('at a text it says how a word of ours is written as text', async () => {
    const { output } = await hold(await openSampleDesk(), [...LEAVES_AT_WORDS, '/h']);
    expect(output).toContain('Let them tell it without interruption');
    expect(output).toContain('put a \\ before it: \\/b');
    expect(output).toContain('A line with a single . ends the text');
  });

  test('what is known is told at any prompt (P2)', async () => {
    const { output } = await hold(await openSampleDesk(), [...MARIA_TELLS, 'known']);
    expect(output).toContain('Customer: Maria Petrova');
    expect(output).toContain('Cause: delivery: it arrived damaged');
    expect(output).toContain('Nobody has apologised yet.');
  });
});
