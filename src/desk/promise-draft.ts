/** What a promise is made of, in the order it is asked: what, by whom, by when (P27). */
export const promiseParts = ['what', 'who', 'by'] as const;

/** One of them. */
export type PromisePart = (typeof promiseParts)[number];

/** A promise while it is typed. It is kept as one text, so that either way of asking goes on with it. */
export interface PromiseDraft {
  /** The part in hand. */
  readonly part: PromisePart;
  readonly parts: Readonly<Record<PromisePart, string>>;
}

/** @returns the draft as text to be kept; empty when nothing is typed that its maker must not lose. */
export const keptPromise = ({ part, parts }: PromiseDraft): string =>
  parts.what === '' && parts.by === '' ? '' : JSON.stringify({ part, parts });

/**
 * @param kept what `keptPromise` gave, or nothing
 * @param who makes a promise where nobody else is named
 * @returns the draft, or an empty one
 */
export function promiseDraft(kept: string | undefined, who: string): PromiseDraft {
  const blank: PromiseDraft = { part: 'what', parts: { what: '', who, by: '' } };
  if (kept === undefined || kept === '') return blank;
  try {
    const { part, parts } = JSON.parse(kept) as PromiseDraft;
    return promiseParts.includes(part) ? { part, parts: { ...blank.parts, ...parts } } : blank;
  } catch {
    // A draft of an older version: what is lost is one unconfirmed line.
    return blank;
  }
}
