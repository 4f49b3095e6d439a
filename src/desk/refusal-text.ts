import type { MessageKey, Messages } from '../language/messages.ts';
import { moneyText } from '../language/money-text.ts';
import { isQuestionName } from '../rules/questions.ts';
import type { Refusal } from '../rules/values.ts';
import { type SafeText, safeLine } from '../terminal/safe-text.ts';

/**
 * Says why a rule refused, and what to do instead: `refusal.<code>` of data/languages.
 * @returns one line, safe to print: what was typed may stand in it
 */
export function refusalText(words: Messages, { code, field, facts }: Refusal): SafeText {
  const own = `refusal.${code}.${field ?? ''}`;
  const key: MessageKey = words.has(own) ? own : keyOf(words, code);
  return safeLine(words.say(key, { ...facts, ...spokenFacts(words, facts) }));
}

/** @returns the name of a question as people read it; a path into a file stays as it is. */
export function questionLabel(words: Messages, field: string): string {
  const key = `question.${field}`;
  return isQuestionName(field) && words.has(key) ? words.say(key) : field;
}

function keyOf(words: Messages, code: string): MessageKey {
  const key = `refusal.${code}`;
  return words.has(key) ? key : 'refusal.other';
}

function spokenFacts(words: Messages, facts: Refusal['facts']): Record<string, string> {
  const spoken: Record<string, string> = {};
  const { limit, limitCurrency, missing } = facts;
  if (typeof limit === 'number' && typeof limitCurrency === 'string') {
    spoken['limit'] = moneyText(limit, limitCurrency, words.language);
  }
  if (typeof missing === 'string') spoken['missing'] = questionLabel(words, missing);
  return spoken;
}
