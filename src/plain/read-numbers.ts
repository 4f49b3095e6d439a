/** One number of a list, with the size that was written behind it. */
export interface NumberTyped {
  readonly n: number;
  readonly size: string | undefined;
}

const ONE =
  /(\d{1,3})(?:\s*=\s*((?:\p{L}{2,3}|\p{Sc})?\s?\d(?:[\d.,]*\d)?(?:\s?(?:%|\p{Sc}|\p{L}{2,3})(?![\p{L}\d]))?))?/uy;

/**
 * Reads numbers of a list with their sizes: `1 3`, `1, 2=29.90`, `2=29.90 EUR 4=10%`.
 * @returns them in the order typed, or undefined when anything else stands in the text
 */
export function readNumbers(text: string): readonly NumberTyped[] | undefined {
  const found: NumberTyped[] = [];
  const skip = /[\s,;]*/y;
  for (let at = 0; at < text.length; at = skip.lastIndex) {
    skip.lastIndex = at;
    skip.test(text);
    if (skip.lastIndex >= text.length) break;
    ONE.lastIndex = skip.lastIndex;
    const match = ONE.exec(text);
    if (match === null) return undefined;
    found.push({ n: Number(match[1]), size: match[2]?.trim() });
    skip.lastIndex = ONE.lastIndex;
  }
  return found;
}
