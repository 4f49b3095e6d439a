/** A word that would fit, and in a few words what it is. */
export interface Suggested {
  readonly value: string;
  readonly says?: string | undefined;
}

/** What would fit in the place where the cursor stands. */
export type Suggestion =
  | { readonly kind: 'words'; readonly words: readonly Suggested[] }
  /** The shell knows best which files there are. */
  | { readonly kind: 'files' }
  | { readonly kind: 'folders' };

export const nothing: Suggestion = { kind: 'words', words: [] };

export const wordsOf = (values: readonly string[]): Suggestion => ({
  kind: 'words',
  words: values.map((value) => ({ value })),
});
