import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantileOf } from '../../../src/rules/figures/quantile.ts';

describe('the median and the 90th percentile (P40)', () => {
  test('are the numbers that a sorted list has at that rank', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 200 }),
        fc.constantFrom(0.01, 0.25, 0.5, 0.9, 1),
        (numbers, share) => {
          const sorted = numbers.toSorted((one, other) => one - other);
          const rank = Math.max(1, Math.ceil(share * numbers.length));
          expect(quantileOf(Uint32Array.from(numbers), share)).toBe(sorted[rank - 1]);
        },
      ),
    );
  });

  test('keep every number, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 9 }), { minLength: 1 }), (numbers) => {
        const column = Uint32Array.from(numbers);
        quantileOf(column, 0.5);
        expect(column.toSorted()).toEqual(Uint32Array.from(numbers).toSorted());
      }),
    );
  });

  test('are nothing where there is nothing', () => {
    expect(quantileOf(new Uint32Array(), 0.5)).toBeUndefined();
  });
});
