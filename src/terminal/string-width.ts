import * as unicode from 'string-width';

/**
 * Characters that take one column and join nothing: Latin, Greek and Cyrillic letters, common
 * punctuation, arrows, lines, blocks and the signs of our screens. Sought as the exception, for speed.
 */
const BEYOND_ORDINARY =
  /[^ -~\u{A0}-\u{AC}\u{AE}-\u{2FF}\u{370}-\u{373}\u{376}\u{377}\u{37B}-\u{37F}\u{384}-\u{386}\u{388}-\u{38A}\u{38C}\u{38E}-\u{3A1}\u{3A3}-\u{482}\u{48A}-\u{52F}\u{2010}-\u{2027}\u{2030}-\u{205E}\u{20AC}\u{2190}-\u{21FF}\u{2500}-\u{259F}\u{25B8}\u{25CF}\u{2713}]/u;

/** Colours and weights, as our own screens write them. */
const STYLES = /\u{1B}\[[\d;]*m/gu;

/**
 * How many columns a text takes on a terminal; the bundle gives this to Ink as well. It is
 * string-width, but the tables of Unicode are loaded only when a text needs them: they take a tenth
 * of the time until the first screen is there.
 * @param text one line; styles count as nothing
 * @param options as string-width has them
 */
export default function stringWidth(text: string, options?: unicode.Options): number {
  if (options !== undefined) return unicode.default(text, options);
  const shown = text.includes('\u{1B}') ? text.replace(STYLES, '') : text;
  return BEYOND_ORDINARY.test(shown) ? unicode.default(text) : shown.length;
}
