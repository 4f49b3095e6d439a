/**
 * Folding: two spellings that a person would call the same become the same text, so that `hodzic`
 * finds Hodžić and `νικος` finds Νίκος. The search index holds folded text, and every query is
 * folded the same way.
 */

import { segmenterOf } from './segmenter.ts';

// ASCII of any case is the commonest text by far, and folding runs on every imported row.
const BEYOND_ASCII = /[^\0-\x7f]/;

// Nor do Latin, Greek and Cyrillic need what is done for the scripts behind them.
const BEYOND_CYRILLIC = /[^\0-\u052f]/;

/** Letters with no decomposition in Unicode whose plain form people type instead. */
const PLAIN_LETTER: ReadonlyMap<string, string> = new Map([
  ['đ', 'd'],
  ['ß', 'ss'],
  ['ς', 'σ'],
  // Mongolian, as typed on a Russian keyboard.
  ['ө', 'о'],
  ['ү', 'у'],
  ['ı', 'i'],
  ['ł', 'l'],
  ['ø', 'o'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ħ', 'h'],
]);
const PLAIN_LETTERS = new RegExp(`[${[...PLAIN_LETTER.keys()].join('')}]`, 'gv');

/**
 * Accents, by whatever script they stand on. Marks that belong to one script (Thai vowels and tones,
 * Indic vowel signs) are letters of their words there and stay.
 */
const ACCENTS = /[\p{M}&&\p{Script=Inherited}]|\p{Default_Ignorable_Code_Point}/gv;

/** Zeros of the decimal digits that customers write; the other nine follow each. */
const DIGIT_ZEROS = [0x660, 0x6f0, 0x966, 0x1810, 0xe50] as const;
const FOREIGN_DIGITS =
  /[\u{660}-\u{669}\u{6F0}-\u{6F9}\u{966}-\u{96F}\u{1810}-\u{1819}\u{E50}-\u{E59}]/gv;

/** Runs in scripts that write words without blanks. */
const UNSPACED_RUN =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gv;

function asciiDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  const zero = DIGIT_ZEROS.find((first) => point >= first && point <= first + 9) ?? point;
  return String(point - zero);
}

/**
 * One order and one spelling for Thai: SARA AM in one piece whichever way it was typed, a tone mark
 * after the vowel it stands above, and SARA AE for the two SARA E that look the same.
 */
function plainThai(text: string): string {
  return text
    .replace(/([\u0e48-\u0e4b]?)\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, '$1$2\u0e33')
    .replace(/([\u0e48-\u0e4b])([\u0e31\u0e34-\u0e39])/g, '$2$1')
    .replaceAll('\u0e40\u0e40', '\u0e41');
}

function wordsApart(run: string): string {
  const words = Array.from(segmenterOf('word', 'th').segment(run), ({ segment }) => segment);
  return ` ${words.join(' ')} `;
}

/**
 * Folds text for the search index: lower case, no accents, plain letters and digits, Thai words
 * (and those of other scripts without blanks) separated by one blank. Punctuation stays.
 * @param text anything; folding folded text changes nothing more
 */
export function foldForSearch(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(PLAIN_LETTERS, (letter) => PLAIN_LETTER.get(letter) ?? letter)
    .replace(FOREIGN_DIGITS, asciiDigit);
  if (!BEYOND_CYRILLIC.test(plain)) return plain;
  const composed = plainThai(plain).normalize('NFC');
  if (composed.search(UNSPACED_RUN) === -1) return composed;
  return composed.replace(UNSPACED_RUN, wordsApart).replace(/ {2,}/g, ' ').trim();
}

/**
 * One letter with all that belongs to it, as far as folding looks: marks, the two signs that make
 * SARA AM or SARA AE together, the pieces of a Korean syllable.
 */
const LETTER =
  /\u0e40\u0e40|[\u1100-\u115f][\u1160-\u11a7]*[\u11a8-\u11ff]*\p{M}*|\P{M}\p{M}*(?:\u0e33|(?<=\u0e4d\p{M}*)\u0e32)?|\p{M}+/gv;

/** In Latin, Greek and Cyrillic without marks of their own, and what surrounds it, a unit is a letter. */
const BEYOND_SINGLE = /[^\0-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2026]/;

/** How letters fold, since the same ones come again and again. */
const folded = new Map<string, string>();
const MOST_KEPT = 5000;

/** Folded text, and where each of its UTF-16 units comes from. */
export interface FoldedText {
  readonly text: string;
  /** For each unit of the folded text, the first unit of its letter; then the length of the original. */
  readonly from: readonly number[];
}

/**
 * Folds text letter by letter, to find in it what a query found and to show that as it was written.
 * @returns what `foldForSearch` makes of it, but for the blanks that it sets between words
 */
export function foldLetters(original: string): FoldedText {
  if (!BEYOND_ASCII.test(original)) {
    return {
      text: original.toLowerCase(),
      from: Array.from({ length: original.length + 1 }, same),
    };
  }
  let text = '';
  const from: number[] = [];
  const take = (letter: string, index: number): void => {
    let plain = folded.get(letter);
    if (plain === undefined) {
      plain = foldLetter(letter);
      if (folded.size < MOST_KEPT) folded.set(letter, plain);
    }
    text += plain;
    for (let unit = 0; unit < plain.length; unit++) from.push(index);
  };
  if (BEYOND_SINGLE.test(original)) {
    for (const { 0: letter, index } of original.matchAll(LETTER)) take(letter, index);
  } else {
    for (let index = 0; index < original.length; index++) take(original[index] ?? '', index);
  }
  from.push(original.length);
  return { text, from };
}

const same = (_: unknown, place: number): number => place;

/** What stands alone must not be trimmed or set apart: a blank is a letter too here. */
const foldLetter = (letter: string): string => (/\s/.test(letter) ? letter : foldForSearch(letter));

/**
 * Folds what somebody types into a search.
 * @returns its words, folded as the index has them, without punctuation; empty for an empty query
 */
export function foldQuery(text: string): string[] {
  return foldForSearch(text).match(/[\p{L}\p{N}\p{M}\p{Co}]+/gv) ?? [];
}

/**
 * @param phone a telephone number as anybody writes it
 * @returns its digits in ASCII, nothing else: `+359 88 123 4567` is `359881234567`
 */
export function digitsOf(phone: string): string {
  return phone
    .normalize('NFKC')
    .replace(FOREIGN_DIGITS, asciiDigit)
    .replace(/[^0-9]/g, '');
}
