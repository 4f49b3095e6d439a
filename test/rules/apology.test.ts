import { describe, expect, test } from 'vitest';
import { apologySigns } from '../../src/language/apology-signs.ts';
import { type ApologySigns, apologyPartsIn } from '../../src/rules/apology.ts';

const signs: ApologySigns = {
  regret: ['sorry', 'apolog*'],
  what_happened: ['broke*'],
  responsibility: ['our fault', "that's on us"],
  not_again: ['from now on'],
  put_right: ['i will'],
};
const parts = (text: string, ...facts: readonly string[]) => [
  ...apologyPartsIn(text, signs, facts),
];

describe('the parts of a good apology (P13, P14)', () => {
  test('are each seen by their words', () => {
    expect(
      parts(
        'I am sorry. It broke, that is our fault. From now on we pack it twice; I will send one.',
      ),
    ).toEqual(['regret', 'what_happened', 'responsibility', 'not_again', 'put_right']);
  });

  test.each([
    ['whatever the case', 'SORRY', ['regret']],
    ['with any ending of a stem', 'My apologies', ['regret']],
    ['beside punctuation', '(sorry)', ['regret']],
    ['with a typographic apostrophe', 'That’s on us', ['responsibility']],
    ['over a line break', 'our\nfault', ['responsibility']],
    ['not inside another word', 'sorrys, unapologetic', []],
    ['not from one half of a sign', 'whose fault is our guess', []],
    ['not in an empty text', '', []],
  ])('%s', (_, text, seen) => {
    expect(parts(text)).toEqual(seen);
  });

  test('naming the thing itself says what happened', () => {
    expect(parts('The kettle, yes.', 'Kettle')).toEqual(['what_happened']);
    expect(parts('Τον βραστήρα', 'βραστήρα')).toEqual(['what_happened']);
  });

  test('a fact of a letter or two says nothing', () => {
    expect(parts('I see a TV', 'a', 'TV')).toEqual([]);
  });

  test('the English signs find all five in a good apology', () => {
    const text =
      'I am sorry that the kettle arrived broken. That was our packing. ' +
      'From now on we use a stronger box, and I will send you a new one today.';
    expect([...apologyPartsIn(text, apologySigns('en'), [])].sort()).toEqual(
      ['regret', 'what_happened', 'responsibility', 'not_again', 'put_right'].sort(),
    );
  });
});
