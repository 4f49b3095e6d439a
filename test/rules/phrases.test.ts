import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { phraseFinder } from '../../src/rules/phrases.ts';

const avoid = (id: string, ...match: readonly string[]) => ({
  id,
  match,
  because: 'it makes it worse',
  better: 'Here is what I can do.',
});

/** @returns the parts of a text that are to be avoided. */
const found = (text: string, ...spellings: readonly string[]) =>
  phraseFinder(spellings.map((spelling) => avoid(spelling, spelling)))(text).map(({ start, end }) =>
    text.slice(start, end),
  );

describe('a phrase that makes it worse (P16)', () => {
  test.each([
    ['wherever it stands', 'Well, our policy says no.', 'our policy', ['our policy']],
    ['whatever the case', 'OUR Policy', 'our policy', ['OUR Policy']],
    ['at the ends of the text', 'our policy', 'our policy', ['our policy']],
    ['over a line break or blanks', 'our \n  policy', 'our policy', ['our \n  policy']],
    ['beside any punctuation', '“our policy”,', 'our policy', ['our policy']],
    ['each time', 'our policy, our policy', 'our policy', ['our policy', 'our policy']],
    ['with a typographic apostrophe', 'I don’t know', "don't know", ['don’t know']],
    ['with a plain one', "I don't know", 'don’t know', ["don't know"]],
    ['with any ending for a star', 'policies and policing', 'polic*', ['policies', 'policing']],
    ['with no ending for a star', 'a rule', 'rule*', ['rule']],
    [
      'with signs that mean something to a computer',
      'why (exactly)?',
      '(exactly)?',
      ['(exactly)?'],
    ],
  ])('is found %s', (_, text, spelling, parts) => {
    expect(found(text, spelling)).toEqual(parts);
  });

  test.each([
    ['inside a longer word', 'your policyholder', 'policy'],
    ['at the end of a longer word', 'unpolicy', 'policy'],
    ['beside a digit', 'policy2', 'policy'],
    ['when its words are apart', 'our own policy', 'our policy'],
    ['when a star would have to stand for a blank', 'pol icy', 'pol*icy'],
    ['where the last letter goes on with an accent', 'cafe\u0301', 'cafe'],
    ['where a dot is no letter', 'nXo', 'n.o'],
  ])('is not found %s', (_, text, spelling) => {
    expect(found(text, spelling)).toEqual([]);
  });

  test('is found in any script', () => {
    expect(found('Това НЕ Е моя работа!', 'не е моя работа')).toEqual(['НЕ Е моя работа']);
    expect(found('Немоя', 'моя')).toEqual([]);
    expect(found('Δεν ΞΕΡΩ τίποτα', 'δεν ξέρω', 'δεν ξερω')).toEqual(['Δεν ΞΕΡΩ']);
    expect(found('ΚΑΝΟΝΕΣ', 'κανόνες', 'κανονες')).toEqual(['ΚΑΝΟΝΕΣ']);
    expect(found('ขอโทษค่ะ ไม่ทราบ ค่ะ', 'ไม่ทราบ')).toEqual(['ไม่ทราบ']);
    expect(found('ไม่ทราบ้', 'ไม่ทราบ')).toEqual([]);
    expect(found('Энэ миний ажил биш.', 'миний ажил*')).toEqual(['миний ажил']);
  });

  test('the longest of those that overlap is the one that is told', () => {
    expect(found('it is our policy', 'our policy', 'it is our policy')).toEqual([
      'it is our policy',
    ]);
    expect(found('you need to calm down', 'you need to', 'need to calm down')).toEqual([
      'need to calm down',
    ]);
  });

  test('one that only touches a phrase left out is told too', () => {
    const text = 'aa bb cc dd';
    expect(found(text, 'aa bb cc', 'cc dd', 'dd')).toEqual(['aa bb cc', 'dd']);
  });

  test('however many are looked for, those told stand in order and do not overlap', () => {
    const words = fc.constantFrom('our', 'policy', 'is', 'no', 'not', 'my', 'job');
    const phrase = fc.array(words, { minLength: 1, maxLength: 3 }).map((some) => some.join(' '));
    fc.assert(
      fc.property(
        fc.array(phrase, { minLength: 1, maxLength: 5 }),
        fc.array(words, { maxLength: 12 }),
        (spellings, said) => {
          const text = said.join(' ');
          const hits = phraseFinder(spellings.map((one) => avoid(one, one)))(text);
          for (const [index, hit] of hits.entries()) {
            expect(hit.start).toBeGreaterThanOrEqual(hits[index - 1]?.end ?? 0);
            expect(text.slice(hit.start, hit.end)).toBe(hit.phrase.id);
          }
          const present = spellings.some((one) => ` ${text} `.includes(` ${one} `));
          expect(hits.length > 0).toBe(present);
        },
      ),
    );
  });

  test('a text without any is left alone', () => {
    expect(found('Here is what I can do for you today.', 'our policy', 'no')).toEqual([]);
    expect(found('', 'our policy')).toEqual([]);
  });
});
