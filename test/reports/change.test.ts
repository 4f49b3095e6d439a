import { describe, expect, test } from 'vitest';
import { createMessages } from '../../src/language/messages.ts';
import { machineValues } from '../../src/reports/machine-value.ts';
import { changeBetween } from '../../src/reports/make/figure-row.ts';
import { createValueText } from '../../src/reports/value-text.ts';
import { count, euros, none, share } from '../support/sample-reports.ts';

describe('by how much a figure changed (P40)', () => {
  test('is a part of what it was, for a number', () => {
    expect(changeBetween(count(30), count(20))).toEqual({ kind: 'change', by: 0.5 });
    expect(changeBetween(euros(500), euros(1000))).toEqual({ kind: 'change', by: -0.5 });
    expect(changeBetween(count(3), count(0))).toEqual(none);
  });

  test('is in points, for a share', () => {
    const points = changeBetween(share(60, 100), share(80, 100));
    expect(points).toEqual({ kind: 'points', by: expect.closeTo(-0.2, 10) });
    expect(machineValues(points)).toEqual([{ suffix: '', value: '-0.2', unit: 'points' }]);
    const text = createValueText(createMessages('en'));
    expect(text.of(points)).toBe('−20 points');
    expect(text.of(changeBetween(share(61, 100), share(60, 100)))).toBe('+1 point');
    expect(text.of(changeBetween(share(1, 2), share(2, 4)))).toBe('±0 points');
  });

  test('is nothing where one of the shares is of none', () => {
    expect(changeBetween(share(0, 0), share(1, 2))).toEqual(none);
    expect(changeBetween(share(1, 2), share(0, 0))).toEqual(none);
  });
});
