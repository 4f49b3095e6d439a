import { dayText } from '../../language/day-text.ts';
import type { Messages } from '../../language/messages.ts';
import type { SpokenTime } from '../../language/spoken-time.ts';
import type { LineVariable } from '../../playbook/script-words.ts';
import type { Conversation } from '../../rules/conversation.ts';
import { chosenOffer, openOffers, remedyOf } from '../../rules/offers.ts';
import { type Millis, refOf } from '../../rules/values.ts';
import type { LineVariables } from '../../rules/wording.ts';
import { labelOfAnswer, labelOfSubCause } from '../labels.ts';
import { eitherOr, offerClauses } from './offer-clauses.ts';
import {
  approvalSpokenOf,
  contactSpokenOf,
  promiseSpokenOf,
  type SaidAbout,
} from './said-about.ts';
import { partOfDay, type Speaker } from './situation.ts';

/** A text longer than this is not said in one breath, so it does not go into a line. */
const SAYABLE = 160;

/** What is said with: the words of a language and times as it says them. */
export interface Voice {
  readonly words: Messages;
  readonly spoken: SpokenTime;
}

type Values = Readonly<Partial<Record<LineVariable, string | undefined>>>;

/**
 * Fills the variables of lines from the record (P13, P15). A date that has passed is not given as one
 * to come, so that nobody promises yesterday.
 * @param at a question's name, or a moment such as `delay`
 * @returns the values by variable; what is not known, or too long to say, is left out
 */
export function lineValues(
  desk: Speaker,
  conversation: Conversation,
  at: string,
  voice: Voice,
  about: SaidAbout,
): LineVariables {
  const values: Values = {
    ...ofPeople(desk, conversation),
    ...ofComplaint(desk, conversation, voice),
    ...ofOffers(conversation, voice, about),
    ...ofPromise(desk, conversation, at, voice, about),
    ...ofDecision(conversation, at, voice, about),
    ...ofContact(desk, conversation, at, voice, about),
    ...about.values,
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, sayable(value)]));
}

const sayable = (text: string | undefined): string | undefined =>
  text === undefined || text.length > SAYABLE ? undefined : text.replaceAll(/\s+/g, ' ');

function ofPeople(
  { agent, business, reachUs }: Speaker,
  { state, customer }: Conversation,
): Values {
  const somebodyElse = (name: string) => (name === agent.name ? undefined : name);
  return {
    agent: agent.name,
    team: agent.team,
    business,
    reach_us: reachUs,
    customer: customer?.name,
    reach: customer?.phone ?? customer?.email,
    // Who took it up is who was told the story (P8).
    from: somebodyElse(state.openedBy),
    to: somebodyElse(state.owner),
  };
}

function ofComplaint(
  desk: Speaker,
  { state, playbook }: Conversation,
  { words, spoken }: Voice,
): Values {
  const { answers } = state;
  const now = desk.now();
  return {
    product: labelOfAnswer(words, playbook, answers, 'product'),
    cause: labelOfSubCause(playbook, answers.cause),
    wish: labelOfAnswer(words, playbook, answers, 'wish'),
    words: answers.words,
    restated: answers.restated,
    happened: answers.happened && dayText(answers.happened, words.language),
    takes: answers.takes,
    answer_due: ifAhead(state.answerDue, now, (at) => spoken.moment(at, now)),
    improves: answers.improves,
    followup: ifAhead(answers.followup, now, spoken.fullMoment),
    reference: refOf(state.id),
    goes_on_as: refOf(state.mergedInto ?? state.id),
    resolution: state.resolution ?? answers.done,
    changed: state.changed,
    part_of_day: words.say(`time.part.${partOfDay(desk)}`),
  };
}

const ifAhead = (
  at: Millis | undefined,
  now: Millis,
  say: (at: Millis) => string,
): string | undefined => (at === undefined || at <= now ? undefined : say(at));

function ofOffers(conversation: Conversation, { words }: Voice, about: SaidAbout): Values {
  const { state, playbook } = conversation;
  const taken = chosenOffer(state);
  const remedy = taken && remedyOf(playbook, taken.remedy);
  return {
    offers: eitherOr(offerClauses(conversation, about.offers ?? openOffers(state), words), words),
    chosen: remedy?.wish ?? remedy?.label,
  };
}

function ofPromise(
  desk: Speaker,
  { state: complaint }: Conversation,
  at: string,
  { spoken }: Voice,
  about: SaidAbout,
): Values {
  const promise = promiseSpokenOf(complaint, at, about.promise);
  if (promise === undefined) return {};
  const { what, who, due, firstDue, state, reason } = promise;
  const now = desk.now();
  const movedTo = about.newDue ?? promise.movedTo;
  // Until they are told of a delay, the date they know is the one before it (P28).
  const known = movedTo !== undefined || state !== 'open' || due <= now ? due : firstDue;
  // Nobody is told that it will be later and given the date they have.
  const isUndelayed = at === 'delay' && movedTo === undefined && firstDue === undefined;
  const date = isUndelayed ? undefined : (movedTo ?? due);
  return {
    promise: what,
    // Who promises it for themselves says so in the first person.
    promise_by: who === desk.agent.name ? undefined : who,
    promise_date: state === 'open' ? ifAhead(date, now, spoken.fullMoment) : undefined,
    promise_was: known && spoken.fullMoment(known),
    reason,
  };
}

/** The decision that is spoken of: a supervisor's (P21), else the one at the close (P36). */
function ofDecision(
  conversation: Conversation,
  at: string,
  { words }: Voice,
  about: SaidAbout,
): Values {
  const { state } = conversation;
  const approval = approvalSpokenOf(state, about.approval);
  const asked = about.asked ?? approval;
  const atClose = at !== 'approval' && at !== 'approved' && at !== 'declined';
  return {
    asked_for: asked && offerClauses(conversation, [asked], words)[0],
    decided_by: approval?.decidedBy,
    decision: atClose ? state.decision : approval?.decision,
  };
}

function ofContact(
  desk: Speaker,
  { state }: Conversation,
  at: string,
  { spoken }: Voice,
  about: SaidAbout,
): Values {
  const contact = contactSpokenOf(state, at, about.contact);
  return {
    about: contact?.reason,
    call_at: ifAhead(about.callAt ?? contact?.at, desk.now(), spoken.fullMoment),
  };
}
