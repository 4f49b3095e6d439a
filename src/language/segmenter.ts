const made = new Map<string, Intl.Segmenter>();

/**
 * @param granularity characters as people see them, words, or sentences (UAX #29)
 * @param language BCP 47 tag; characters and words are the same in all of ours but Thai, whose words
 *   come from a dictionary
 * @returns the one segmenter of its kind, made at its first use: each takes milliseconds
 */
export function segmenterOf(
  granularity: 'grapheme' | 'word' | 'sentence',
  language = 'en',
): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  let segmenter = made.get(key);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(language, { granularity });
    made.set(key, segmenter);
  }
  return segmenter;
}
