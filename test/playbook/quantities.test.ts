import { describe, expect, it } from 'vitest';
import { readHours, readPercent, readSum } from '../../src/playbook/quantities.ts';

describe('quantities in a playbook are written with their unit', () => {
  it.each([
    ['50.00 EUR', 5000, 'EUR'],
    ['4.9 EUR', 490, 'EUR'],
    ['€29.90', 2990, 'EUR'],
    ['0.00 EUR', 0, 'EUR'],
    ['1500 JPY', 1500, 'JPY'],
  ])('%s is a sum', (written, minor, currency) => {
    expect(readSum(written)).toEqual({ minor, currency });
  });

  it.each(['50', '50.001 EUR', '1.5 JPY', '-5 EUR', 'EUR', '50 QQQ', '50 XXX', ''])(
    '"%s" is none',
    (written) => {
      expect(readSum(written)).toBeUndefined();
    },
  );

  it.each([
    ['10 h', 10],
    ['1.5h', 1.5],
    ['8760 h', 8760],
    ['15 min', 0.25],
    ['90min', 1.5],
  ])('%s are hours', (written, hours) => {
    expect(readHours(written)).toBe(hours);
  });

  it.each(['0 h', '10', '10 d', '-1 h', '8761 h', '1e3 h', '0 min', '15 m', 'min', ''])(
    '"%s" are none',
    (written) => {
      expect(readHours(written)).toBeUndefined();
    },
  );

  it.each([
    ['15 %', 15],
    ['12.5%', 12.5],
    ['0 %', 0],
    ['100 %', 100],
  ])('%s is a share', (written, percent) => {
    expect(readPercent(written)).toBe(percent);
  });

  it.each(['15', '100.5 %', '12.25 %', '-5 %', '%', ''])('"%s" is none', (written) => {
    expect(readPercent(written)).toBeUndefined();
  });
});
