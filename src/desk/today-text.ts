import { isQuestionName } from '../rules/questions.ts';
import type { Voice } from './saying.ts';
import type { TodayEntry } from './today.ts';

/** @returns what an entry of today's page is about and when, as people say it. */
export function todayText(
  { words, spoken }: Voice,
  { kind, what, question, at }: TodayEntry,
  now: number,
): string {
  const when = spoken.moment(at, now);
  if (kind === 'answer') return words.say('cli.today.answer', { when, left: spoken.left(at, now) });
  if (kind !== 'unfinished') return words.say(`cli.today.${kind}`, { when, what });
  const key = `question.${question}`;
  const named = question !== undefined && isQuestionName(question) && words.has(key);
  return words.say('cli.today.unfinished', { when, at: named ? words.say(key) : '' });
}
