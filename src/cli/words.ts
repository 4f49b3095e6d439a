import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageTag } from '../language/language-tag.ts';
import { createMessages, type Messages } from '../language/messages.ts';

/**
 * Loads what the program says in a language. A command for machines never comes here.
 * @returns its messages; English where there are none in that language yet
 */
export function loadWords(language: LanguageTag): Messages {
  if (language === 'en') return createMessages('en');
  const file = fileOf(language);
  if (file === undefined) return createMessages('en');
  return createMessages(language, JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
}

/** `data` lies beside `dist` when installed, two folders above this file in the sources. */
function fileOf(language: string): string | undefined {
  return ['..', join('..', '..')]
    .map((up) => join(import.meta.dirname, up, 'data', 'languages', language, 'messages.json'))
    .find((file) => existsSync(file));
}
