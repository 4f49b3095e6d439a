import { expect, test } from 'vitest';
import { questionOfEvent } from '../../src/rules/event-question.ts';
import type { Happening } from '../../src/rules/events.ts';
import { isQuestionName, isTextAnswer, questionNamed } from '../../src/rules/questions.ts';
import { customerId } from '../../src/rules/values.ts';
import { logOf, named, offered, opened, promised, said } from './sample-complaint.ts';

const changed = (fact: 'name' | 'phone' | 'email' | 'account' | 'language' | 'address') =>
  ({
    type: 'customer_changed',
    body: { customer: customerId(7), fact, from: null, to: 'x' },
  }) as const;

test.each<readonly [string, Happening, string | undefined]>([
  ['an answer', said('cause', 'manner/rude'), 'cause'],
  ['what was offered', offered, 'offers'],
  ['a promise', promised, 'promises'],
  ['a promise taken back', { type: 'promise_withdrawn', body: { promise: 1 } }, 'promises'],
  ['that all is promised', { type: 'promises_settled', body: {} }, 'promises'],
  ['who it is', named, 'customer'],
  ['a name put right', changed('name'), 'customer'],
  ['a phone number', changed('phone'), 'reach'],
  ['an email address', changed('email'), 'reach'],
  ['an account number', changed('account'), 'account'],
  ['a language', changed('language'), 'language'],
  ['what they would not tell', { type: 'customer_passed', body: { question: 'reach' } }, 'reach'],
  [
    'a question that is gone since',
    { type: 'customer_passed', body: { question: 'x' } },
    undefined,
  ],
  ['the first hello', opened, undefined],
  ['the end', { type: 'finished', body: {} }, undefined],
])('undoing %s goes back to its question', (_, happening, question) => {
  const [event] = logOf([happening]);
  expect(event && questionOfEvent(event)).toBe(question);
});

test('a question is known by its name alone', () => {
  expect(isQuestionName('cause')).toBe(true);
  expect(isQuestionName('constructor')).toBe(false);
  expect(() => questionNamed('nothing' as 'cause')).toThrow(RangeError);
});

test('what is typed about the complaint is text; a name or a choice is not', () => {
  expect(isTextAnswer('words')).toBe(true);
  expect(isTextAnswer('improves')).toBe(true);
  for (const name of ['customer', 'reach', 'cause', 'happened', 'confirmed', 'offers'] as const) {
    expect(isTextAnswer(name)).toBe(false);
  }
});
