import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitsOf, foldForSearch, foldLetters, foldQuery } from '../../src/language/fold.ts';

describe('folding for search', () => {
  it.each([
    ['English', 'The KETTLE, café au lait', 'the kettle, cafe au lait'],
    ['Mongolian', 'Өвөрхангайн Үйлчилгээ', 'оворхангаин уилчилгээ'],
    ['Bulgarian', 'Ѝ каза: Счупената Каната', 'и каза: счупената каната'],
    ['Greek', 'Νίκος ΑΛΕΞΊΟΥ, βραστήρας', 'νικοσ αλεξιου, βραστηρασ'],
    ['Bosnian', 'Amra Hodžić, Đurđa Šćepović', 'amra hodzic, durda scepovic'],
    ['German', 'STRASSE Straße Müller', 'strasse strasse muller'],
    ['wide Japanese digits', '１２３ＡＢＣ', '123abc'],
  ])('%s', (_, written, folded) => {
    expect(foldForSearch(written)).toBe(folded);
  });

  it('keeps Thai vowels and tones, which make the words, and sets the words apart', () => {
    const folded = foldForSearch('กาต้มน้ำแตก');
    expect(folded.replaceAll(' ', '')).toBe('กาต้มน้ำแตก');
    expect(folded.split(' ').length).toBeGreaterThan(1);
    expect(folded.split(' ')).toContain('แตก');
    expect(foldForSearch('ไม่')).not.toBe(foldForSearch('ไม้'));
  });

  it('takes the ways of typing a Thai word as the same', () => {
    const water = foldForSearch('น้ำ');
    expect(foldForSearch('น\u0e49\u0e4d\u0e32')).toBe(water);
    expect(foldForSearch('น\u0e4d\u0e49\u0e32')).toBe(water);
    expect(foldForSearch('ที\u0e48')).toBe(foldForSearch('ท\u0e48ี'));
    expect(foldForSearch('เเตก')).toBe(foldForSearch('แตก'));
  });

  it('sets Thai words apart from what stands beside them', () => {
    expect(foldQuery('รุ่นKT1700แตก')).toEqual(expect.arrayContaining(['รุ่น', 'kt1700', 'แตก']));
  });

  it('takes both ways of writing an accent as the same', () => {
    for (const name of ['Hodžić', 'Νίκος', 'Тойота', 'Ёлка', 'Nguyễn', '한국어', 'が']) {
      expect(foldForSearch(name.normalize('NFD'))).toBe(foldForSearch(name.normalize('NFC')));
    }
  });

  it('does not let an invisible character hide a word', () => {
    expect(foldForSearch('ket\u00adt\u200ble\ufeff é')).toBe('kettle e');
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        const folded = foldForSearch(`é${written}`);
        expect(foldForSearch(folded)).toBe(folded);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds a name as people type it', () => {
    const index = (text: string) => new Set(foldQuery(text));
    for (const [name, typed] of [
      ['Б. Болдбаатар', 'болдбаатар'],
      ['Ганзориг Өлзийбаяр', 'олзийбаяр'],
      ['Amra Hodžić', 'hodzic'],
      ['Νίκος Αλεξίου', 'ΝΙΚΟΣ'],
      ['สมชาย ใจดี', 'ใจดี'],
    ] as const) {
      for (const word of foldQuery(typed)) expect(index(name)).toContain(word);
    }
  });

  it('makes a query into words and nothing else', () => {
    expect(foldQuery(`"O'Neil" AND (kettle*) -x: é`)).toEqual([
      'o',
      'neil',
      'and',
      'kettle',
      'x',
      'e',
    ]);
    expect(foldQuery('  ')).toEqual([]);
    expect(foldQuery('!?')).toEqual([]);
  });
});

describe('folding letter by letter, to show what was found as it was written', () => {
  const bare = (text: string) => text.replace(/\s/gu, '');

  it('folds as the index does, blanks aside', () => {
    for (const written of [
      'The KETTLE, café au lait',
      'Өвөрхангайн Үйлчилгээ',
      'Νίκος ΑΛΕΞΊΟΥ, βραστήρας',
      'Amra Hodžić, Đurđa Šćepović, Straße',
      'กาต้มน้ำแตกเมื่อวาน น\u0e4d\u0e49\u0e32 เเตก ๑๒๓',
      '한국어'.normalize('NFD'),
    ]) {
      expect(bare(foldLetters(written).text)).toBe(bare(foldForSearch(written)));
    }
  });

  it('leads every folded letter back to where it was written', () => {
    const written = 'Cafe\u0301 au lait, น้ำแตก, Đurđa';
    const { text, from } = foldLetters(written);
    for (const [typed, seen] of [
      ['cafe', 'Cafe\u0301'],
      ['แตก', 'แตก'],
      ['น้ำ', 'น้ำ'],
      ['durda', 'Đurđa'],
    ] as const) {
      const at = text.indexOf(typed);
      expect(at).toBeGreaterThanOrEqual(0);
      expect(written.slice(from[at], from[at + typed.length])).toBe(seen);
    }
  });

  it('never cuts through a letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        const { text, from } = foldLetters(written);
        expect(from).toHaveLength(text.length + 1);
        expect(from.every((place, at) => at === 0 || place >= (from[at - 1] ?? 0))).toBe(true);
        for (const place of from)
          expect(written.slice(place)).not.toMatch(/^[\p{M}--\p{Script=Thai}]/v);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the digits of a telephone number', () => {
  it.each([
    ['+359 88 123 4567', '359881234567'],
    ['(088) 123-45.67', '0881234567'],
    ['๐๘๑ ๒๓๔ ๕๖๗๘', '0812345678'],
    ['＋１２', '12'],
    ['none', ''],
  ])('of %s', (phone, digits) => {
    expect(digitsOf(phone)).toBe(digits);
  });
});
