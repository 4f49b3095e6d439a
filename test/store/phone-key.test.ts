import { describe, expect, test } from 'vitest';
import { countryOfZone } from '../../src/store/country.ts';
import { phoneKeys } from '../../src/store/phone-key.ts';

const keyOf = async (phone: string, country?: string) =>
  (await phoneKeys(phone, async () => country)).key;

describe('a phone number is one number however it is written (P2)', () => {
  test.each([
    '0888 123 456',
    '088 812 3456',
    '+359 88 812 3456',
    '00359 888 123 456',
    '+359 (0)888 123 456',
    '＋３５９ 888 123 456',
    '(0888) 123-456 ext. 5',
  ])('at a desk in Bulgaria: %s', async (typed) => {
    expect(await keyOf(typed, 'BG')).toBe('359888123456');
  });

  test.each([
    ['9911 2233', 'MN', '97699112233'],
    ['210 555 0101', 'GR', '302105550101'],
    ['๐๘๑ ๒๓๔ ๕๖๗๘', 'TH', '66812345678'],
    ['061 123 456', 'BA', '38761123456'],
  ])('%s in %s', async (typed, country, key) => {
    expect(await keyOf(typed, country)).toBe(key);
  });

  test('with its country it needs no desk, and the desk is not asked', async () => {
    const asked: string[] = [];
    const keys = await phoneKeys('+44 20 7946 0018', async () => {
      asked.push('country');
      return 'BG';
    });
    expect(keys.key).toBe('442079460018');
    expect(asked).toEqual([]);
  });

  test('a row from before is found too, whichever way it was written', async () => {
    const { same } = await phoneKeys('+359 888 123 456', async () => 'BG');
    expect(same).toEqual(expect.arrayContaining(['359888123456', '0888123456', '888123456']));
  });

  test('what is no number of that country is kept by its digits', async () => {
    expect(await keyOf('12 34 5', 'BG')).toBe('12345');
    expect(await keyOf('0888 123 456')).toBe('0888123456');
    expect(await keyOf('-')).toBeNull();
  });
});

test.each([
  ['Europe/Sofia', 'BG'],
  ['Asia/Ulaanbaatar', 'MN'],
  ['Europe/Sarajevo', 'BA'],
  ['Asia/Bangkok', 'TH'],
  ['Asia/Kolkata', 'IN'],
  ['UTC', undefined],
  ['Nowhere/Else', undefined],
])('the clocks of %s are those of %s', async (zone, country) => {
  expect(await countryOfZone(zone)).toBe(country);
});
