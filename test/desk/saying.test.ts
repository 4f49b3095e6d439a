import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { putOffers } from '../../src/desk/converse.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { offersSentence, sayingFor } from '../../src/desk/saying.ts';
import { startComplaint } from '../../src/desk/start.ts';
import { createMessages } from '../../src/language/messages.ts';
import { createSpokenTime } from '../../src/language/spoken-time.ts';
import type { Conversation } from '../../src/rules/conversation.ts';
import { questions } from '../../src/rules/questions.ts';
import { complaintId, millis } from '../../src/rules/values.ts';
import { openSampleDesk } from '../plain/sample-desk.ts';
import {
  type CallName,
  calls,
  HOUR,
  heardUntil,
  refund,
  replacement,
  says,
  taken,
  withClock,
} from './at-the-desk.ts';

const words = createMessages('en');
const voice = { words, spoken: createSpokenTime(words, 'Europe/Sofia') };

const said = (desk: Desk, conversation: Conversation, at: string): readonly string[] =>
  sayingFor(desk, conversation, at, voice);

/** Every moment that has lines of its own. */
const moments = (desk: Desk): readonly string[] => [
  ...new Set([...desk.playbook.lines.map(({ at }) => at), ...questions.map(({ name }) => name)]),
];

describe('what to say now', () => {
  test('the greeting says the name and asks for theirs (P1)', async () => {
    const desk = await openSampleDesk();
    const [line = ''] = said(desk, await startComplaint(desk), 'customer');
    expect(line).toContain('Sam');
  });

  test('their name is used once it is known (P1)', async () => {
    const desk = await openSampleDesk();
    const conversation = await heardUntil(desk, 'channel');
    expect(said(desk, conversation, 'words').join(' ')).toContain('Maria Petrova');
  });

  test('an apology names what went wrong for them (P13)', async () => {
    const desk = await openSampleDesk();
    const [line = ''] = said(desk, await heardUntil(desk, 'fault'), 'apology');
    expect(line).toMatch(/kettle|damaged/);
  });

  test('two complaints in a row do not begin with the same words (P15)', async () => {
    const desk = await openSampleDesk();
    const first = await heardUntil(desk, 'thanked');
    const second = await heardUntil(desk, 'thanked');
    const third = await heardUntil(desk, 'thanked');
    // What they chose between is said as it was put.
    for (const at of moments(desk).filter((moment) => moment !== 'offers' && moment !== 'chosen')) {
      const lines = [first, second, third].map((conversation) => said(desk, conversation, at));
      if ((lines[0]?.length ?? 0) < 2) continue;
      expect(lines[0]?.[0], at).not.toBe(lines[1]?.[0]);
      expect(lines[1]?.[0], at).not.toBe(lines[2]?.[0]);
    }
  });

  test('no line has a hole, whatever is known at whatever moment', async () => {
    const desk = await openSampleDesk();
    const names = Object.keys(calls) as CallName[];
    const stations: Conversation[] = [await startComplaint(desk)];
    let conversation = await startComplaint(desk);
    for (const name of names) {
      conversation = taken(await calls[name](desk, conversation));
      stations.push(conversation);
    }
    const blank = { ...desk, business: '', reachUs: '', agent: { ...desk.agent, team: '' } };
    fc.assert(
      fc.property(
        fc.nat({ max: stations.length - 1 }),
        fc.constantFrom(...moments(desk)),
        fc.boolean(),
        fc.nat({ max: 5000 }),
        fc.nat({ max: 23 }),
        (station, at, known, id, hour) => {
          const { state, ...rest } = stations[station] ?? conversation;
          const there = withClock(known ? desk : blank, millis(desk.now() + hour * HOUR));
          const turned = { ...rest, state: { ...state, id: complaintId(1 + id) } };
          const lines = said(there, turned, at);
          for (const line of lines) {
            expect(line).not.toMatch(/[{}]|undefined|null|NaN|\s{2}|\s[.,;?!]|^\s|\s$/);
            expect(line).not.toBe('');
          }
          expect(new Set(lines).size).toBe(lines.length);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('what cannot be said in one breath stays out of the lines', async () => {
    const desk = await openSampleDesk();
    const before = await heardUntil(desk, 'words');
    const long = taken(await says('restated', 'It broke, and '.repeat(40))(desk, before));
    for (const at of moments(desk)) {
      expect(said(desk, long, at).join(' ')).not.toContain('It broke, and It broke');
    }
  });
});

describe('offers in one sentence (P19)', () => {
  test('come first when they are put, with their sums', async () => {
    const desk = await openSampleDesk();
    const conversation = await heardUntil(desk, 'offers');
    const [line = ''] = said(desk, conversation, 'offers');
    expect(line).toBe(
      'We can either send you a new one at our cost, or refund €29.90. Which would you prefer?',
    );
    expect(said(desk, conversation, 'chosen')[0]).toBe(line);
  });

  test('are told before they are put, so that the agent sees what will be said', async () => {
    const desk = await openSampleDesk();
    const conversation = await heardUntil(desk, 'apology');
    expect(offersSentence(conversation, [refund], voice)).toBe(
      'We can refund €29.90. Would that put it right for you?',
    );
    expect(offersSentence(conversation, [], voice)).toBeUndefined();
    expect(offersSentence(conversation, [{ remedy: 'a-song' }], voice)).toBeUndefined();
  });

  test('leave out what was taken off the table', async () => {
    const desk = await openSampleDesk();
    let conversation = await heardUntil(desk, 'offers');
    conversation = taken(
      await putOffers(desk, conversation, [replacement, { remedy: 'discount', percent: 10 }]),
    );
    const [line = ''] = said(desk, conversation, 'offers');
    expect(line).toContain('10 %');
    expect(line).not.toContain('29.90');
  });
});
