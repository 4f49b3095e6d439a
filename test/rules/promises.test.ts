import { describe, expect, test } from 'vitest';
import { openPromises, refusesFuture, refusesPromise } from '../../src/rules/promises.ts';
import { millis } from '../../src/rules/values.ts';
import { HELLO, HOUR, hoursLater, promised, stateAfter } from './sample-complaint.ts';

const refund = { what: 'the refund', who: 'Sam', due: hoursLater(48) };
const refusal = (changes: Partial<typeof refund>) => {
  const refused = refusesPromise({ ...refund, ...changes }, HELLO);
  return refused && `${refused.field}: ${refused.code}`;
};

describe('a promise (P27, P28)', () => {
  test('says what, by whom, by when', () => {
    expect(refusal({})).toBeUndefined();
  });

  test.each([
    ['nothing', { what: ' \n' }, 'promises.what: promise_of_nothing'],
    ['a novel', { what: 'x'.repeat(501) }, 'promises.what: too_long'],
    ['something that nobody keeps', { who: '' }, 'promises.who: promise_by_nobody'],
    ['something that a crowd keeps', { who: 'x'.repeat(201) }, 'promises.who: too_long'],
    ['what should have been by now', { due: HELLO }, 'promises.by: already_past'],
    ['a mistyped year', { due: hoursLater(24 * 366 * 3) }, 'promises.by: too_far_ahead'],
    ['a time that is none', { due: millis(Number.NaN) }, 'promises.by: not_a_moment'],
  ])('is not of %s', (_, changes, code) => {
    expect(refusal(changes)).toBe(code);
  });

  test('stays in sight until it is taken back', () => {
    const state = stateAfter(promised, promised, {
      type: 'promise_withdrawn',
      body: { promise: 1 },
    });
    expect(openPromises(state).map(({ n }) => n)).toEqual([2]);
    expect(state.promises).toHaveLength(2);
  });
});

test('a moment lies ahead by as little as a millisecond and as much as two years', () => {
  const twoYears = 2 * 366 * 24 * HOUR;
  const code = (at: number) => refusesFuture(millis(at), HELLO, 'at')?.code;
  expect(code(HELLO)).toBe('already_past');
  expect(code(HELLO + 1)).toBeUndefined();
  expect(code(HELLO + twoYears)).toBeUndefined();
  expect(code(HELLO + twoYears + 1)).toBe('too_far_ahead');
});
