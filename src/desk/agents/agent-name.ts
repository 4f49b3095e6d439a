import { foldForSearch } from '../../language/fold.ts';
import { type Refusal, refuse } from '../../rules/values.ts';
import { safeLine } from '../../terminal/safe-text.ts';

/** Longer ones fit no list and no greeting. */
const LONGEST = 60;

/** @returns a name without the blanks that are typing and not meaning. */
export const tidyName = (typed: string): string => typed.trim().replaceAll(/\s+/g, ' ');

/** @returns why somebody cannot be called so, or undefined when they can. */
export function refusesName(name: string): Refusal | undefined {
  if (name === '') return refuse('required', {}, 'name');
  if (name.length > LONGEST) return refuse('agent_name_long', { most: LONGEST }, 'name');
  // What does not print as it is could not be told from another name, or typed after --as.
  if (safeLine(name) !== name) return refuse('unprintable', {}, 'name');
  return undefined;
}

/**
 * Cyrillic and Greek letters that look like a Latin one, after folding: `Cам` and `Cam` on a badge
 * are one person. A few of the many in Unicode's confusables, those of the languages spoken here.
 */
const LOOKS_LIKE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'аα',
    b: 'вβ',
    c: 'с',
    e: 'еε',
    h: 'нη',
    i: 'іι',
    j: 'ј',
    k: 'кκ',
    m: 'мμ',
    n: 'ν',
    o: 'оο',
    p: 'рρ',
    s: 'ѕ',
    t: 'тτ',
    u: 'υ',
    x: 'хχ',
    y: 'у',
    z: 'ζ',
  }).flatMap(([latin, others]) => [...others].map((other) => [other, latin] as const)),
);

/** @returns what two names share that people would take for the same. */
export function lookOf(name: string): string {
  const folded = foldForSearch(tidyName(name)).replaceAll(/\s+/g, ' ');
  return Array.from(folded, (letter) => LOOKS_LIKE.get(letter) ?? letter).join('');
}

/**
 * @param known everybody on record
 * @returns who is meant by a name as it was typed: exactly so, or looking the same
 */
export function namedAs<Known extends { readonly name: string }>(
  known: readonly Known[],
  typed: string,
): Known | undefined {
  const exact = known.find(({ name }) => name === typed);
  if (exact !== undefined) return exact;
  const look = lookOf(typed);
  return known.find(({ name }) => lookOf(name) === look);
}
