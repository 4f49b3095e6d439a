import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText } from '../../src/language/money-text.ts';
import { readMoney } from '../../src/language/read-money.ts';

describe('money as it is typed (P20)', () => {
  it.each([
    ['29.90 EUR', 2990, 'EUR'],
    ['29.90EUR', 2990, 'EUR'],
    ['eur 29.90', 2990, 'EUR'],
    ['29,90', 2990, 'EUR'],
    ['€29.90', 2990, 'EUR'],
    ['29.90 €', 2990, 'EUR'],
    [' 30 ', 3000, 'EUR'],
    ['29.9', 2990, 'EUR'],
    ['0', 0, 'EUR'],
    ['1234', 123400, 'EUR'],
    ['1,234.50', 123450, 'EUR'],
    ['1.234,50', 123450, 'EUR'],
    ['1 234,50', 123450, 'EUR'],
    ['1\u00a0234,50\u00a0€', 123450, 'EUR'],
    ["1'234.50", 123450, 'EUR'],
    ['1,234,567', 123456700, 'EUR'],
    ['£5', 500, 'GBP'],
    ['20 лв.', 2000, 'BGN'],
    ['20 KM', 2000, 'BAM'],
    ['₮5000', 500000, 'MNT'],
    ['100฿', 10000, 'THB'],
    ['$20', 2000, 'USD'],
    ['¥1,200', 1200, 'JPY'],
    ['1200 JPY', 1200, 'JPY'],
    ['1.234 KWD', 1234, 'KWD'],
    ['90000000000', 9e12, 'EUR'],
  ])('%s', (text, minor, currency) => {
    expect(readMoney(text, 'EUR')).toEqual({ minor, currency });
  });

  it('takes a shared sign for the money of the desk', () => {
    expect(readMoney('$20', 'AUD')).toEqual({ minor: 2000, currency: 'AUD' });
    expect(readMoney('¥20', 'CNY')).toEqual({ minor: 2000, currency: 'CNY' });
  });

  it.each([
    ['', 'nothing'],
    ['kettle', 'a word'],
    ['NaN', 'no number'],
    ['1e3', 'not how people write'],
    ['Infinity', 'no number'],
    ['-5', 'less than nothing'],
    ['29.905', 'more decimals than there are cents'],
    ['29,901', 'a third decimal or thousands'],
    ['1,234', 'one and a bit, or a thousand'],
    ['1,23,456', 'no grouping'],
    ['1,234,5', 'no grouping'],
    ['1.234.567.89', 'a point that is both'],
    ['1200.50 JPY', 'decimals of a currency that has none'],
    ['29.90 XQZ', 'no currency'],
    ['€29.90 EUR', 'two currencies'],
    ['29.', 'half a number'],
    ['.50', 'half a number'],
    ['30 40', 'two numbers'],
    ['90000000000.01', 'beyond any complaint'],
  ])('refuses %s (%s)', (text) => {
    expect(readMoney(text, 'EUR')).toBeUndefined();
  });

  it('reads back every sum that is written for machines', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9e12 }),
        fc.constantFrom('EUR', 'JPY', 'KWD', 'MNT'),
        (minor, currency) => {
          expect(readMoney(`${decimalText(minor, currency)} ${currency}`, 'EUR')).toEqual({
            minor,
            currency,
          });
        },
      ),
    );
  });
});
