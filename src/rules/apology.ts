/** The parts of a good apology, in the order they are usually said (P13, P14). */
export const apologyParts = [
  'regret',
  'what_happened',
  'responsibility',
  'not_again',
  'put_right',
] as const;
export type ApologyPart = (typeof apologyParts)[number];

/** Word stems that show a part, by part; they belong to a language, so they are handed in. */
export type ApologySigns = Readonly<Record<ApologyPart, readonly string[]>>;

/**
 * Which parts of a good apology a text has. A quiet reminder, never a gate: words are told from
 * signs, and a good apology may well say it otherwise.
 * @param signs the language's word stems (`sorry`, `apolog*`, `our fault`), matched as whole words
 * @param facts words from this case (the product, the restated points): naming any of them counts
 *   as saying what happened (P13)
 */
export function apologyPartsIn(
  text: string,
  signs: ApologySigns,
  facts: readonly string[],
): ReadonlySet<ApologyPart> {
  const words = ` ${plain(text)} `;
  const has = (sign: string): boolean => {
    const stem = plain(sign.replace(/\*$/, ''));
    if (stem === '') return false;
    return words.includes(sign.endsWith('*') ? ` ${stem}` : ` ${stem} `);
  };
  const parts = apologyParts.filter((part) => signs[part].some(has));
  const named = facts.some((fact) => plain(fact).length > 3 && words.includes(` ${plain(fact)}`));
  return new Set(named ? [...parts, 'what_happened' as const] : parts);
}

/** Lower case letters and digits with single blanks between: enough to compare words. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[^\p{L}\p{M}\p{N}']+/gu, ' ')
    .trim();
