import type { Messages } from '../language/messages.ts';
import type { Playbook } from '../rules/playbook.ts';
import { isQuestionName, questionNamed } from '../rules/questions.ts';
import { steps } from '../rules/steps.ts';
import { currency, minor } from '../rules/values.ts';
import { labelOfOffer } from './labels.ts';
import type { Voice } from './saying.ts';
import { mostMore, type TodayEntry, type TodayReason } from './today.ts';

/** What a line of today's page is said with. */
export interface TodayVoice extends Voice {
  /** For what remedies are called. */
  readonly playbook: Playbook;
  /** The languages of whoever looks at it; a customer's other one is named (P12). */
  readonly languages: readonly string[];
}

/**
 * @param now epoch milliseconds
 * @returns what an entry of today's page is about and when, as people say it, and what else there is
 */
export function todayText(voice: TodayVoice, entry: TodayEntry, now: number): string {
  const { words } = voice;
  const text = leadText(voice, entry, now);
  if (entry.also.length === 0) return text;
  const others = entry.also.map(({ kind, what, at }) =>
    words.say(`today.brief.${kind}`, { what, when: whenText(voice, at, now) }),
  );
  return words.say('today.also', { text, others: others.join(', ') });
}

/** @returns what to do next, in a word or two. */
export const nextText = ({ words }: Pick<Voice, 'words'>, { next }: TodayEntry): string => {
  const key = `today.next.${next}`;
  return words.has(key) ? words.say(key) : '';
};

/** @returns how much more there is than is listed: "and 12 more". */
export const moreText = ({ words }: Pick<Voice, 'words'>, many: number): string =>
  words.say(many < mostMore ? 'today.more' : 'today.more.most', { many });

function leadText(voice: TodayVoice, entry: TodayEntry, now: number): string {
  const { words, spoken } = voice;
  const { kind, what, at } = entry;
  const said = { what, when: whenText(voice, at, now), tongue: tongueText(voice, entry) };
  if (kind === 'approval') {
    const asked = { who: entry.askedBy ?? '', ago: spoken.fromNow(at, now) };
    return words.say('today.approval', { ...said, ...asked, what: remedyText(voice, entry) });
  }
  if (kind === 'unfinished') return stoppedText(words, entry, said);
  const isLate = at < now;
  if (kind === 'promise' && entry.movedTo !== undefined) {
    const moved = whenText(voice, entry.movedTo, now);
    const key = isLate ? 'today.promise.moved.late' : 'today.promise.moved';
    return words.say(key, { ...said, moved });
  }
  return isLate
    ? words.say(`today.${kind}.late`, { ...said, late: spoken.left(at, now) })
    : words.say(`today.${kind}`, { ...said, from: spoken.fromNow(at, now) });
}

/** The customer's language where it is not one of ours: whoever calls should know (P12). */
function tongueText({ words, languages }: TodayVoice, { language }: TodayEntry): string {
  if (language === undefined || languages.length === 0 || languages.includes(language)) return '';
  const key = `choice.language.${language}`;
  return words.say('today.tongue', { language: words.has(key) ? words.say(key) : language });
}

/** Of today only the time is said. */
function whenText({ words, spoken }: Voice, at: number, now: number): string {
  return spoken.day(at, now) === words.say('time.today')
    ? spoken.clock(at)
    : spoken.moment(at, now);
}

function stoppedText(
  words: Messages,
  { question }: TodayReason,
  said: { readonly when: string; readonly tongue: string },
): string {
  const key = `question.${question}`;
  if (question === undefined || !isQuestionName(question) || !words.has(key)) {
    return words.say('today.unfinished.somewhere', said);
  }
  const step = String(steps.indexOf(questionNamed(question).step) + 1);
  return words.say('today.unfinished', { ...said, step, at: words.say(key) });
}

function remedyText({ words, playbook }: TodayVoice, { what, size = {} }: TodayReason): string {
  return labelOfOffer(words, playbook, {
    remedy: what,
    ...(size.amount === undefined ? {} : { amount: minor(size.amount) }),
    ...(size.currency === undefined ? {} : { currency: currency(size.currency) }),
    ...(size.percent === undefined ? {} : { percent: size.percent }),
  });
}
