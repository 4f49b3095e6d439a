import { readFileSync } from 'node:fs';
import type { LanguageTag } from '../language/language-tag.ts';
import { createMessages, type Messages } from '../language/messages.ts';
import { dataFile } from './data-file.ts';

/**
 * Loads what the program says in a language. A command for machines never comes here.
 * @returns its messages; English where there are none in that language yet
 */
export function loadWords(language: LanguageTag): Messages {
  if (language === 'en') return createMessages('en');
  const file = dataFile('languages', language, 'messages.json');
  if (file === undefined) return createMessages('en');
  return createMessages(language, JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
}
