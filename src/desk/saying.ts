import type { Moment } from '../playbook/script-words.ts';
import { standing } from '../rules/authority.ts';
import type { Conversation } from '../rules/conversation.ts';
import type { OfferPut } from '../rules/events.ts';
import { offersWith, openOffers, remedyOf } from '../rules/offers.ts';
import { linesToSay } from '../rules/wording.ts';
import { type Given, offerIn, textIn } from './actions/action.ts';
import { aboutGiven, momentOfGiven } from './saying/about-given.ts';
import { lineValues, type Voice } from './saying/line-values.ts';
import { offersSentence } from './saying/offer-clauses.ts';
import type { SaidAbout } from './saying/said-about.ts';
import { type Speaker, situationOf } from './saying/situation.ts';

export type { Voice } from './saying/line-values.ts';
export { offersSentence } from './saying/offer-clauses.ts';
export type { SaidAbout } from './saying/said-about.ts';
export type { Speaker } from './saying/situation.ts';

/**
 * The lines an agent can say at a moment of this conversation (P1, P13, P15, P19).
 * @param at a question's name, or a moment such as `handover`
 * @param offers what is about to be put, while it is not on record yet
 * @returns filled lines, the best first; never one with a hole
 */
export function sayingFor(
  desk: Speaker,
  conversation: Conversation,
  at: string,
  voice: Voice,
  offers: readonly OfferPut[] = openOffers(conversation.state),
): readonly string[] {
  const lines = linesAt(desk, conversation, at, voice, { offers });
  // The offers said in one sentence come before any other line about them (P19).
  if (at !== 'offers' && at !== 'chosen') return lines;
  const sentence = offersSentence(conversation, offers, voice);
  // A line of the playbook may say the very same.
  return sentence === undefined ? lines : [...new Set([sentence, ...lines])];
}

/**
 * The same where somebody else heard the story before: who goes on says so first, and that it need not
 * be told again (P8).
 */
export function sayingOnTakingOver(
  desk: Speaker,
  conversation: Conversation,
  at: string,
  voice: Voice,
  offers?: readonly OfferPut[],
): readonly string[] {
  const [first, ...others] = linesAt(desk, conversation, 'introduction', voice, {});
  const lines = sayingFor(desk, conversation, at, voice, offers);
  return first === undefined ? lines : [first, ...lines, ...others];
}

/**
 * The lines for what happens beside the questions and after them: a hand-over, a delay that is told
 * (P28), a decision that is brought (P21), a call as agreed (P9).
 * @param conversation the complaint as it stands; a value that is not on record yet is handed in
 * @param about which promise, decision or contact is spoken of, and what is not on record yet
 * @returns filled lines, the best first; never one with a hole
 */
export const linesForMoment = (
  desk: Speaker,
  conversation: Conversation,
  moment: Moment,
  voice: Voice,
  about: SaidAbout = {},
): readonly string[] => linesAt(desk, conversation, moment, voice, about);

/**
 * The lines to say with an action, which change while its answers are given.
 * @param given what was answered so far; on record or not, it is what the lines speak of
 */
export const linesForAction = (
  desk: Speaker,
  conversation: Conversation,
  moment: Moment,
  voice: Voice,
  given: Given,
): readonly string[] => {
  if (moment === 'approval' && !asksFirst(desk, conversation, given)) {
    return sayingFor(desk, conversation, 'offers', voice, offersGiven(conversation, given));
  }
  const { contacts } = conversation.state;
  // Whom we wait for already is reminded, whatever day it is put off to.
  const waits = contacts.some(({ kind, state }) => kind === 'wait' && state === 'due');
  const now = moment === 'waiting' && waits ? 'reminder' : momentOfGiven(moment, given);
  return linesAt(desk, conversation, now, voice, aboutGiven(now, given));
};

/** What is theirs to give is offered; that it is asked for is said only where it is (P20, P21). */
function asksFirst({ agent, now }: Speaker, conversation: Conversation, given: Given): boolean {
  const put = offerIn(given);
  if (remedyOf(conversation.playbook, put.remedy) === undefined) return false;
  return standing(conversation, put, { agent, now: now() }).kind !== 'yours';
}

function offersGiven({ state }: Conversation, given: Given): readonly OfferPut[] {
  return textIn(given, 'remedy') === '' ? openOffers(state) : offersWith(state, offerIn(given));
}

const linesAt = (
  desk: Speaker,
  conversation: Conversation,
  at: string,
  voice: Voice,
  about: SaidAbout,
): readonly string[] =>
  linesToSay(
    conversation.playbook.lines,
    at,
    situationOf(desk, conversation, at, about),
    lineValues(desk, conversation, at, voice, about),
    conversation.state.id,
  );
