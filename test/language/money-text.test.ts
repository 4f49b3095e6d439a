import { describe, expect, it } from 'vitest';
import { decimalText, moneyText, placesOf } from '../../src/language/money-text.ts';

describe('money as it is written', () => {
  it.each([
    [2990, 'EUR', '29.90'],
    [5, 'EUR', '0.05'],
    [0, 'EUR', '0.00'],
    [-500, 'EUR', '-5.00'],
    [1200, 'JPY', '1200'],
    [1234, 'KWD', '1.234'],
    [9e12, 'EUR', '90000000000.00'],
  ])('%i of %s is %s to a machine', (minor, currency, text) => {
    expect(decimalText(minor, currency)).toBe(text);
  });

  it('is written for people as their language writes it', () => {
    expect(moneyText(3400, 'EUR', 'en')).toBe('€34.00');
    expect(moneyText(123450, 'EUR', 'el')).toBe('1.234,50\u00a0€');
    expect(moneyText(1200, 'JPY', 'en')).toBe('¥1,200');
    expect(moneyText(10000, 'THB', 'th')).toBe('฿100.00');
    expect(moneyText(1234, 'IQD', 'en')).toMatch(/1\.234$/);
  });

  it('has the decimals of ISO 4217', () => {
    expect(['EUR', 'JPY', 'KWD', 'IQD', 'MNT'].map(placesOf)).toEqual([2, 0, 3, 3, 2]);
  });
});
