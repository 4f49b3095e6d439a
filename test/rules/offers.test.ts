import { describe, expect, test } from 'vitest';
import {
  chosenOffer,
  fittingRemedies,
  openOffers,
  remedyOf,
  usualOffer,
} from '../../src/rules/offers.ts';
import { kettleShop, offered, said, stateAfter } from './sample-complaint.ts';

const order = (wish?: string, cause?: string) =>
  fittingRemedies(kettleShop, wish, cause).map(({ id }) => id);

describe('what is worth offering first (P18, P22)', () => {
  test('what they wish for, then what answers that wish, then what suits the cause', () => {
    expect(order('replacement', 'delivery/late')).toEqual([
      'replacement',
      'repair',
      'refund',
      'apology',
      'discount',
    ]);
  });

  test('a remedy made for another cause comes after one that suits', () => {
    // A refund answers the wish, but is meant for what came late.
    expect(order('replacement', 'delivery/damaged')).toEqual([
      'replacement',
      'repair',
      'refund',
      'discount',
      'apology',
    ]);
  });

  test('without a wish, the cause alone decides', () => {
    expect(order(undefined, 'manner/rude')[0]).toBe('apology');
    // What is made for the cause, what suits every cause, what is made for another.
    expect(order(undefined, 'delivery/damaged')).toEqual([
      'replacement',
      'discount',
      'repair',
      'apology',
      'refund',
    ]);
  });

  test('knowing nothing, what suits everything comes first', () => {
    expect(order()[0]).toBe('repair');
  });

  test('nothing is ever left out: the agent may still offer it', () => {
    const all = kettleShop.remedies.map(({ id }) => id).sort();
    for (const wish of [undefined, 'refund', 'something-else']) {
      for (const cause of [undefined, 'delivery/late', 'manner/rude', 'gone/since']) {
        expect([...order(wish, cause)].sort()).toEqual(all);
      }
    }
  });
});

test('a remedy is offered in its usual size', () => {
  const usual = (id: string) => {
    const remedy = remedyOf(kettleShop, id);
    return remedy && usualOffer(remedy);
  };
  expect(usual('refund')).toEqual({ remedy: 'refund', amount: 2990, currency: 'EUR' });
  expect(usual('discount')).toEqual({ remedy: 'discount', percent: 10 });
  expect(usual('repair')).toEqual({ remedy: 'repair' });
});

test('a remedy that left the playbook is simply not known', () => {
  expect(remedyOf(kettleShop, 'a-song')).toBeUndefined();
});

test('what stands before the customer is what was put last, and one of it is chosen', () => {
  expect(chosenOffer(stateAfter(offered))).toBeUndefined();
  const state = stateAfter(offered, offered, said('chosen', 4));
  expect(openOffers(state).map(({ n }) => n)).toEqual([3, 4]);
  expect(chosenOffer(state)?.n).toBe(4);
});
