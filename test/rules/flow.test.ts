import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../src/rules/conversation.ts';
import {
  missingAtEnd,
  missingBefore,
  nextQuestion,
  questionAfter,
  questionBefore,
  questionStanding,
  questionsAsked,
  stepStandings,
} from '../../src/rules/flow.ts';
import { type QuestionName, questionNamed, questions } from '../../src/rules/questions.ts';
import type { CustomerFacts } from '../../src/rules/state.ts';
import {
  conversationAfter,
  conversationUntil,
  kettleShop,
  maria,
  named,
  offered,
  promised,
  said,
  stateAfter,
  wholeConversation,
} from './sample-complaint.ts';

const asked = (conversation: Conversation): readonly QuestionName[] =>
  questionsAsked(conversation).map(({ name }) => name);
const aboutThem = (conversation: Conversation): readonly QuestionName[] =>
  asked(conversation).filter((name) => questionNamed(name).about === 'customer');
const withMaria = (facts: Partial<CustomerFacts>, isNew: boolean): Conversation => ({
  state: stateAfter(named),
  customer: { ...maria, ...facts, isNew },
  playbook: kettleShop,
});

describe('who is asked what about themselves (P2)', () => {
  test('before anybody is named, only the name is asked', () => {
    expect(aboutThem(conversationAfter())).toEqual(['customer']);
  });

  test('somebody new is asked how to reach them, their number and their language', () => {
    expect(aboutThem(withMaria({}, true))).toEqual(['customer', 'reach', 'account', 'language']);
  });

  test('somebody the desk knows is asked nothing again', () => {
    expect(aboutThem(withMaria({ phone: '0888 123 456' }, false))).toEqual(['customer']);
    expect(aboutThem(withMaria({ email: 'maria@example.org' }, false))).toEqual(['customer']);
  });

  test('somebody known whom nobody can reach is asked for that alone', () => {
    expect(aboutThem(withMaria({ account: '88120' }, false))).toEqual(['customer', 'reach']);
  });

  test('somebody who gives no name is asked nothing more about themselves', () => {
    const conversation = conversationAfter({
      type: 'customer_passed',
      body: { question: 'customer' },
    });
    expect(aboutThem(conversation)).toEqual(['customer']);
    expect(nextQuestion(conversation)?.name).toBe('channel');
  });

  test('whatever is known, no more than three things are asked to identify them, and none that is known', () => {
    const facts = fc.record(
      {
        phone: fc.constant('0888 123 456'),
        email: fc.constant('maria@example.org'),
        account: fc.constant('88120'),
        address: fc.constant('Sofia'),
        language: fc.constant('bg'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(facts, fc.boolean(), (known, isNew) => {
        const conversation = withMaria(known, isNew);
        const identifying = aboutThem(conversation).filter((name) => name !== 'language');
        expect(identifying.length).toBeLessThanOrEqual(3);
        const open = questionsAsked(conversation)
          .filter((question) => questionStanding(conversation, question) === 'open')
          .map(({ name }) => name);
        expect(open).not.toContain('customer');
        if (known.phone !== undefined || known.email !== undefined) {
          expect(open).not.toContain('reach');
        }
        for (const fact of ['account', 'language'] as const) {
          if (known[fact] !== undefined) expect(open).not.toContain(fact);
        }
      }),
    );
  });

  test('what they would not tell is not asked twice', () => {
    const state = stateAfter(named, { type: 'customer_passed', body: { question: 'reach' } });
    const conversation = { state, customer: maria, playbook: kettleShop };
    expect(questionStanding(conversation, questionNamed('reach'))).toBe('passed');
    expect(nextQuestion(conversation)?.name).toBe('account');
  });
});

describe('which questions the answers open', () => {
  test.each([
    ['going on without their yes asks why (P4)', [said('confirmed', false)], 'unconfirmed_reason'],
    [
      'a wish on no list is asked for in words (P18)',
      [said('wish', 'something-else')],
      'wish_detail',
    ],
    [
      'a single offer asks why only one is possible (P19)',
      [{ type: 'offered', body: { offers: [{ remedy: 'repair' }] } }],
      'only_reason',
    ],
    ['offers ask for their choice (P19)', [offered], 'chosen'],
    ['none of the offers asks what instead (P22)', [offered, said('chosen', 'neither')], 'instead'],
    ['a promise asks how long it takes and what it needs (P27)', [promised], 'takes'],
    ['not satisfied asks why (P30)', [said('outcome', 'unsatisfied')], 'unsatisfied_reason'],
  ] as const)('%s', (_, happenings, question) => {
    expect(asked(conversationAfter())).not.toContain(question);
    expect(asked(conversationAfter(...happenings))).toContain(question);
  });

  test('a follow-up is asked only of somebody who was named (P33)', () => {
    expect(asked(conversationAfter())).not.toContain('followup');
    expect(asked(withMaria({}, true))).toContain('followup');
  });

  test('two offers need no reason why there is only one', () => {
    expect(asked(conversationAfter(offered))).not.toContain('only_reason');
  });
});

describe('the way through', () => {
  test('each answer of a whole conversation leads to the next, and the last to none', () => {
    const order: (QuestionName | undefined)[] = [];
    for (let count = 1; count <= wholeConversation.length; count++) {
      const state = stateAfter(...wholeConversation.slice(1, count));
      const customer = { ...maria, ...(count > 2 ? { phone: '0888 123 456' } : {}) };
      order.push(
        nextQuestion({
          state,
          playbook: kettleShop,
          ...(state.customer === undefined ? {} : { customer }),
        })?.name,
      );
    }
    const places = order.slice(0, -1).map((name) => questions.findIndex((q) => q.name === name));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(order.at(-1)).toBeUndefined();
    expect(missingAtEnd(conversationUntil('thanked'))).toEqual([]);
  });

  test('going ahead names the first answer that matters and is missing', () => {
    expect(missingBefore(conversationAfter(), 'apology')?.name).toBe('channel');
    const heard = conversationAfter(said('channel', 'phone'), said('words', 'Broken.'));
    expect(missingBefore(heard, 'apology')?.name).toBe('restated');
    expect(missingBefore(heard, 'restated')).toBeUndefined();
  });

  test('what is optional never stands in the way', () => {
    const { state, playbook } = conversationUntil('confirmed');
    expect(missingBefore({ state, playbook }, 'cause')).toBeUndefined();
  });

  test('an answer that no longer belongs is not asked for, nor counted', () => {
    const conversation = conversationAfter(
      said('confirmed', false),
      said('unconfirmed_reason', 'she had to go'),
      said('confirmed', true),
    );
    expect(asked(conversation)).not.toContain('unconfirmed_reason');
  });

  test('back and forth visit the same questions', () => {
    const conversation = conversationUntil('thanked');
    const names = asked(conversation);
    for (const [index, name] of names.entries()) {
      expect(questionAfter(conversation, name)?.name).toBe(names[index + 1]);
      expect(questionBefore(conversation, name)?.name).toBe(names[index - 1]);
    }
  });

  test('before the first and after the last there is nothing', () => {
    const conversation = conversationAfter();
    expect(questionBefore(conversation, 'customer')).toBeUndefined();
    expect(questionAfter(conversation, 'thanked')).toBeUndefined();
  });

  test('everything that matters is named at the end, in its order', () => {
    expect(missingAtEnd(conversationAfter()).map(({ name }) => name)).toEqual([
      'channel',
      'words',
      'restated',
      'confirmed',
      'cause',
      'severity',
      'wish',
      'fault',
      'apology',
      'offers',
      'outcome',
      'improves',
      'thanked',
    ]);
  });
});

describe('the five steps', () => {
  test('show what is done, what is in hand and what is to come', () => {
    const conversation = conversationUntil('apology');
    expect(stepStandings(conversation, 'offers')).toEqual([
      { step: 'listen', standing: 'done' },
      { step: 'apologise', standing: 'done' },
      { step: 'offer', standing: 'now' },
      { step: 'resolve', standing: 'ahead' },
      { step: 'thank', standing: 'ahead' },
    ]);
  });

  test('are all done at the end', () => {
    const standings = stepStandings(conversationUntil('thanked'), undefined);
    expect(standings.map(({ standing }) => standing)).toEqual(Array(5).fill('done'));
  });

  test('going back shows the step in hand and forgets nothing', () => {
    const standings = stepStandings(conversationUntil('thanked'), 'words');
    expect(standings.map(({ standing }) => standing)).toEqual([
      'now',
      'done',
      'done',
      'done',
      'done',
    ]);
  });
});

test('every question serves a practice and can be told by its name', () => {
  for (const question of questions) {
    expect(question.practices.length).toBeGreaterThan(0);
    expect(questionNamed(question.name)).toBe(question);
  }
  expect(new Set(questions.map(({ name }) => name)).size).toBe(questions.length);
});
