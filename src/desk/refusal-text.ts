import type { MessageKey, Messages } from '../language/messages.ts';
import { moneyText } from '../language/money-text.ts';
import { isQuestionName } from '../rules/questions.ts';
import type { Refusal } from '../rules/values.ts';
import { type SafeText, safeLine } from '../terminal/safe-text.ts';

/** What would allow what was refused: an action, going on with the conversation, a look at what happened. */
export type WayOn = 'resume' | 'reopen' | 'resolve' | 'callback' | 'log';

/** How somebody gets there from where they are: the keys, or the command, each with its reference. */
export type HowTo =
  | { readonly keys: (way: WayOn) => string | undefined }
  | { readonly command: (way: WayOn, reference: string) => string };

const waysOn: Readonly<Partial<Record<string, WayOn>>> = {
  not_finished: 'resume',
  is_closed: 'reopen',
  is_resolved: 'reopen',
  not_resolved: 'resolve',
  no_callback: 'callback',
  no_such_event: 'log',
};

/**
 * Says why a rule refused, and what to do instead: `refusal.<code>` of data/languages.
 * @param how how to get to what would allow it; without it that is only named
 * @returns one line, safe to print: what was typed may stand in it
 */
export function refusalText(
  words: Messages,
  { code, field, facts }: Refusal,
  how: HowTo = { keys: () => undefined },
): SafeText {
  const own = `refusal.${code}.${field ?? ''}`;
  const key: MessageKey = words.has(own) ? own : keyOf(words, code);
  const way = wayText(words, waysOn[code], String(facts['reference'] ?? ''), how);
  return safeLine(words.say(key, { ...facts, ...spokenFacts(words, facts), way }));
}

function wayText(words: Messages, way: WayOn | undefined, reference: string, how: HowTo): string {
  if (way !== undefined && 'command' in how) {
    return words.say('refusal.way.command', { command: how.command(way, reference) });
  }
  const keys = way !== undefined && 'keys' in how ? how.keys(way) : undefined;
  return keys === undefined ? words.say('refusal.way') : words.say('refusal.way.keys', { keys });
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
