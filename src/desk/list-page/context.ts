import { digitsOf, foldForSearch, foldQuery } from '../../language/fold.ts';
import { segmenterOf } from '../../language/segmenter.ts';

/** A part of a text, in UTF-16 units. */
export interface Mark {
  readonly from: number;
  readonly to: number;
}

/** Words as people see them; the blanks and signs between them are none. */
const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

/** More of a text is not looked through: what was meant stands early, or in another text. */
const LONGEST = 4000;

/**
 * Finds where a text has what was searched for, in any spelling that the search takes for the same.
 * @param sought what was typed
 * @returns the words that begin like a word of it, in their order; none where nothing does
 */
export function marksIn(text: string, sought: string): readonly Mark[] {
  const begun = foldQuery(sought);
  if (begun.length === 0) return [];
  const number = numberIn(text, sought);
  if (number !== undefined) return [number];
  return wordsOf(text.slice(0, LONGEST)).filter(({ from, to }) => {
    const [word = ''] = foldQuery(text.slice(from, to));
    return begun.some((each) => word.startsWith(each));
  });
}

/** A number that is written in groups is found by its digits. */
function numberIn(text: string, sought: string): Mark | undefined {
  const digits = digitsOf(sought).replace(/^0+/, '');
  const isNumber = /^[\d\s()+./-]+$/.test(sought) && digits.length >= 4;
  const isFound = isNumber && text.length < 40 && digitsOf(text).includes(digits);
  return isFound ? { from: 0, to: text.length } : undefined;
}

function* runsOf(text: string): Generator<Mark> {
  for (const match of text.matchAll(WORD)) {
    yield { from: match.index, to: match.index + match[0].length };
  }
}

/** A run in a script without blanks holds several words; where they end, a dictionary knows. */
function wordsOf(text: string): readonly Mark[] {
  return [...runsOf(text)].flatMap(({ from, to }) => {
    const run = text.slice(from, to);
    if (!foldForSearch(run).includes(' ')) return [{ from, to }];
    return [...segmenterOf('word', 'th').segment(run)].map(({ index, segment }) => ({
      from: from + index,
      to: from + index + segment.length,
    }));
  });
}
