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
  const { words, languages } = voice;
  const { language, also } = entry;
  const lead = leadText(voice, entry, now);
  const speaks = language === undefined || languages.length === 0 || languages.includes(language);
  const text = speaks
    ? lead
    : words.say('today.in-language', { text: lead, language: languageName(words, language) });
  if (also.length === 0) return text;
  const others = also.map(({ kind, at }) =>
    words.say(`today.brief.${kind}`, { when: whenText(voice, at, now) }),
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

function leadText(voice: TodayVoice, reason: TodayReason, now: number): string {
  const { words, spoken } = voice;
  const { kind, what, at } = reason;
  const when = whenText(voice, at, now);
  if (kind === 'approval') {
    const who = reason.askedBy ?? '';
    return words.say('today.approval', {
      what: remedyText(voice, reason),
      who,
      ago: spoken.fromNow(at, now),
    });
  }
  if (kind === 'unfinished') return stoppedText(words, reason, when);
  const isLate = at < now;
  if (kind === 'promise' && reason.movedTo !== undefined) {
    const moved = whenText(voice, reason.movedTo, now);
    const key = isLate ? 'today.promise.moved.late' : 'today.promise.moved';
    return words.say(key, { what, when, moved });
  }
  return isLate
    ? words.say(`today.${kind}.late`, { what, when, late: spoken.left(at, now) })
    : words.say(`today.${kind}`, { what, when, from: spoken.fromNow(at, now) });
}

/** Of today only the time is said. */
function whenText({ words, spoken }: Voice, at: number, now: number): string {
  return spoken.day(at, now) === words.say('time.today')
    ? spoken.clock(at)
    : spoken.moment(at, now);
}

function stoppedText(words: Messages, { question }: TodayReason, when: string): string {
  const key = `question.${question}`;
  if (question === undefined || !isQuestionName(question) || !words.has(key)) {
    return words.say('today.unfinished.somewhere', { when });
  }
  const step = String(steps.indexOf(questionNamed(question).step) + 1);
  return words.say('today.unfinished', { step, at: words.say(key), when });
}

function remedyText({ words, playbook }: TodayVoice, { what, size = {} }: TodayReason): string {
  return labelOfOffer(words, playbook, {
    remedy: what,
    ...(size.amount === undefined ? {} : { amount: minor(size.amount) }),
    ...(size.currency === undefined ? {} : { currency: currency(size.currency) }),
    ...(size.percent === undefined ? {} : { percent: size.percent }),
  });
}

function languageName(words: Messages, tag: string): string {
  const key = `choice.language.${tag}`;
  return words.has(key) ? words.say(key) : tag;
}
