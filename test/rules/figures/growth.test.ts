import jstat from 'jstat';
import { describe, expect, test } from 'vitest';
import { ALPHA, grown, type UpperTail } from '../../../src/rules/figures/growth.ts';

const tail: UpperTail = (k, n, share) => (k <= 0 ? 1 : jstat.ibeta(share, k, n - k + 1));

/** The definition, added up term by term. */
function slowTail(k: number, n: number, share: number): number {
  let term = (1 - share) ** n;
  let below = 0;
  for (let i = 0; i < k; i++) {
    below += term;
    term *= ((n - i) / (i + 1)) * (share / (1 - share));
  }
  return 1 - below;
}

const half = (now: number, before: number) => ({ now, before, share: 0.5 });

describe('a cause that grows (P37)', () => {
  test.for([
    [12, 17, 0.5],
    [3, 3, 0.5],
    [40, 100, 0.3],
    [1, 20, 0.05],
  ] as const)(
    'the chance of %d of %d by %d is that of the binomial distribution',
    ([k, n, share]) => {
      expect(tail(k, n, share)).toBeCloseTo(slowTail(k, n, share), 7);
    },
  );

  test('is told where chance does not explain it, and not where it does', () => {
    // 12 of 17 has a chance of 7.2 %, 14 of 17 one of 0.6 %.
    expect(grown([half(12, 5)], tail)).toEqual(new Set());
    expect(grown([half(14, 3)], tail)).toEqual(new Set([0]));
  });

  test('has more to prove the more causes are looked at', () => {
    const quiet = Array.from({ length: 19 }, () => half(5, 5));
    expect(tail(14, 17, 0.5)).toBeLessThan(ALPHA);
    expect(grown([half(14, 3), ...quiet], tail)).toEqual(new Set());
    expect(grown([half(34, 3), ...quiet], tail)).toEqual(new Set([0]));
  });

  test('is measured against how long each time was', () => {
    expect(grown([{ now: 20, before: 20, share: 0.5 }], tail)).toEqual(new Set());
    expect(grown([{ now: 20, before: 20, share: 0.2 }], tail)).toEqual(new Set([0]));
  });

  test('is seldom called so when nothing changed', () => {
    // 2,000 desks of ten causes at a steady rate; each cause has its chance from a fixed sequence.
    let seed = 7;
    const random = (): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const poisson = (rate: number): number => {
      let left = Math.exp(-rate);
      let count = -1;
      for (let product = 1; product > left; product *= random()) count += 1;
      left = 0;
      return count;
    };
    let wrong = 0;
    for (let desk = 0; desk < 2000; desk++) {
      const causes = Array.from({ length: 10 }, () => half(poisson(20), poisson(20)));
      if (grown(causes, tail).size > 0) wrong += 1;
    }
    expect(wrong / 2000).toBeLessThan(ALPHA);
  });
});
