import { foldForSearch } from '../../language/fold.ts';

/** @returns what another system calls something, folded, without blanks and signs: so it is compared. */
export const plainWord = (word: string): string =>
  foldForSearch(word).replaceAll(/[^\p{L}\p{N}]/gu, '');
