/** Places in a text that is kept as paragraphs. */

/** A place between two characters. */
export interface Place {
  /** The paragraph, counted from 0. */
  readonly paragraph: number;
  /** UTF-16 units from the start of the paragraph. */
  readonly offset: number;
}

/** @returns below 0 when `a` comes before `b`, 0 when they are the same place, above 0 after it. */
export function comparePlaces(a: Place, b: Place): number {
  return a.paragraph - b.paragraph || a.offset - b.offset;
}

/** @returns the place after the last character. */
export function endOfText(paragraphs: readonly string[]): Place {
  return { paragraph: paragraphs.length - 1, offset: paragraphs.at(-1)?.length ?? 0 };
}

/** @returns the place that `text` ends at when it is put in at `start`. */
export function placeAfter(start: Place, text: string): Place {
  const lastNewline = text.lastIndexOf('\n');
  if (lastNewline === -1) {
    return { paragraph: start.paragraph, offset: start.offset + text.length };
  }
  let newlines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) newlines += 1;
  return { paragraph: start.paragraph + newlines, offset: text.length - lastNewline - 1 };
}

/**
 * @param index UTF-16 units from the start of the whole text, newlines counted; clamped to the text
 * @returns the place there
 */
export function placeAt(paragraphs: readonly string[], index: number): Place {
  let left = Math.max(0, index);
  for (let paragraph = 0; paragraph < paragraphs.length; paragraph += 1) {
    const length = paragraphs[paragraph]?.length ?? 0;
    if (left <= length) return { paragraph, offset: left };
    left -= length + 1;
  }
  return endOfText(paragraphs);
}

/** @returns the place as UTF-16 units from the start of the whole text, newlines counted. */
export function indexOfPlace(paragraphs: readonly string[], place: Place): number {
  let index = place.offset;
  for (let paragraph = 0; paragraph < place.paragraph; paragraph += 1) {
    index += (paragraphs[paragraph]?.length ?? 0) + 1;
  }
  return index;
}

/** @returns the text between two places, paragraphs joined by `\n`. */
export function textBetween(paragraphs: readonly string[], start: Place, end: Place): string {
  if (start.paragraph === end.paragraph) {
    return (paragraphs[start.paragraph] ?? '').slice(start.offset, end.offset);
  }
  return [
    (paragraphs[start.paragraph] ?? '').slice(start.offset),
    ...paragraphs.slice(start.paragraph + 1, end.paragraph),
    (paragraphs[end.paragraph] ?? '').slice(0, end.offset),
  ].join('\n');
}

/** @returns the paragraphs with `text` in place of what is between two places. */
export function withTextBetween(
  paragraphs: readonly string[],
  start: Place,
  end: Place,
  text: string,
): readonly string[] {
  const head = (paragraphs[start.paragraph] ?? '').slice(0, start.offset);
  const tail = (paragraphs[end.paragraph] ?? '').slice(end.offset);
  const middle = (head + text + tail).split('\n');
  return paragraphs.slice(0, start.paragraph).concat(middle, paragraphs.slice(end.paragraph + 1));
}
