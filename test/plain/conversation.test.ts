import { describe, expect, test } from 'vitest';
import { openConversation } from '../../src/desk/act.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { recordFromText } from '../../src/desk/record-file.ts';
import type { ComplaintId } from '../../src/rules/values.ts';
import { textsToBe } from '../support/forbidden.ts';
import { sketch } from '../support/sketch.ts';
import { APOLOGY, hold, MARIA, MARIA_TELLS, OFFERS, PROMISES, THANKS } from './hold.ts';
import { openSampleDesk, saidIn } from './sample-desk.ts';

async function stateOf(desk: Desk, id: ComplaintId) {
  const conversation = await openConversation(desk, id);
  if (conversation === undefined) throw new Error('there is no such complaint');
  return conversation;
}

/** Anything that a terminal obeys, or that nobody sees. */
const UNSAFE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/;

describe('a conversation in lines', () => {
  test('goes from the first hello to the thank-you and the reference', async () => {
    const desk = await openSampleDesk();
    const { outcome, output, id } = await hold(desk, MARIA);
    expect(outcome).toBe('finished');
    expect(output).toContain('Step 1 of 5: Listen.');
    expect(output).toContain('Step 5 of 5: Thank.');
    expect(output).toContain(`Reference: C-${id}`);
    const { state, customer } = await stateOf(desk, id);
    expect(customer?.name).toBe('Maria Petrova');
    expect(state.finishedAt).toBeDefined();
    expect(await desk.store.read.unfinished()).toEqual([]);
  });

  test('makes the same events as the same record from a file', async () => {
    const lines = await openSampleDesk();
    const file = await openSampleDesk();
    const { id } = await hold(lines, MARIA);
    const taken = await recordFromText(file, sketch);
    if (!taken.ok) throw new Error(JSON.stringify(taken.refusals));
    expect(await saidIn(lines, id)).toEqual(await saidIn(file, taken.id));
  });

  test('prints no escape sequence and moves no cursor', async () => {
    const { output } = await hold(await openSampleDesk(), MARIA);
    expect(output).not.toMatch(UNSAFE);
  });

  test('says what can be said, and another line when asked (P15)', async () => {
    const { output } = await hold(await openSampleDesk(), ['/say']);
    const said = output.match(/^Say: .*/gm) ?? [];
    expect(said.length).toBe(2);
    expect(said[0]).not.toBe(said[1]);
  });

  test('a customer who gives no name is not asked for anything else about them (P2)', async () => {
    const desk = await openSampleDesk();
    const { id } = await hold(desk, ['', '1', '1', 'It broke.', '.']);
    const { state, customer } = await stateOf(desk, id);
    expect(customer).toBeUndefined();
    expect(state.passed).toEqual(['customer']);
    expect(state.answers).toMatchObject({ channel: 'phone', words: 'It broke.' });
  });

  test('a known customer is found by a part of the name, with what is still promised (P2, P8)', async () => {
    const desk = await openSampleDesk();
    const first = await hold(desk, MARIA);
    const { output, id } = await hold(desk, ['petr', '1', '1']);
    expect(output).toContain('1. Maria Petrova, +359 88 123 4567, 1 complaint, the last');
    expect(output).toContain(
      'Known: open promise, new kettle by express by Friday 27 November 2026',
    );
    expect(output).toContain(`Known: 1 earlier complaint, the last C-${first.id}`);
    // Nothing that is known is asked again: the next question is about the complaint.
    const { state } = await stateOf(desk, id);
    expect(state.answers.channel).toBe('phone');
  });

  test('somebody with the same beginning of a name can still be somebody new', async () => {
    const desk = await openSampleDesk();
    await hold(desk, MARIA);
    const { id } = await hold(desk, ['Maria', '2']);
    expect((await stateOf(desk, id)).customer?.name).toBe('Maria');
  });

  test('a number in place of a name asks for the name first', async () => {
    const desk = await openSampleDesk();
    const { output, id } = await hold(desk, ['+359 88 123', '', 'Maria', '']);
    expect(output).toContain('Type the name first');
    expect((await stateOf(desk, id)).customer?.name).toBe('Maria');
  });

  test('the channel may be said beforehand, and a wrong one is asked for', async () => {
    const desk = await openSampleDesk();
    const right = await hold(desk, [], { kind: 'new', channel: 'email' });
    expect((await stateOf(desk, right.id)).state.answers.channel).toBe('email');
    const wrong = await hold(desk, [], { kind: 'new', channel: 'pigeon' });
    expect(wrong.output).toContain('There is no “pigeon” here.');
  });
});

describe('what a customer says', () => {
  test('in Thai it is kept and shown as it is (P12)', async () => {
    const desk = await openSampleDesk();
    const words = 'กาต้มน้ำแตกตอนมาถึง\nลูกค้าต้องการเครื่องใหม่';
    const typed = MARIA.flatMap((line) =>
      line === 'The kettle arrived in pieces.' ? words.split('\n') : [line],
    ).with(0, 'สมชาย ใจดี');
    const { output, id } = await hold(desk, typed);
    expect((await stateOf(desk, id)).state.answers.words).toBe(words);
    expect(output).toContain(words);
    expect(output).toContain('สมชาย ใจดี');
  });

  test.each(textsToBe('marked').filter(({ text }) => !text.includes('\n')))(
    'is stored as it came and printed harmlessly: $name',
    async ({ text }) => {
      const desk = await openSampleDesk();
      const { output, id } = await hold(desk, ['', '1', '1', text, '.', '/known', text, '.', 'b']);
      expect((await stateOf(desk, id)).state.answers).toMatchObject({
        words: text.trim(),
        restated: text.trim(),
      });
      expect(output).not.toMatch(UNSAFE);
    },
  );

  test('a NUL is refused at the door and costs nothing else', async () => {
    const desk = await openSampleDesk();
    const { output, id } = await hold(desk, ['', '1', '1', 'a\u0000b', 'It broke.', '.']);
    expect(output).toContain('cannot be stored');
    expect((await stateOf(desk, id)).state.answers.words).toBe('It broke.');
  });

  test('a word of ours is text where text is written', async () => {
    const desk = await openSampleDesk();
    const said = ['b', 'leave', 'undo', '\\/leave', '\\.', '\\\\.', '/no such command', '\\o/'];
    const { id } = await hold(desk, ['', '1', '1', ...said, '.']);
    expect((await stateOf(desk, id)).state.answers.words).toBe(
      ['b', 'leave', 'undo', '/leave', '.', '\\.', '/no such command', '\\o/'].join('\n'),
    );
  });

  test('a paste of several pages is one text, with its empty lines', async () => {
    const desk = await openSampleDesk();
    const pages = Array.from({ length: 2000 }, (_, n) => (n % 7 === 3 ? '' : `line ${n}`));
    const { id } = await hold(desk, ['', '1', '1', ...pages, '.']);
    expect((await stateOf(desk, id)).state.answers.words).toBe(pages.join('\n'));
  });

  test('words that are too long are refused, and stay to be put right', async () => {
    const desk = await openSampleDesk();
    const long = 'x'.repeat(100_001);
    const { output, id } = await hold(desk, ['', '1', '1', long, '.', '/again', 'It broke.', '.']);
    expect(output).toContain('at most 100,000 characters');
    expect((await stateOf(desk, id)).state.answers.words).toBe('It broke.');
  });
});

describe('every question', () => {
  test('their own words, the main points and the apology cannot be left out (P3, P4, P13)', async () => {
    const desk = await openSampleDesk();
    const { output, id } = await hold(desk, ['', '1', '1', '.', 'It broke.', '.']);
    expect(output).toContain('Their own words come first.');
    expect((await stateOf(desk, id)).state.answers.words).toBe('It broke.');
  });

  test('going on without their yes takes a reason (P4)', async () => {
    const desk = await openSampleDesk();
    const before = MARIA_TELLS.slice(0, 10);
    const { output, id } = await hold(desk, [...before, '2', '', 'They had to go.']);
    expect(output).toContain('Why not yet');
    expect((await stateOf(desk, id)).state.answers).toMatchObject({
      confirmed: false,
      unconfirmed_reason: 'They had to go.',
    });
  });

  test('a day is read back in full, and a wrong one can be typed again', async () => {
    const desk = await openSampleDesk();
    const before = MARIA_TELLS.slice(0, 11);
    const days = ['some day', 'tomorrow', 'yesterday', 'last Friday', ''];
    const { output, id } = await hold(desk, [...before, ...days]);
    expect(output).toContain('“some day” was not understood');
    expect(output).toContain('“tomorrow” lies ahead');
    expect((await stateOf(desk, id)).state.answers.happened).toBe('2026-11-20');
  });

  test('a product may be one of the list, a part of it, or in other words', async () => {
    const desk = await openSampleDesk();
    const product = async (...typed: readonly string[]) => {
      const { id } = await hold(desk, ['', '1', '1', 'a', '.', 'b', '.', '1', '', ...typed]);
      return (await stateOf(desk, id)).state.answers.product;
    };
    expect(await product('2')).toBe('online-order');
    expect(await product('invoice')).toBe('invoice');
    expect(await product('gift', '1')).toBe('gift-card');
    expect(await product('gift', '2')).toBe('gift');
    expect(await product('wait')).toBe('wait');
    expect(await product('\\7')).toBe('7');
    expect(await product('', 'all')).toBeUndefined();
  });

  test('a cause is found by a part of it; the whole list is told when asked (P6, P11)', async () => {
    const desk = await openSampleDesk();
    const before = ['', '1', '1', 'a', '.', 'b', '.', '1', '', ''];
    const cause = async (...typed: readonly string[]) => {
      const { id, output } = await hold(desk, [...before, ...typed]);
      return { cause: (await stateOf(desk, id)).state.answers.cause, output };
    };
    expect((await cause('rudely')).cause).toBe('manner/rude');
    expect((await cause('late', '1')).cause).toBe('delivery/late');
    expect((await cause('delivery/damaged')).cause).toBe('delivery/damaged');
    expect((await cause('all', '1')).cause).toBe('product/faulty');
    const none = await cause('elephants', '');
    expect(none.output).toContain('There is no “elephants” on the list.');
    expect(none.output).toContain('This cannot be left out.');
    expect(none.cause).toBeUndefined();
  });

  test('a wish on no list is told in words (P18)', async () => {
    const desk = await openSampleDesk();
    const { id } = await hold(desk, [...MARIA_TELLS.slice(0, 15), 'something else', 'A parade.']);
    expect((await stateOf(desk, id)).state.answers).toMatchObject({
      wish: 'something-else',
      wish_detail: 'A parade.',
    });
  });

  test('a phrase that makes it worse is told with its better wording, one command away (P16)', async () => {
    const desk = await openSampleDesk();
    const typed = ['1', 'I am sorry.', 'As I said, it is done.', '/better', '.'];
    const { output, id } = await hold(desk, [...MARIA_TELLS, ...typed]);
    expect(output).toMatch(/“As I said” .+\. Rather: “Let me put it another way\.”/);
    expect((await stateOf(desk, id)).state.answers.apology).toBe(
      'I am sorry.\nLet me put it another way.',
    );
    // A quiet reminder of what a good apology has, and never a gate (P13).
    expect(output).toMatch(/A good apology has: regret.*Not there yet: /);
  });

  test('each remedy says whose it is to give, before anything is said (P20, P21)', async () => {
    const { output } = await hold(await openSampleDesk(), [...MARIA_TELLS, ...APOLOGY]);
    expect(output).toContain('They wish: a replacement');
    expect(output).toMatch(/1\. replacement, yours to give\n/);
    expect(output).toMatch(/2\. refund, yours to give up to €50\.00\n/);
    expect(output).toMatch(/discount, 10 %, yours to give up to 15 %\n/);
    expect(output).toMatch(/something agreed together, ask a supervisor first\n/);
  });

  test('what is above the line cannot be put, and every reason is told at once (P20)', async () => {
    const desk = await openSampleDesk();
    const typed = ['2=80 8=30%', '1=5', '2', 'the lot', '99', '', '1 2=29,90'];
    const { output, id } = await hold(desk, [...MARIA_TELLS, ...APOLOGY, ...typed]);
    expect(output).toContain('refund: above your line of €50.00');
    expect(output).toContain('discount: above your line of 15 %');
    expect(output).toContain('replacement has no sum');
    expect(output).toContain('Name the sum for: refund');
    expect(output).toContain('“the lot” was not understood');
    expect(output).toContain('“99” was not understood');
    expect(output).toContain('Tick at least two');
    expect((await stateOf(desk, id)).state.offers).toMatchObject([
      { remedy: 'replacement' },
      { remedy: 'refund', amount: 2990, currency: 'EUR' },
    ]);
  });

  test('the offers are said in one sentence, with their conditions in plain words (P19, P23)', async () => {
    const { output } = await hold(await openSampleDesk(), [...MARIA_TELLS, ...APOLOGY, ...OFFERS]);
    expect(output).toContain(
      'Say: "We can either send you a new one at our cost, or refund €29.90. Which would you prefer?"',
    );
    expect(output).toContain('refund: Paid back the way you paid');
  });

  test('a single offer takes a reason (P19)', async () => {
    const desk = await openSampleDesk();
    const typed = ['1', 'It was the last one.', '1'];
    const { id } = await hold(desk, [...MARIA_TELLS, ...APOLOGY, ...typed]);
    expect((await stateOf(desk, id)).state.answers).toMatchObject({
      only_reason: 'It was the last one.',
      chosen: 1,
    });
  });

  test('none of these leads back to what else can be done (P22)', async () => {
    const desk = await openSampleDesk();
    const typed = ['1 2=29.90', 'none of these', '1', '1 4', '2'];
    const { id } = await hold(desk, [...MARIA_TELLS, ...APOLOGY, ...typed]);
    expect((await stateOf(desk, id)).state.offers).toMatchObject([
      { remedy: 'replacement', state: 'declined' },
      { remedy: 'refund', state: 'declined' },
      { remedy: 'replacement', state: 'put' },
      { remedy: 'repair', state: 'chosen' },
    ]);
  });

  test('a promise needs a date ahead, and can be put right part by part (P27, P28)', async () => {
    const desk = await openSampleDesk();
    const typed = [
      'a call',
      // Back to what, which is still there; on with it, by somebody else.
      '/b',
      '',
      'Lejla',
      '',
      'yesterday',
      'tomorrow 3pm',
      'tomorrow 4pm',
      '',
    ];
    const before = [...MARIA_TELLS, ...APOLOGY, ...OFFERS];
    const { output, id } = await hold(desk, [...before, ...typed]);
    expect(output).toContain('A promise has a date.');
    expect(output).toContain('That moment has passed.');
    expect((await stateOf(desk, id)).state.promises).toMatchObject([
      { what: 'a call', who: 'Lejla', due: Date.UTC(2026, 10, 22, 14) },
    ]);
  });

  test('a promise can be taken back while they are on the line', async () => {
    const desk = await openSampleDesk();
    const typed = ['a call', '', 'tomorrow', '', '/drop 2', '/drop'];
    const before = [...MARIA_TELLS, ...APOLOGY, ...OFFERS];
    const { output, id } = await hold(desk, [...before, ...typed]);
    expect(output).toContain('There is no open promise');
    expect((await stateOf(desk, id)).state.promises).toMatchObject([{ state: 'withdrawn' }]);
  });

  test('nobody is told resolved while a promise is open (P26)', async () => {
    const desk = await openSampleDesk();
    const typed = [...PROMISES.slice(0, -1), 'resolved', 'not satisfied', 'They wanted it today.'];
    const before = [...MARIA_TELLS, ...APOLOGY, ...OFFERS];
    const { output, id } = await hold(desk, [...before, ...typed]);
    expect(output).toContain('A promise is still open');
    expect((await stateOf(desk, id)).state.answers).toMatchObject({
      outcome: 'unsatisfied',
      unsatisfied_reason: 'They wanted it today.',
    });
  });

  test('it does not end without thanks (P31)', async () => {
    const desk = await openSampleDesk();
    const before = MARIA.slice(0, -1);
    const { output, outcome } = await hold(desk, [...before, '2', '1']);
    expect(output).toContain('Thank them before you go on');
    expect(outcome).toBe('finished');
  });

  test('getting in touch again may be at another time, or not at all (P33)', async () => {
    const desk = await openSampleDesk();
    const before = MARIA.slice(0, -THANKS.length);
    const other = await hold(desk, [...before, '', 'in 30 hours', '', '1']);
    expect((await stateOf(desk, other.id)).state.answers.followup).toBeDefined();
    const never = await hold(desk, [...before.with(1, '2'), '', 'none', '1']);
    expect((await stateOf(desk, never.id)).state.answers.followup).toBeUndefined();
  });

  test('an ending that is no longer true is asked again', async () => {
    const desk = await openSampleDesk();
    // Promised; then, at the thanks, back to the promises, and the only one is taken back.
    const back = ['b', 'b', '/b', 'b', '/b', '/drop 1', '', '', '', '', '', '1'];
    const { output } = await hold(desk, [...MARIA.slice(0, -1), ...back]);
    expect(output).toContain('Nothing is promised.');
  });
});
