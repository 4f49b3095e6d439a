/** Taking apart what is typed into the filter of a list: `broken stage:open owner:"Sam Smith"`. */

/** What a list is filtered by, by the name that is typed before the colon. */
export const filterNames = [
  'stage',
  'owner',
  'customer',
  'product',
  'cause',
  'channel',
  'severity',
  'outcome',
  'verdict',
  'late',
  'key',
  'since',
  'until',
  'figure',
] as const;
export type FilterName = (typeof filterNames)[number];

/** One piece of what was typed, with its place in it. */
export interface FilterWord {
  /** The name before the colon; undefined for free text. */
  readonly name: string | undefined;
  /** What stands behind it, without quotes. */
  readonly value: string;
  /** Where it begins, in UTF-16 units. */
  readonly from: number;
  /** Where it ends. */
  readonly to: number;
  /** Where its value begins, with its quote if it has one. */
  readonly valueFrom: number;
}

/** A name and its value, either in quotes; a quote that nobody closed goes to the end. */
const WORD = /(?:([\p{L}-]+):)?(?:"([^"]*)(?:"|$)|(\S+)|(?<=:)(?=\s|$))/gu;

/**
 * @param text what is typed so far
 * @returns its pieces in their order; free text in quotes stays one piece, whatever is in it
 */
export function filterWords(text: string): readonly FilterWord[] {
  return [...text.matchAll(WORD)].map((match) => {
    const [whole, name, quoted, bare] = match;
    const from = match.index;
    return {
      name: name?.toLowerCase(),
      value: quoted ?? bare ?? '',
      from,
      to: from + whole.length,
      valueFrom: from + (name === undefined ? 0 : name.length + 1),
    };
  });
}

/** @returns a value as it is typed: with quotes where there is a blank in it. */
export const typedValue = (value: string): string =>
  /[\s"]/.test(value) ? `"${value.replaceAll('"', '')}"` : value;

export const isFilterName = (name: string): name is FilterName =>
  (filterNames as readonly string[]).includes(name);
