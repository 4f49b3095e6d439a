import { describe, expect, test } from 'vitest';
import { openConversation } from '../../src/desk/act.ts';
import type { Given } from '../../src/desk/actions/action.ts';
import { actionNamed } from '../../src/desk/actions/index.ts';
import type { ActionName } from '../../src/desk/actions/names.ts';
import { runAction } from '../../src/desk/actions/run-action.ts';
import { finish } from '../../src/desk/converse.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { createMessages } from '../../src/language/messages.ts';
import { createSpokenTime } from '../../src/language/spoken-time.ts';
import type { Role } from '../../src/rules/playbook.ts';
import { type ComplaintId, complaintId, millis } from '../../src/rules/values.ts';
import { nineTwelve } from '../desk/a-morning.ts';
import { hashed } from '../desk/a-team.ts';
import { HOUR, heardUntil, secondDesk, taken, withClock } from '../desk/at-the-desk.ts';
import { openSampleDesk } from './sample-desk.ts';
import { beginWorking, work } from './work-desk.ts';

const ID = complaintId(1001);

/** Sam, Lejla who speaks Bulgarian, and Vera who decides; Maria's kettle is C-1001, a new one promised for Monday. */
async function deskOfMaria(): Promise<ReturnType<typeof withClock>> {
  const desk = withClock(await openSampleDesk(), millis(nineTwelve));
  await desk.store.transact(async (tx) => {
    const person = { team: 'repairs desk', language: 'en', created_at: nineTwelve };
    await tx.putAgent({ ...person, name: 'Sam', role: 'agent' });
    await tx.putAgent({ ...person, name: 'Lejla', role: 'agent', languages: '["bg"]' });
    await tx.putAgent({ ...person, name: 'Vera', role: 'supervisor', pin: hashed('4711') });
  });
  taken(await finish(desk, await heardUntil(desk, 'thanked')));
  return desk;
}

const conversationOf = async (desk: Desk, id: ComplaintId = ID) => {
  const conversation = await openConversation(desk, id);
  if (conversation === undefined) throw new Error('there is no such complaint');
  return conversation;
};
const stateOf = async (desk: Desk) => (await conversationOf(desk)).state;
const eventsOf = async (desk: Desk) => desk.store.read.eventsOf(ID);

/** Does something at another window. */
async function elsewhere(desk: Desk, name: ActionName, given: Given): Promise<void> {
  const other = await secondDesk(desk);
  const words = createMessages('en');
  const voice = { words, spoken: createSpokenTime(words, desk.zone) };
  taken(await runAction(other, voice, await conversationOf(other), actionNamed(name), given));
}

const workedBy = (desk: Desk, name: string, role: Role): Desk => ({
  ...desk,
  agent: { ...desk.agent, name: name as Desk['agent']['name'], role },
});

const complaint = { kind: 'complaint', id: ID } as const;

describe('a complaint in lines', () => {
  test('is read out: who, where it stands, what is due and promised, what happened, what was before (P2, P8)', async () => {
    const { output } = await work(await deskOfMaria(), ['q'], complaint);
    for (const line of [
      'C-1001, Maria Petrova, phone.',
      'Open. Sam has it. Opened today 09:12.',
      'The resolution: due ',
      'Product or service: kettle',
      '  a new kettle (Sam, by Mon 23 Nov 09:12); 2 days left',
      'What happened, the newest first:',
      'There are 17 more: m.',
      'Customer: Maria Petrova, +359 88 123 4567, Bulgarian',
      'What can be done:\n  1. a promise was kept, comes next\n',
    ]) {
      expect(output).toContain(line);
    }
  });

  test('tells more when asked: the rest of what happened, the clocks, the record, what cannot be done and why (P40)', async () => {
    const typed = ['m', 'm', 'm', 'w', 'r', 'p', 'c', 's', 'x', 'h', 'q'];
    const { output } = await work(await deskOfMaria(), typed, complaint);
    expect(output).toContain('Before that:');
    expect(output).toContain('the conversation began (event 1)');
    expect(output).toContain('That was all that happened.');
    expect(output).toContain('  Target: 15 min, the usual one. We aim for 12 min.');
    expect(output).toContain('In their own words: The kettle arrived in pieces.');
    expect(output).toContain('Put to them:\n  replacement (chosen)\n  refund, €29.90');
    expect(output).toContain('No complaint like this one was resolved before.');
    expect(output).toContain('close: C-1001 is not resolved yet.');
    expect(output).toContain('go on with the conversation: ');
  });

  test('the same list of what can be done is not read twice; o reads it again', async () => {
    const { output } = await work(await deskOfMaria(), ['note', '/b', 'o', 'q'], complaint);
    expect(output.match(/What can be done:/g)).toHaveLength(2);
    expect(output.match(/Also: m more of what happened/g)).toHaveLength(1);
    expect(output).toContain('Nothing was done.');
  });

  test('another complaint is opened by its reference, and b comes back', async () => {
    const desk = await deskOfMaria();
    await heardUntil(desk, 'words');
    const { output, outcome } = await work(desk, ['C-1002', 'b', 'q'], complaint);
    expect(output).toContain('C-1002, Maria Petrova');
    expect(output.match(/C-1001, Maria Petrova, phone\./g)).toHaveLength(2);
    expect(outcome).toBe('left');
  });
});

describe('what is done in lines', () => {
  test('a promise that is late stands first in the morning: they are told, and a new date is set (P28)', async () => {
    const desk = await deskOfMaria();
    desk.set(millis(nineTwelve + 72 * HOUR));
    const typed = ['1', 'delay', '', 'monday 15:00', '', 'the part is late', '1', 'b', 'q'];
    const { output } = await work(desk, typed);
    expect(output).toMatch(/Late:\n {2}1\. C-1001, Maria Petrova: .*promised for yesterday 09:12/);
    expect(output).toContain('Is that right? (Enter for yes');
    // What to say has the new date before it is on record.
    expect(output).toContain('It will be Monday 30 November 2026, 15:00');
    expect(output).toContain('Told them by: phone');
    expect(output).toContain('C-1001: the delay is written down.');
    expect(output).toContain('To take it back (delay a promise): u.');
    const [promise] = (await stateOf(desk)).promises;
    expect(promise).toMatchObject({ state: 'open', reason: 'the part is late' });
  });

  test('a hand-over names first who speaks the customer’s language, and is said in words (P7, P12)', async () => {
    const desk = await deskOfMaria();
    const { output } = await work(desk, ['hand over', '1', 'she speaks Bulgarian', 'q'], complaint);
    expect(output).toContain('  1. Lejla, agent; repairs desk; ');
    expect(output).toContain('Say: "');
    expect(output).toContain('C-1001 is handed over to Lejla, with a summary.');
    expect((await stateOf(desk)).owner).toBe('Lejla');
  });

  test('where the line runs stands beside each remedy; above it a supervisor decides with their PIN (P20, P21)', async () => {
    const desk = await deskOfMaria();
    const asked = await work(desk, ['offer', 'discount', '25', 'third time', 'q'], complaint);
    expect(asked.output).toMatch(/\d+\. discount.*, yours to give up to 15 %/);
    expect((await stateOf(desk)).approvals).toMatchObject([{ percent: 25, state: 'open' }]);
    const vera = workedBy(desk, 'Vera', 'supervisor');

    expect((await work(vera, ['q'])).output).toContain('To decide:');
    const wrong = ['2', '1', '', 'fair', '', '1111', '4711', 'q'];
    const decided = await work(vera, wrong);
    expect(decided.output).toContain('Which? (1-3, Enter for Vera, b back, h help)');
    expect(decided.output).toContain('C-1001: approved.');
    expect((await stateOf(desk)).approvals).toMatchObject([
      { state: 'approved', decidedBy: 'Vera' },
    ]);
  });

  test('what was done is taken back by u, with its name', async () => {
    const desk = await deskOfMaria();
    const { output } = await work(desk, ['note', 'She rang again.', '.', '', 'u', 'q'], complaint);
    expect(output).toContain('C-1001: the note is written down.');
    expect(output).toMatch(/Undone: .*She rang again\./);
    expect((await eventsOf(desk)).at(-1)?.type).toBe('undone');
  });

  test('going back keeps what was typed: Enter takes it again', async () => {
    const desk = await deskOfMaria();
    const typed = ['promise something', 'postage', '/b', '', '', 'monday 15:00', 'b', '', ''];
    const more = ['tuesday 12:00', '', 'q'];
    const { output } = await work(desk, [...typed, ...more], complaint);
    expect(output).toContain('What is promised (Enter for postage, /b back, /h help):');
    expect((await stateOf(desk)).promises.at(-1)).toMatchObject({ what: 'postage', who: 'Sam' });
  });

  test('what is refused is told in a line, and asked again', async () => {
    const desk = await deskOfMaria();
    const typed = ['promise something', '', 'postage', '', 'yesterday', 'soonish', 'leave', 'q'];
    const { output } = await work(desk, typed, complaint);
    expect(output).toContain('“soonish” was not understood');
    expect(output).toContain('Nothing was done.');
    expect((await stateOf(desk)).promises).toHaveLength(1);
  });

  test('a conversation is gone on with, and the page comes again after it', async () => {
    const desk = await deskOfMaria();
    await heardUntil(desk, 'product');
    const { output } = await work(desk, ['C-1002', '1', 'leave', 'b', 'q']);
    expect(output).toContain('1. go on with the conversation, comes next');
    expect(output).toContain('Step 1 of 5: Listen.');
    expect(output).toContain('Everything is kept. Go on with: amends resume C-1002');
    expect(output.match(/^Today, /gm)).toHaveLength(2);
  });
});

describe('another window', () => {
  test('that went on before something is picked is heard first', async () => {
    const desk = await deskOfMaria();
    const working = beginWorking(desk, complaint);
    await working.sees('Which?');
    await elsewhere(desk, 'note', { text: 'She rang again.' });
    working.type('note');
    await working.sees('Lejla went on meanwhile: ');
    await working.sees('What to write down.');
    expect((await working.hangUp()).outcome).toBe('left');
  });

  test('that went on while the questions are answered costs none of the answers', async () => {
    const desk = await deskOfMaria();
    const working = beginWorking(desk, complaint);
    working.type('assign', 'Lejla');
    await working.sees('Why (');
    await elsewhere(desk, 'note', { text: 'She rang again.' });
    working.type('I am ill');
    await working.sees('Lejla went on meanwhile: ');
    await working.sees('Do yours all the same? (Enter for yes, b back, h help)');
    working.type('');
    await working.sees('C-1001 is Lejla’s now.');
    await working.hangUp();
    expect((await eventsOf(desk)).map(({ type }) => type).slice(-2)).toEqual(['noted', 'assigned']);
  });

  test('that did the very thing is told with the reason why it cannot be done any more', async () => {
    const desk = await deskOfMaria();
    const working = beginWorking(desk, complaint);
    working.type('a promise was kept', '');
    await working.sees('How it was kept');
    await elsewhere(desk, 'promise-keep', { promise: '1' });
    working.type('.');
    await working.sees('Lejla went on meanwhile: ');
    await working.sees('Nothing is promised in C-1001 that still has to be kept.');
    await working.sees('Nothing was done.');
    await working.hangUp();
  });
});

describe('lists and the search in lines', () => {
  test('a complaint is opened from the list, and behind it the list is as it was', async () => {
    const desk = await deskOfMaria();
    const { output } = await work(desk, ['l kettle', '1', 'b', '1', 'b', 'b', 'q']);
    expect(output.match(/1 to 1 of 1 complaints\./g)).toHaveLength(1);
    expect(output.match(/C-1001, Maria Petrova, phone\./g)).toHaveLength(2);
    expect(output.match(/^Today, /gm)).toHaveLength(2);
  });

  test('what was searched for is opened by its number, and quitting there quits', async () => {
    const desk = await deskOfMaria();
    const { output, outcome } = await work(desk, ['s pieces', '1', 'q', 'not read any more']);
    expect(output).toContain(
      '1. C-1001, Maria Petrova, today 09:12: The kettle arrived in pieces.',
    );
    expect(output).toContain('C-1001, Maria Petrova, phone.');
    expect(outcome).toBe('left');
  });
});

describe('whatever is typed', () => {
  test.each([
    ['a number that is not there', '99', 'There is no 99 on this page, and no complaint C-99.'],
    ['ten thousand letters', 'x'.repeat(10_000), `“${'x'.repeat(40)} …” is nothing on this page`],
    ['a NUL', 'a\0b', 'There is a character in this that cannot be stored.'],
    ['Thai', 'กาต้มน้ำ', '“กาต้มน้ำ” is nothing on this page'],
    ['a right-to-left mark', '\u202Eb', '“‹U+202E›b” is nothing on this page'],
    ['the name of a thing of JavaScript', 'constructor', '“constructor” is nothing on this page'],
  ])('%s is told, and asked again', async (_what, typed, told) => {
    const desk = await deskOfMaria();
    for (const start of [{ kind: 'today' } as const, complaint]) {
      const { output, outcome } = await work(desk, [typed, 'q'], start);
      expect(output).toContain(told);
      expect(outcome).toBe('left');
    }
  });

  test('a text that is too long, or cannot be stored, is told and costs nothing but itself', async () => {
    const desk = await deskOfMaria();
    const typed = ['note', 'x'.repeat(10_000), 'a\0b', '.', '/again', 'She rang.', '.', '', 'q'];
    const { output } = await work(desk, typed, complaint);
    expect(output).toContain('There is a character in this that cannot be stored.');
    expect(output).toContain('Go on, or end it with a single . ; /again throws it away.');
    expect((await eventsOf(desk)).at(-1)?.body).toMatchObject({ text: 'She rang.' });
  });

  test('an empty line at what must be there is told with what to do, and leaves out what need not be', async () => {
    const desk = await deskOfMaria();
    const typed = ['hand over', '', '99', 'Lejla', '', '  ', 'I am ill', 'q'];
    const { output } = await work(desk, typed, complaint);
    expect(output).toContain('There is no “99” on the list.');
    expect(output).toContain('Say why, so that nobody has to ask.');
    expect((await stateOf(desk)).owner).toBe('Lejla');
  });

  test('a text in Thai with a right-to-left mark is kept as it is, and shown without harm', async () => {
    const desk = await deskOfMaria();
    const said = 'กาต้มน้ำ \u202Eแตก';
    const { output } = await work(desk, ['note', said, '.', '', 'a', 'q'], complaint);
    expect(output).toContain('กาต้มน้ำ ‹U+202E›แตก');
    expect((await eventsOf(desk)).at(-1)?.body).toMatchObject({ text: said });
  });

  test('no line is drawn over another: there is no colour, no box and no moving about', async () => {
    const desk = await deskOfMaria();
    const typed = ['1', 'x', 'w', 'note', 'Rang.', '.', '', 'b', 'l', 'b', 's kettle', '', 'q'];
    const { output } = await work(desk, typed);
    expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u2500-\u257f]/);
  });

  test('Ctrl+D leaves, and what was half asked is not done; Ctrl+C stops', async () => {
    const desk = await deskOfMaria();
    const before = await eventsOf(desk);
    expect((await work(desk, ['note', 'She rang'], complaint)).outcome).toBe('left');
    const working = beginWorking(desk, complaint);
    working.type('hand over');
    await working.sees('Which?');
    expect((await working.interrupt()).outcome).toBe('cancelled');
    expect(await eventsOf(desk)).toEqual(before);
  });
});

test('before something is offered it is told how complaints like it were put right (P48)', async () => {
  const desk = await deskOfMaria();
  await elsewhere(desk, 'promise-keep', { promise: '1' });
  const resolved = { text: 'She has her kettle.', accepted: true };
  await elsewhere(desk, 'resolve', resolved);
  await heardUntil(desk, 'apology');
  const { output } = await work(desk, ['C-1002', '1', 'known', 'leave', 'q']);
  const similar =
    'How complaints like this one were put right:\n' +
    '  C-1001, Broken on arrival; she wants a new one; kettle; delivery: it arrived damaged; ' +
    'could also have had: refund, €29.90; chose replacement';
  expect(output.split(similar).length - 1).toBeGreaterThanOrEqual(3);
});
