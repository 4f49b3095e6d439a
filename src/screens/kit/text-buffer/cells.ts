/** What each grapheme of a text looks like on the terminal, and how wide it is there. */

import { type SafeText, safeLine } from '../../../terminal/safe-text.ts';
import { widthOf } from '../../../terminal/width.ts';
import { graphemesOf } from './graphemes.ts';

/** One grapheme as it is drawn. */
export interface Cell {
  /** Where it starts in the text it was cut from, in UTF-16 units. */
  readonly start: number;
  /** The grapheme itself. */
  readonly text: string;
  /** What is drawn for it: the grapheme, or a mark for what cannot be shown. */
  readonly shown: SafeText;
  /** Columns of `shown`, at least 1. */
  readonly width: number;
}

/**
 * Text in which each UTF-16 unit is one grapheme of one column: ASCII, Latin, Greek, Cyrillic. Most
 * texts are, and need no segmenting. No-break space and soft hyphen are left to `safeLine`.
 */
const simple =
  /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u0386\u0388-\u038a\u038e-\u03a1\u03a3-\u0482\u048a-\u052f]*$/;

/** @returns whether every UTF-16 unit is a grapheme of one column that may be printed as it is. */
export function isSimple(text: string): boolean {
  return simple.test(text);
}

const placeholder = safeLine('?');

/**
 * Cuts text into what is drawn.
 * @param widest columns; what would be wider (a mark on a very narrow field) is drawn as `?`
 */
export function* cellsOf(text: string, widest: number): Generator<Cell> {
  if (isSimple(text)) {
    for (let start = 0; start < text.length; start += 1) {
      const unit = text[start] ?? '';
      yield { start, text: unit, shown: unit as SafeText, width: 1 };
    }
    return;
  }
  for (const { text: grapheme, start } of graphemesOf(text)) {
    const look = lookOf(grapheme, text, start + grapheme.length);
    const fits = look.width >= 1 && look.width <= widest;
    yield {
      start,
      text: grapheme,
      shown: fits ? look.shown : placeholder,
      width: fits ? look.width : 1,
    };
  }
}

interface Look {
  readonly shown: SafeText;
  readonly width: number;
}

const looks = new Map<string, Look>();

/** A desk's letters and emoji are a few hundred; a hostile paste must not grow this without end. */
const maxLooks = 5000;

function lookOf(grapheme: string, text: string, end: number): Look {
  // Whether a joiner belongs (Persian, Sinhala) shows only with the letter that follows it.
  const joins = grapheme.endsWith('\u200c') || grapheme.endsWith('\u200d');
  if (joins && end < text.length) return joiningLook(grapheme, text.slice(end, end + 2));
  const known = looks.get(grapheme);
  if (known !== undefined) return known;
  const shown = safeLine(grapheme);
  const look = { shown, width: widthOf(shown) };
  if (looks.size >= maxLooks) looks.clear();
  looks.set(grapheme, look);
  return look;
}

function joiningLook(grapheme: string, following: string): Look {
  const kept = safeLine(grapheme + following).startsWith(grapheme);
  const shown = kept ? (grapheme as SafeText) : safeLine(grapheme);
  return { shown, width: widthOf(shown) };
}
