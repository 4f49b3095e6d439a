import type { AvoidedPhrase } from './playbook.ts';

/** A phrase that makes it worse, found in what the agent is about to say (P16). */
export interface FoundPhrase {
  readonly phrase: AvoidedPhrase;
  /** Where it stands: UTF-16 offsets, the end not included. */
  readonly start: number;
  readonly end: number;
}

/** Finds phrases in a text; made once for a playbook, used at every key. */
export type PhraseFinder = (text: string) => readonly FoundPhrase[];

/**
 * @param phrases the playbook's phrases to avoid
 * @returns a finder that gives the phrases in the order they stand, overlapping ones once: the
 *   longest of them. Typographic apostrophes and runs of blanks count as plain ones.
 */
export function phraseFinder(phrases: readonly AvoidedPhrase[]): PhraseFinder {
  const spellings = phrases.flatMap((phrase) =>
    phrase.match.map((spelling) => ({ phrase, hint: hintOf(spelling), pattern: once(spelling) })),
  );
  return (text) => {
    const lower = text.toLowerCase();
    const found = spellings
      .filter(({ hint }) => lower.includes(hint))
      .flatMap(({ phrase, pattern }) =>
        [...text.matchAll(pattern())].map((match) => ({
          phrase,
          start: match.index,
          end: match.index + match[0].length,
        })),
      );
    const longestFirst = found.sort((a, b) => b.end - b.start - (a.end - a.start));
    const kept: FoundPhrase[] = [];
    for (const one of longestFirst) {
      if (!kept.some(({ start, end }) => start < one.end && one.start < end)) kept.push(one);
    }
    return kept.sort((a, b) => a.start - b.start);
  };
}

/**
 * A piece of a spelling that must be in the text as it is, in lower case: a hundred patterns take
 * fifty milliseconds to build, so each is built when its piece is first met. Final sigma has two
 * lower-case forms, and apostrophes two spellings, so neither is in it.
 */
const hintOf = (spelling: string): string =>
  spelling
    .toLowerCase()
    .split(/[\s*'’σς]+/)
    .reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');

/** @returns the pattern of a spelling, built at its first use. */
function once(spelling: string): () => RegExp {
  let made: RegExp | undefined;
  return () => {
    made ??= asPattern(spelling);
    return made;
  };
}

const inWord = '[\\p{L}\\p{M}\\p{N}]';

/** Whole words, any case, any blanks between them; `*` stands for the rest of a word. */
function asPattern(spelling: string): RegExp {
  const words = spelling
    .trim()
    .split(/\s+/)
    .map((word) =>
      word
        .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '[\\p{L}\\p{M}]*')
        .replaceAll(/['’]/g, "['’]"),
    );
  // A mark belongs to its letter: a word that goes on with an accent is another word.
  return new RegExp(`(?<!${inWord})${words.join('\\s+')}(?!${inWord})`, 'giu');
}
