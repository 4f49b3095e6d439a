import { createContext, useContext } from 'react';
import { inAscii } from '../../terminal/ascii-signs.ts';
import type { SafeText } from '../../terminal/safe-text.ts';

const Unicode = createContext(true);

/** Tells everything beneath it whether the terminal draws more than ASCII. */
export const SignsOf = Unicode.Provider;

/** @returns whether the terminal draws more than ASCII. */
export const useUnicode = (): boolean => useContext(Unicode);

/** @returns what makes text drawable here: the screens write “ ” … ▸ ✓, and a plain terminal gets " " ~ > +. */
export function useSigns(): (text: SafeText) => SafeText {
  return useUnicode() ? asItIs : inAscii;
}

const asItIs = (text: SafeText): SafeText => text;
