import { expect, it } from 'vitest';
import { refusesText } from '../../src/terminal/unsafe-input.ts';

it('refuses text that would not come back from the record as it went in', () => {
  expect(refusesText('a\0b')).toBe('nul');
  expect(refusesText('half \ud83d')).toBe('lone-surrogate');
  expect(refusesText('\udc69 half')).toBe('lone-surrogate');
});

it('lets in everything else, however odd', () => {
  expect(refusesText('')).toBeUndefined();
  expect(refusesText('👩‍👩‍👧 \x1b[31m\u202e สมชาย')).toBeUndefined();
});
