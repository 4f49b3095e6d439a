import { dayText } from '../language/day-text.ts';
import type { Conversation } from '../rules/conversation.ts';
import { questionStanding } from '../rules/flow.ts';
import type { Playbook } from '../rules/playbook.ts';
import { openPromises } from '../rules/promises.ts';
import { type Question, questions } from '../rules/questions.ts';
import type { Step } from '../rules/steps.ts';
import { labelOfChoice, labelOfOffer } from './labels.ts';
import type { Voice } from './saying.ts';

/** One answer as people read it. The text is as it was given: whoever prints it makes it safe. */
export interface RecordAnswer {
  readonly question: Question;
  readonly step: Step;
  readonly label: string;
  readonly text: string;
}

/**
 * The whole record of a conversation in the order of its questions: the last page of the screen,
 * the accessible mode and `show` read the same.
 * @returns the answers that were given; what was passed over or not asked is left out
 */
export function recordAnswers(conversation: Conversation, voice: Voice): readonly RecordAnswer[] {
  return questions.flatMap((question) => {
    const text = answerText(conversation, question, voice);
    const label = voice.words.say(`question.${question.name}`);
    return text === '' ? [] : [{ question, step: question.step, label, text }];
  });
}

function answerText(conversation: Conversation, question: Question, voice: Voice): string {
  const { state, playbook } = conversation;
  const { words, spoken } = voice;
  const { name } = question;
  if (question.about === 'customer') return customerText(conversation, question, voice);
  if (name === 'offers') {
    return state.offers
      .map((offer) => {
        const label = labelOfOffer(words, playbook, offer);
        return offer.state === 'put' ? label : words.say(`offer.${offer.state}`, { offer: label });
      })
      .join('\n');
  }
  if (name === 'promises') {
    return openPromises(state)
      .map(({ what, who, due }) =>
        words.say('promise.line', { what, who, moment: spoken.fullMoment(due) }),
      )
      .join('\n');
  }
  if (questionStanding(conversation, question) !== 'answered') return '';
  const value = state.answers[name as keyof typeof state.answers];
  if (value === undefined) return '';
  return name === 'chosen'
    ? chosenText(conversation, voice)
    : valueText(question, value, voice, playbook);
}

/** @returns an answer's value as people say it: a day, a moment, yes or no, the word for a choice. */
export function valueText(
  { name, kind }: Question,
  value: string | number | boolean,
  { words, spoken }: Voice,
  playbook: Playbook,
): string {
  if (name === 'happened') return dayText(String(value), words.language);
  if (name === 'followup') return spoken.fullMoment(Number(value));
  if (typeof value === 'boolean') return labelOfChoice(words, playbook, name, value ? 'yes' : 'no');
  return kind === 'choice' ? labelOfChoice(words, playbook, name, String(value)) : String(value);
}

function customerText(
  { state, customer, playbook }: Conversation,
  { name }: Question,
  { words }: Voice,
): string {
  if (customer === undefined) {
    return name === 'customer' && state.passed.includes('customer')
      ? words.say('conversation.nobody')
      : '';
  }
  switch (name) {
    case 'customer':
      return customer.name;
    case 'reach':
      return [customer.phone, customer.email].filter((reach) => reach !== undefined).join(', ');
    case 'account':
      return customer.account ?? '';
    default:
      return customer.language === undefined
        ? ''
        : labelOfChoice(words, playbook, 'language', customer.language);
  }
}

function chosenText({ state, playbook }: Conversation, { words }: Voice): string {
  const chosen = state.offers.find((offer) => offer.state === 'chosen');
  return chosen === undefined
    ? words.say('choice.chosen.neither')
    : labelOfOffer(words, playbook, chosen);
}
