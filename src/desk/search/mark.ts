import type { FoldedText } from '../../language/fold.ts';

/** A piece of a text, and whether it is what was looked for. */
export interface Marked {
  readonly text: string;
  readonly found: boolean;
}

/** How much of a text stands around what was found, in UTF-16 units. */
const AROUND = 36;

/** A place in folded text. */
type Place = readonly [from: number, to: number];

/** @returns the first place of each word in a text, those that are not in it left out. */
export function placesIn({ text }: FoldedText, words: readonly string[]): Place[] {
  return words.flatMap((word): Place[] => {
    const at = placeOf(text, word);
    return at === -1 ? [] : [[at, at + word.length]];
  });
}

/** Scripts that write words without blanks: there a word may begin anywhere. */
const unspaced =
  /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/v;
const inWord = /[\p{L}\p{N}\p{M}]/u;

function placeOf(text: string, word: string): number {
  const anywhere = unspaced.test(word);
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (anywhere || at === 0 || !inWord.test(text[at - 1] ?? '')) return at;
  }
  return -1;
}

/**
 * Shows what was found in its surroundings, on one line.
 * @param original as it was written
 * @param letters the same folded
 * @param words folded, as the index has them
 * @returns the text around the first word that is in it, in pieces; what is left out is `…`
 */
export function contextOf(
  original: string,
  letters: FoldedText,
  words: readonly string[],
): readonly Marked[] {
  const places = placesIn(letters, words).sort(([one], [other]) => one - other);
  const [first] = places;
  const at = ([from, to]: Place): Place => [letters.from[from] ?? 0, letters.from[to] ?? 0];
  const [from] = first === undefined ? [0] : at(first);
  const begin = edge(original, Math.max(0, from - AROUND), letters, -1);
  const end = edge(original, Math.min(original.length, from + 2 * AROUND), letters, 1);
  const pieces: Marked[] = begin > 0 ? [{ text: '…', found: false }] : [];
  let done = begin;
  for (const [start, stop] of places.map(at)) {
    if (start < done || stop > end) continue;
    const last = pieces.at(-1);
    // Words of one run are one thing to the eye.
    if (start === done && last?.found === true) pieces.pop();
    else if (start > done) pieces.push({ text: original.slice(done, start), found: false });
    const before = start === done && last?.found === true ? last.text : '';
    pieces.push({ text: before + original.slice(start, stop), found: true });
    done = stop;
  }
  pieces.push({ text: original.slice(done, end), found: false });
  if (end < original.length) pieces.push({ text: '…', found: false });
  return pieces
    .map(({ text, found }) => ({ text: text.replace(/\s+/gu, ' '), found }))
    .filter(({ text }) => text !== '');
}

/** Surroundings end at a blank where one is near, else between two letters. */
function edge(text: string, at: number, { from }: FoldedText, direction: 1 | -1): number {
  if (at <= 0 || at >= text.length) return Math.min(Math.max(at, 0), text.length);
  for (let moved = 0; moved < 16; moved++) {
    const place = at - direction * moved;
    if (/\s/u.test(text[place] ?? '')) return direction === 1 ? place : place + 1;
  }
  return from.find((place) => place >= at) ?? text.length;
}

/** @returns pieces as one text, what was found between two signs. */
export const joinMarked = (pieces: readonly Marked[], open: string, close: string): string =>
  pieces.map(({ text, found }) => (found ? `${open}${text}${close}` : text)).join('');
