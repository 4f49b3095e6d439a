import { foldForSearch, foldQuery } from '../../language/fold.ts';

/** What two complaints can have in common. */
export type Likeness = 'product' | 'cause' | 'words';

/** What is compared of a complaint; empty where it was not said. */
export interface Story {
  readonly product: string;
  readonly cause: string;
  /** In the customer's words and ours. */
  readonly text: string;
}

/** @returns whether a complaint says nothing yet that another could be like. */
export const saysNothing = ({ product, cause, text }: Story): boolean =>
  product === '' && cause === '' && text.trim() === '';

/** @returns what two complaints have in common, the surest sign first; products typed differently are one. */
export function likenessOf(one: Story, other: Story): readonly Likeness[] {
  const same = (a: string, b: string) => a !== '' && foldForSearch(a) === foldForSearch(b);
  return [
    ...(same(one.product, other.product) ? (['product'] as const) : []),
    ...(same(one.cause, other.cause) ? (['cause'] as const) : []),
    ...(areWordsAlike(one.text, other.text) ? (['words'] as const) : []),
  ];
}

/** A story is told at its beginning; a page of it takes no time. */
const LONGEST = 2000;
/** Shorter words are in every story: the, and, it; in Thai nearly every word is one of meaning. */
const SHORTEST = 4;
/** So many words in common, and such a part of the shorter story's. */
const FEWEST = 3;
const PART = 0.5;

/** @returns whether half of what the shorter story says is in the other one too, three words at least. */
export function areWordsAlike(one: string, other: string): boolean {
  const [first, second] = [wordsOf(one), wordsOf(other)];
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared >= FEWEST && shared >= PART * Math.min(first.size, second.size);
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = foldQuery(text.slice(0, LONGEST));
  return new Set(words.filter((word) => word.length >= SHORTEST));
}
