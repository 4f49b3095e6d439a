import english from '../../data/languages/en/apology-signs.json' with { type: 'json' };

/** Word stems that show a part of an apology, by part; `*` stands for the rest of a word. */
export type Signs = typeof english;

/**
 * @param language BCP 47 tag
 * @returns the signs of that language; English where there are none yet
 */
export function apologySigns(language: string): Signs {
  return bundled.get(language) ?? english;
}

const bundled = new Map<string, Signs>([['en', english]]);
