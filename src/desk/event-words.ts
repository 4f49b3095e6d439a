import type { MessageKey } from '../language/messages.ts';
import { questionOfEvent } from '../rules/event-question.ts';
import type { ComplaintEvent, OfferPut } from '../rules/events.ts';
import { fold } from '../rules/fold.ts';
import type { Playbook } from '../rules/playbook.ts';
import { isQuestionName, questionNamed } from '../rules/questions.ts';
import type { CustomerFact } from '../rules/state.ts';
import { lifeWords } from './event-words/life.ts';
import { labelOfChoice, labelOfOffer } from './labels.ts';
import { valueText } from './record-answers.ts';
import { questionLabel } from './refusal-text.ts';
import type { Voice } from './saying.ts';

/** What the log is told with. */
export interface Teller {
  readonly voice: Voice;
  readonly playbook: Playbook;
  /** What happened before to the same complaint, by `n`: what a number in an event stands for. */
  readonly before: readonly ComplaintEvent[];
}

/** What these speak of by its number was said before. */
const leaning: ReadonlySet<string> = new Set([
  'promise_withdrawn',
  'promise_kept',
  'promise_broken',
  'promise_delayed',
  'promise_told',
  'approved',
  'declined',
  'contacted',
]);

/** @returns whether an event is told by what another one said. */
export const leansOnOthers = (event: ComplaintEvent | undefined): boolean =>
  event?.type === 'undone' ||
  leaning.has(event?.type ?? '') ||
  (event?.type === 'answered' && event.body.question === 'chosen');

/**
 * Says what happened in one line: `cli.event.<type>`, without an id that only programs know.
 * @param event undefined when its words were erased
 * @returns text as it was given: whoever prints it makes it safe
 */
export function eventWords(event: ComplaintEvent | undefined, teller: Teller): string {
  const { words, spoken } = teller.voice;
  const say = (key: MessageKey, values: Record<string, string> = {}) => words.say(key, values);
  if (event === undefined) return say('cli.event.erased');
  switch (event.type) {
    case 'opened':
    case 'promises_settled':
    case 'taken_up':
    case 'finished':
      return say(`cli.event.${event.type}`);
    case 'imported': {
      const { source, rest = {} } = event.body;
      const also = Object.entries(rest).map(([name, text]) => `${name}: ${text}`);
      return say('cli.event.imported', { ...source, also: inShort(also.join('; ')) || 'none' });
    }
    case 'customer_identified': {
      const { added, customer } = event.body;
      return added === undefined
        ? say('cli.event.customer_identified', { customer: String(customer) })
        : say('cli.event.customer_added', { name: added.name });
    }
    case 'customer_changed':
      return factWords(event.body, teller);
    case 'customer_passed':
      return say('cli.event.passed', { question: questionLabel(words, event.body.question) });
    case 'answered':
      return answerWords(event.body, teller);
    case 'offered':
      return say('cli.event.offered', {
        offers: event.body.offers.map((offer) => offerLabel(offer, teller)).join('; '),
      });
    case 'promised': {
      const { what, who, due } = event.body;
      return say('cli.event.promised', { what, who, moment: spoken.fullMoment(due) });
    }
    case 'promise_withdrawn': {
      const { promise } = event.body;
      const made = fold(teller.before)?.promises.find(({ n }) => n === promise);
      const what = made?.what ?? String(promise);
      return say('cli.event.promise_withdrawn', { what });
    }
    case 'handed_over':
      return say('cli.event.handed_over', { to: event.body.to, reason: event.body.reason });
    case 'escalated':
      return say('cli.event.escalated', { reason: event.body.reason });
    case 'callback_set':
      return say('cli.event.callback_set', {
        moment: spoken.fullMoment(event.body.at),
        reason: event.body.reason,
      });
    case 'waiting':
      return say('cli.event.waiting', {
        moment: spoken.fullMoment(event.body.until),
        reason: event.body.reason,
      });
    case 'undone':
      return undoneWords(event.body.undoes, teller);
    default:
      return lifeWords(event, teller);
  }
}

/** What had no place can be a whole page; the complaint's own page has all of it. */
const inShort = (text: string): string =>
  text.length > mostBeside ? `${text.slice(0, mostBeside).toWellFormed()}…` : text;

const mostBeside = 120;

function factWords(
  { fact, to }: { readonly fact: CustomerFact; readonly to: string | null },
  { voice: { words }, playbook }: Teller,
): string {
  const label = words.say(fact === 'language' ? 'question.language' : `form.${fact}`);
  if (to === null) return words.say('cli.event.fact_removed', { fact: label });
  const value = fact === 'language' ? labelOfChoice(words, playbook, 'language', to) : to;
  return words.say('cli.event.answered', { question: label, value });
}

function answerWords(
  {
    question,
    value,
  }: { readonly question: string; readonly value: string | number | boolean | null },
  teller: Teller,
): string {
  const { voice, playbook } = teller;
  const label = questionLabel(voice.words, question);
  if (value === null) return voice.words.say('cli.event.passed', { question: label });
  const text = isQuestionName(question)
    ? typeof value === 'number' && question === 'chosen'
      ? chosenWords(value, teller)
      : valueText(questionNamed(question), value, voice, playbook)
    : String(value);
  // A label that is a question ends itself.
  return voice.words.say(label.endsWith('?') ? 'cli.event.asked' : 'cli.event.answered', {
    question: label,
    value: text,
  });
}

/** Offers count through a complaint, those that were taken back left out. */
function chosenWords(n: number, teller: Teller): string {
  const offer = fold(teller.before)?.offers.find((put) => put.n === n);
  return offer === undefined ? String(n) : offerLabel(offer, teller);
}

/** Names what was taken back; taking that back again brings it again. */
function undoneWords(n: number, teller: Teller): string {
  const { words } = teller.voice;
  const target = teller.before.find((event) => event.n === n);
  if (target?.type === 'undone') {
    const first = teller.before.find((event) => event.n === target.body.undoes);
    return words.say('cli.event.redone', { what: shortWords(first, teller) });
  }
  return words.say('cli.event.undone', { what: shortWords(target, teller) });
}

function shortWords(event: ComplaintEvent | undefined, teller: Teller): string {
  const question = event && questionOfEvent(event);
  return question === undefined
    ? eventWords(event, teller)
    : questionLabel(teller.voice.words, question);
}

const offerLabel = (offer: OfferPut, { voice, playbook }: Teller): string =>
  labelOfOffer(voice.words, playbook, offer);
