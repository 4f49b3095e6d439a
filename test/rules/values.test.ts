import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { complaintId, readRef, refOf } from '../../src/rules/values.ts';

describe('a reference', () => {
  test.each(['C-1042', 'c-1042', '1042', '#1042', '  C-1042 '])('is read from “%s”', (text) => {
    expect(readRef(text)).toBe(1042);
  });

  test.each(['', 'C-', 'C1042', 'C-0', '0', '007', '-5', '1.5', 'C-10 42', '#C-1', '१२', '1e3'])(
    'is not read from “%s”',
    (text) => {
      expect(readRef(text)).toBeUndefined();
    },
  );

  test('that was written is read back as the same complaint', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999_999 }), (number) => {
        expect(readRef(refOf(complaintId(number)))).toBe(number);
      }),
    );
  });
});
