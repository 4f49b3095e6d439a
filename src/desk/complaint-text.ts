import { moneyText } from '../language/money-text.ts';
import type { Clock, Counting } from '../rules/clock.ts';
import { warningOf } from '../rules/clocks.ts';
import type { GivenRemedy } from '../rules/conversation.ts';
import { remedyOf } from '../rules/offers.ts';
import type { Playbook } from '../rules/playbook.ts';
import type { Approval, Contact, Promised } from '../rules/state.ts';
import { millis } from '../rules/values.ts';
import type { Satisfaction } from './customer-aside.ts';
import type { EarlierComplaint } from './find-customers.ts';
import { labelOfChoice, labelOfOffer } from './labels.ts';
import type { Voice } from './saying.ts';
import type { SimilarComplaint } from './similar.ts';
import { theirTime } from './their-time.ts';

/** What the lines of a complaint are said with. */
export interface ComplaintTeller {
  readonly voice: Voice;
  readonly playbook: Playbook;
  /** Epoch milliseconds. */
  readonly now: number;
  /** The customer's IANA time zone, where it is known (P9). */
  readonly theirZone?: string | undefined;
}

/**
 * @param counting how business time is counted, to warn of how much is used (P25, P28)
 * @returns where a clock stands: how long there is, that it is paused, or whether it was in time
 */
export function clockText(
  clock: Clock,
  teller: Pick<ComplaintTeller, 'voice' | 'now'>,
  counting?: Counting,
): string {
  const text = standingText(clock, teller);
  const warning = counting && warningOf(clock, millis(teller.now), counting);
  return warning === undefined || warning === 'late'
    ? text
    : `${text}; ${teller.voice.words.say(`complaint.clock.${warning}`)}`;
}

function standingText(
  { due, aim, since, stoppedAt }: Clock,
  { voice: { words, spoken }, now }: Pick<ComplaintTeller, 'voice' | 'now'>,
): string {
  if (stoppedAt !== undefined) {
    return words.say(stoppedAt <= due ? 'complaint.clock.in-time' : 'complaint.clock.too-late', {
      moment: spoken.moment(stoppedAt, now),
      due: spoken.moment(due, now),
    });
  }
  if (since === undefined) return words.say('complaint.clock.paused');
  const moment = spoken.moment(due, now);
  const left = spoken.left(due, now);
  return aim < due && aim > now
    ? words.say('complaint.clock.aim', { moment, left, aim: spoken.moment(aim, now) })
    : words.say('complaint.clock.running', { moment, left });
}

/** @returns what is promised, by whom, by when, and how it stands (P27, P28). */
export function promiseText(
  { what, who, due, state, movedTo, toldAt, settledAt, reason }: Promised,
  { voice: { words, spoken }, now }: ComplaintTeller,
): string {
  const open = state === 'open';
  return inOneLine([
    words.say('promise.line', { what, who, moment: spoken.moment(due, now) }),
    open
      ? spoken.left(due, now)
      : words.say('complaint.since', {
          state: words.say(`cli.promise.${state}`),
          moment: spoken.moment(settledAt ?? due, now),
        }),
    open &&
      movedTo !== undefined &&
      words.say('complaint.moved-untold', { moment: spoken.moment(movedTo, now) }),
    open &&
      toldAt !== undefined &&
      words.say('complaint.told', { moment: spoken.moment(toldAt, now) }),
    reason,
  ]);
}

/** @returns a call or an answer that is to come, or what came of it (P9, P33). */
export function contactText(
  { kind, at, reason, reach, state, outcome, note, satisfied, score }: Contact,
  { voice, now, theirZone }: ComplaintTeller,
): string {
  const { words, spoken } = voice;
  return inOneLine([
    words.say(`cli.contact.${kind}`),
    spoken.moment(at, now),
    state === 'due' && kind === 'callback' && theirTime(voice, at, theirZone),
    state === 'due' ? spoken.left(at, now) : words.say(`cli.contact-state.${state}`),
    reason,
    reach,
    outcome && words.say(`choice.contact_outcome.${outcome}`),
    ...satisfactionParts({ satisfied, score }, { words }),
    note,
  ]);
}

/** @returns what was asked of a supervisor, by whom, why, and what was decided (P21). */
export function approvalText(
  approval: Approval,
  { voice: { words, spoken }, playbook, now }: ComplaintTeller,
): string {
  const { reason, askedBy, askedAt, state, decidedBy, decision } = approval;
  const remedy = labelOfOffer(words, playbook, approval);
  return inOneLine([
    words.say('complaint.asked', { remedy, who: askedBy, moment: spoken.moment(askedAt, now) }),
    reason,
    words.say(`complaint.approval.${state}`, { who: decidedBy ?? '' }),
    decision,
  ]);
}

/** @returns what a complaint like this one was about, and how it was put right (P48). */
export function similarText(similar: SimilarComplaint, teller: ComplaintTeller): string {
  const { about, cause, product } = similar;
  const { voice, playbook } = teller;
  return inOneLine([
    about,
    product && labelOfChoice(voice.words, playbook, 'product', product),
    cause && labelOfChoice(voice.words, playbook, 'cause', cause),
    offeredPart(similar, teller),
    ...outcomeParts(similar, teller),
  ]);
}

/** @returns what was chosen, whether the customer was satisfied, and what else they could have had (P48). */
export const similarOutcomeText = (similar: SimilarComplaint, teller: ComplaintTeller): string =>
  inOneLine([...outcomeParts(similar, teller), offeredPart(similar, teller)]);

function offeredPart(
  { offers }: SimilarComplaint,
  { voice: { words }, playbook }: ComplaintTeller,
): string | undefined {
  const others = offers
    .filter(({ state }) => state !== 'chosen')
    .map((offer) => labelOfOffer(words, playbook, offer));
  return others.length === 0
    ? undefined
    : words.say('complaint.similar.offered', { offers: others.join(', ') });
}

const outcomeParts = (
  { chosen, satisfied, verdict }: SimilarComplaint,
  { voice: { words }, playbook }: ComplaintTeller,
): readonly (string | false | undefined)[] => [
  typeof chosen === 'object' &&
    words.say('complaint.similar.chosen', { offer: labelOfOffer(words, playbook, chosen) }),
  chosen === 'neither' && words.say('choice.chosen.neither'),
  verdict && words.say(`choice.verdict.${verdict}`),
  ...satisfactionParts({ satisfied }, { words }),
];

/** @returns another complaint of theirs, in short (P8). */
export function earlierText(
  { openedAt, stage, product, cause }: EarlierComplaint,
  { voice: { words, spoken }, playbook, now }: ComplaintTeller,
): string {
  const key = `stage.${stage}`;
  return inOneLine([
    spoken.day(openedAt, now),
    product && labelOfChoice(words, playbook, 'product', product),
    cause && labelOfChoice(words, playbook, 'cause', cause),
    words.has(key) ? words.say(key) : stage,
  ]);
}

/** @returns a remedy that they were given, with what it cost and when. */
export function givenRemedyText(
  { remedy, cost, at }: GivenRemedy,
  { voice: { words, spoken }, playbook, now }: ComplaintTeller,
): string {
  return inOneLine([
    remedyOf(playbook, remedy)?.label ?? remedy,
    cost && moneyText(cost.minor, cost.currency, words.language),
    spoken.day(at, now),
  ]);
}

/** @returns whether they were satisfied, with their score and when they said so (P33, P38). */
export const satisfactionText = (
  said: Satisfaction,
  { voice: { words, spoken }, now }: ComplaintTeller,
): string => inOneLine([...satisfactionParts(said, { words }), spoken.day(said.at, now)]);

function satisfactionParts(
  { satisfied, score }: { readonly satisfied?: boolean | undefined; score?: number | undefined },
  { words }: Pick<Voice, 'words'>,
): readonly (string | undefined)[] {
  return [
    satisfied === undefined
      ? undefined
      : words.say(satisfied ? 'complaint.satisfied' : 'complaint.unsatisfied'),
    score === undefined ? undefined : words.say('complaint.score', { score }),
  ];
}

/** @returns what all of it cost together, each currency by itself; empty where nothing did. */
export function givenSumText(
  given: readonly GivenRemedy[],
  { voice: { words } }: Pick<ComplaintTeller, 'voice'>,
): string {
  const sums = new Map<string, number>();
  for (const { cost } of given) {
    if (cost !== undefined) sums.set(cost.currency, (sums.get(cost.currency) ?? 0) + cost.minor);
  }
  return [...sums].map(([code, minor]) => moneyText(minor, code, words.language)).join(', ');
}

/** @returns what there is of several remarks in one line; what ends in a full stop goes on. */
export const inOneLine = (parts: readonly (string | false | undefined)[]): string =>
  parts
    .flatMap((part) => (typeof part === 'string' && part !== '' ? [part] : []))
    .map((part) => part.replace(/(?<![\s.;])[\s.;]+$/, ''))
    .join('; ');
