import { dayText } from '../language/day-text.ts';
import type { Messages } from '../language/messages.ts';
import type { SpokenTime } from '../language/spoken-time.ts';
import type { LineVariable } from '../playbook/script-words.ts';
import type { Conversation } from '../rules/conversation.ts';
import type { OfferPut } from '../rules/events.ts';
import { chosenOffer, openOffers, remedyOf } from '../rules/offers.ts';
import { openPromises } from '../rules/promises.ts';
import { refOf } from '../rules/values.ts';
import {
  fill,
  joinChoices,
  type LineSituation,
  type LineVariables,
  linesToSay,
} from '../rules/wording.ts';
import type { Desk } from './desk.ts';
import { labelOfChoice, sizeOfOffer } from './labels.ts';

/** A text longer than this is not said in one breath, so it does not go into a line. */
const SAYABLE = 160;

/** What is said with: the words of a language and times as it says them. */
export interface Voice {
  readonly words: Messages;
  readonly spoken: SpokenTime;
}

/**
 * The lines an agent can say at a moment of this conversation (P1, P13, P15, P19).
 * @param at a question's name, or a moment such as `handover`
 * @param offers what is about to be put, while it is not on record yet
 * @returns filled lines, the best first; never one with a hole
 */
export function sayingFor(
  desk: Desk,
  conversation: Conversation,
  at: string,
  voice: Voice,
  offers: readonly OfferPut[] = openOffers(conversation.state),
): readonly string[] {
  const variables = lineVariables(desk, conversation, voice, offers);
  const turn = conversation.state.id;
  const lines = linesToSay(
    conversation.playbook.lines,
    at,
    situationOf(desk, conversation),
    variables,
    turn,
  );
  // The offers said in one sentence come before any other line about them (P19).
  if (at !== 'offers' && at !== 'chosen') return lines;
  const sentence = offersSentence(conversation, offers, voice);
  // A line of the playbook may say the very same.
  return sentence === undefined ? lines : [...new Set([sentence, ...lines])];
}

/** @returns "We can either ... or ... Which would you prefer?", or undefined with nothing to offer. */
export function offersSentence(
  conversation: Conversation,
  offers: readonly OfferPut[],
  { words }: Voice,
): string | undefined {
  const joined = joinChoices(offerClauses(conversation, offers, words));
  return joined && words.say(`say.offer.${joined.kind}`, { ...joined });
}

/** What each offer lets us do, filled in: "send you a new kettle", "refund €29.90". */
function offerClauses(
  { playbook, state }: Conversation,
  offers: readonly OfferPut[],
  words: Messages,
): readonly string[] {
  const product = labelOrNone(words, { playbook, state }, 'product');
  return offers.flatMap((offer) => {
    const say = remedyOf(playbook, offer.remedy)?.say;
    const size = sizeOfOffer(words, offer);
    const filled =
      say === undefined
        ? undefined
        : fill(say, { amount: size, percent: size, product: product ?? words.say('say.product') });
    return filled === undefined ? [] : [filled];
  });
}

function situationOf(desk: Desk, { state, customer, playbook }: Conversation): LineSituation {
  const { answers } = state;
  return {
    fault: answers.fault,
    channel: answers.channel ?? playbook.channels.find(({ usual }) => usual)?.id,
    severity: answers.severity,
    cause: answers.cause?.split('/')[0],
    wish: answers.wish,
    outcome: answers.outcome,
    returning: customer !== undefined && !customer.isNew,
    partOfDay: partOfDay(desk),
  };
}

function lineVariables(
  desk: Desk,
  conversation: Conversation,
  { words, spoken }: Voice,
  offers: readonly OfferPut[],
): LineVariables {
  const { state, customer, playbook } = conversation;
  const { answers } = state;
  const promise = openPromises(state).at(-1);
  const chosen = chosenOffer(state);
  const now = desk.now();
  const variables: Readonly<Record<LineVariable, string | undefined>> = {
    agent: desk.agent.name,
    team: desk.agent.team,
    business: desk.business,
    reach_us: desk.reachUs,
    customer: customer?.name,
    reach: customer?.phone ?? customer?.email,
    product: labelOrNone(words, conversation, 'product'),
    cause: causeLabel(conversation),
    wish: labelOrNone(words, conversation, 'wish'),
    words: answers.words,
    restated: answers.restated,
    happened: answers.happened && dayText(answers.happened, words.language),
    offers: eitherOr(offerClauses(conversation, offers, words), words),
    chosen:
      chosen &&
      (remedyOf(playbook, chosen.remedy)?.wish ?? remedyOf(playbook, chosen.remedy)?.label),
    promise: promise?.what,
    // Who promises it for themselves says so in the first person.
    promise_by: promise?.who === desk.agent.name ? undefined : promise?.who,
    promise_date: promise && spoken.fullMoment(promise.due),
    takes: answers.takes,
    answer_due: spoken.moment(state.answerDue, now),
    improves: answers.improves,
    followup: answers.followup && spoken.fullMoment(answers.followup),
    reference: refOf(state.id),
    part_of_day: words.say(`time.part.${partOfDay(desk)}`),
  };
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, sayable(value)]),
  );
}

/** As lines have it: "either ... or ..."; one alone is no choice. */
function eitherOr(clauses: readonly string[], words: Messages): string | undefined {
  const joined = joinChoices(clauses);
  return joined === undefined || joined.kind === 'one'
    ? undefined
    : words.say(`say.either.${joined.kind}`, { ...joined });
}

const sayable = (text: string | undefined): string | undefined =>
  text === undefined || text.length > SAYABLE ? undefined : text.replaceAll(/\s+/g, ' ');

function labelOrNone(
  words: Messages,
  { playbook, state }: Pick<Conversation, 'playbook' | 'state'>,
  question: 'product' | 'wish',
): string | undefined {
  const id = state.answers[question];
  return id === undefined ? undefined : labelOfChoice(words, playbook, question, id);
}

/** The sub-cause alone: "it arrived damaged", without its group before it. */
function causeLabel({ playbook, state }: Conversation): string | undefined {
  const [group, sub] = state.answers.cause?.split('/') ?? [];
  const causes = playbook.causes.find(({ id }) => id === group)?.causes;
  return causes?.find(({ id }) => id === sub)?.label;
}

function partOfDay(desk: Desk): LineSituation['partOfDay'] {
  const hour = hourAt(desk.zone, desk.now());
  if (hour >= 4 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening';
}

function hourAt(zone: string, at: number): number {
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, hour: '2-digit' }).format(at);
  return Number(text);
}
