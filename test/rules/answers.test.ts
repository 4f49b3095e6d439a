import { describe, expect, test } from 'vitest';
import { isDay, refusesAnswer } from '../../src/rules/answers.ts';
import type { Conversation } from '../../src/rules/conversation.ts';
import type { Answered, Happening } from '../../src/rules/events.ts';
import { questions } from '../../src/rules/questions.ts';
import {
  conversationAfter,
  conversationUntil,
  hoursLater,
  kettleShop,
  occasion,
  offered,
  promised,
  said,
  stateAfter,
  wholeConversation,
} from './sample-complaint.ts';

/** @returns the code of the refusal; undefined when the answer is taken. */
const refusal = (conversation: Conversation, question: string, value: unknown) =>
  refusesAnswer(conversation, { question, value } as Answered, occasion)?.code;

const fresh = conversationAfter();

describe('an answer is taken as it stands', () => {
  const whole = conversationUntil('thanked');
  const given = wholeConversation.flatMap((happening) =>
    happening.type === 'answered' ? [happening.body] : [],
  );
  test.each(given.map((body) => [body.question, body] as const))('to %s', (_, body) => {
    expect(refusesAnswer(whole, body, occasion)).toBeUndefined();
  });
});

describe('texts', () => {
  test.each(['words', 'restated', 'apology', 'improves', 'done'])(
    '%s takes no emptiness',
    (name) => {
      for (const nothing of ['', ' ', '\n\t \u00a0\u3000']) {
        expect(refusal(fresh, name, nothing)).toBe('required');
      }
    },
  );

  test.each(['words', 'apology', 'improves', 'product'])('%s takes text alone', (name) => {
    for (const value of [5, true, {}, ['a'], undefined]) {
      expect(refusal(fresh, name, value)).toBe('not_a_text');
    }
  });

  test('their own words may be pages long (P3), a line may not', () => {
    expect(refusal(fresh, 'words', 'x'.repeat(100_000))).toBeUndefined();
    expect(refusal(fresh, 'words', 'x'.repeat(100_001))).toBe('too_long');
    expect(refusal(fresh, 'improves', 'x'.repeat(500))).toBeUndefined();
    expect(refusal(fresh, 'improves', 'x'.repeat(501))).toBe('too_long');
  });

  test('blanks at the ends of a text do not make it too long', () => {
    expect(refusal(fresh, 'improves', `  ${'x'.repeat(500)}\n`)).toBeUndefined();
  });

  test('a text that is too long says how long it may be and is', () => {
    const answer = { question: 'improves', value: 'x'.repeat(777) } as const;
    expect(refusesAnswer(fresh, answer, occasion)).toEqual({
      code: 'too_long',
      field: 'improves',
      facts: { longest: 500, given: 777 },
    });
  });
});

describe('choices', () => {
  test('only what is on the list is taken, and the refusal names the list', () => {
    expect(refusesAnswer(fresh, { question: 'channel', value: 'pigeon' }, occasion)).toEqual({
      code: 'unknown_choice',
      field: 'channel',
      facts: { given: 'pigeon', known: 'phone, letter' },
    });
  });

  test('a cause is a group with its sub-cause, neither of them alone (P6)', () => {
    expect(refusal(fresh, 'cause', 'manner/rude')).toBeUndefined();
    expect(refusal(fresh, 'cause', 'manner')).toBe('unknown_choice');
    expect(refusal(fresh, 'cause', 'rude')).toBe('unknown_choice');
  });

  test('a product that is on no list may be typed, but not an empty or endless one', () => {
    expect(refusal(fresh, 'product', 'the blue teapot')).toBeUndefined();
    expect(refusal(fresh, 'product', '  ')).toBe('required');
    expect(refusal(fresh, 'product', 'x'.repeat(201))).toBe('too_long');
  });

  test('a wish is what a customer can name, or something else in words (P18)', () => {
    expect(refusal(fresh, 'wish', 'refund')).toBeUndefined();
    expect(refusal(fresh, 'wish', 'something-else')).toBeUndefined();
    // A discount is offered here, but nobody asks for it by name.
    expect(refusal(fresh, 'wish', 'discount')).toBe('unknown_choice');
  });

  test.each(['channel', 'cause', 'severity', 'wish', 'fault', 'outcome'])(
    '%s cannot be passed over',
    (name) => {
      expect(refusal(fresh, name, null)).toBe('required');
    },
  );
});

describe('yes or no', () => {
  test('takes yes and no alone', () => {
    expect(refusal(fresh, 'confirmed', true)).toBeUndefined();
    expect(refusal(fresh, 'confirmed', false)).toBeUndefined();
    for (const value of ['yes', 1, 'true']) {
      expect(refusal(fresh, 'confirmed', value)).toBe('not_yes_or_no');
    }
  });

  test('a conversation does not end without thanks (P31)', () => {
    expect(refusal(fresh, 'thanked', false)).toBe('thanks_missing');
    expect(refusal(fresh, 'thanked', true)).toBeUndefined();
  });
});

describe('the day it happened', () => {
  test.each([
    ['today', '2026-11-21', undefined],
    ['years ago', '1999-12-31', undefined],
    ['tomorrow', '2026-11-22', 'in_the_future'],
    ['a day that is in no calendar', '2026-02-30', 'not_a_day'],
    ['a leap day in a common year', '2025-02-29', 'not_a_day'],
    ['another way to write a day', '21.11.2026', 'not_a_day'],
    ['a moment', '2026-11-20T10:00', 'not_a_day'],
    ['a number', 20_261_120, 'not_a_day'],
  ])('%s', (_, value, code) => {
    expect(refusal(fresh, 'happened', value)).toBe(code);
  });

  test('a leap day in a leap year is a day', () => {
    expect(isDay('2024-02-29')).toBe(true);
  });

  test('may be passed over', () => {
    expect(refusal(fresh, 'happened', null)).toBeUndefined();
  });
});

describe('the follow-up (P33)', () => {
  const conversation = conversationUntil('improves');

  test('lies ahead, and not years ahead', () => {
    expect(refusal(conversation, 'followup', hoursLater(36))).toBeUndefined();
    expect(refusal(conversation, 'followup', occasion.now)).toBe('already_past');
    expect(refusal(conversation, 'followup', hoursLater(24 * 366 * 3))).toBe('too_far_ahead');
    expect(refusal(conversation, 'followup', 1.5)).toBe('not_a_moment');
    expect(refusal(conversation, 'followup', 'tomorrow')).toBe('not_a_moment');
    expect(refusal(conversation, 'followup', Number.NaN)).toBe('not_a_moment');
  });

  test('is not asked of somebody who gave no name', () => {
    expect(refusal(fresh, 'followup', hoursLater(36))).toBe('not_asked');
  });
});

describe('what they chose (P19)', () => {
  const put = conversationAfter(offered);

  test('is one of what was put before them, or none', () => {
    expect(refusal(put, 'chosen', 1)).toBeUndefined();
    expect(refusal(put, 'chosen', 2)).toBeUndefined();
    expect(refusal(put, 'chosen', 'neither')).toBeUndefined();
    for (const value of [0, 3, '1', 'refund']) {
      expect(refusal(put, 'chosen', value)).toBe('not_offered');
    }
  });

  test('is not one of those that were put before and taken off the table', () => {
    const again = conversationAfter(offered, offered);
    expect(refusal(again, 'chosen', 1)).toBe('not_offered');
    expect(refusal(again, 'chosen', 3)).toBeUndefined();
  });

  test('is not asked before anything was put', () => {
    expect(refusal(fresh, 'chosen', 'neither')).toBe('not_asked');
  });
});

describe('an outcome is true of the record (P26)', () => {
  const doneAnd = (...happenings: readonly Happening[]): Conversation => ({
    state: stateAfter(offered, said('chosen', 1), said('done', 'Paid back.'), ...happenings),
    playbook: kettleShop,
  });

  test('resolved: something was done, nothing is owed', () => {
    expect(refusal(doneAnd(), 'outcome', 'resolved')).toBeUndefined();
  });

  test('nobody is told “resolved” while a promise is open', () => {
    expect(refusal(doneAnd(promised), 'outcome', 'resolved')).toBe('promise_open');
  });

  test('nor when nothing was done', () => {
    expect(refusal(doneAnd(said('done', null)), 'outcome', 'resolved')).toBe('nothing_done');
  });

  test('nor when they took none of the offers', () => {
    expect(refusal(doneAnd(said('chosen', 'neither')), 'outcome', 'resolved')).toBe('none_chosen');
  });

  test('promised: there is a promise that stands', () => {
    expect(refusal(doneAnd(), 'outcome', 'promised')).toBe('no_promise');
    expect(refusal(doneAnd(promised), 'outcome', 'promised')).toBeUndefined();
    const withdrawn = doneAnd(promised, { type: 'promise_withdrawn', body: { promise: 1 } });
    expect(refusal(withdrawn, 'outcome', 'promised')).toBe('no_promise');
  });

  test('not satisfied is always true when the agent says so (P30)', () => {
    expect(refusal(fresh, 'outcome', 'unsatisfied')).toBeUndefined();
  });
});

test('questions that only some answers open are refused until then', () => {
  for (const name of ['unconfirmed_reason', 'wish_detail', 'only_reason', 'instead', 'takes']) {
    expect(refusal(fresh, name, 'anything')).toBe('not_asked');
  }
});

test('people, offers and promises are no plain answers', () => {
  for (const { name, kind } of questions) {
    if (kind === 'customer' || kind === 'offers' || kind === 'promises') {
      expect(refusal(fresh, name, 'anything')).toBe('not_an_answer');
    }
  }
});
