import { describe, expect, test } from 'vitest';
import { readNumbers } from '../../src/plain/read-numbers.ts';

const shown = (text: string): string | undefined =>
  readNumbers(text)
    ?.map(({ n, size }) => (size === undefined ? String(n) : `${n}=${size}`))
    .join(' | ');

describe('numbers of a list with their sizes', () => {
  test.each([
    ['1 3', '1 | 3'],
    ['1,3', '1 | 3'],
    ['1, 3;4', '1 | 3 | 4'],
    ['2=29.90', '2=29.90'],
    ['2 = 29,90, 3', '2=29,90 | 3'],
    ['2=29.90 EUR 4=10%', '2=29.90 EUR | 4=10%'],
    ['2=€29.90 1', '2=€29.90 | 1'],
    ['2=29.90 1', '2=29.90 | 1'],
    ['', ''],
  ])('%j is read as %j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test.each(['the lot', '1 and 3', '2=', '=5', '1 x', '2=-5', '-1'])(
    '%j is no such list',
    (text) => {
      expect(shown(text)).toBeUndefined();
    },
  );
});
