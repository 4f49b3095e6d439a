import { putOffers } from '../desk/converse.ts';
import { occasionOf } from '../desk/desk.ts';
import { labelOfChoice, labelOfOffer } from '../desk/labels.ts';
import { limitLine } from '../desk/limit-text.ts';
import { offerOfSize } from '../desk/offer-size.ts';
import { type RemedyTally, talliesOf } from '../desk/similar/tally.ts';
import { tallyText } from '../desk/similar/tally-text.ts';
import { refusesOffers, type Standing, standing } from '../rules/authority.ts';
import type { OfferPut } from '../rules/events.ts';
import { fittingRemedies, openOffers, sameOffers, usualOffer } from '../rules/offers.ts';
import type { Remedy } from '../rules/playbook.ts';
import type { Question } from '../rules/questions.ts';
import { type Refusal, refuse } from '../rules/values.ts';
import type { SafeText } from '../terminal/safe-text.ts';
import { entries, tellNumbered } from './numbered.ts';
import { type NumberTyped, readNumbers } from './read-numbers.ts';
import { acting, moving, type Reply, same } from './reply.ts';
import { mentionSimilar, similarOf, tellLikest } from './similar.ts';
import type { Talk } from './talk.ts';

/** Before something is offered, the likest cases are told. */
const LIKEST = 2;

/** Asks what is put to the customer: at least two, each with where the agent's line runs (P19, P21). */
export async function askOffers(talk: Talk, question: Question): Promise<Reply> {
  const { state, playbook } = talk.conversation;
  const { wish, cause } = state.answers;
  const before = openOffers(state);
  const listed = fittingRemedies(playbook, wish, cause).map((remedy) => ({
    remedy,
    offer: before.find((put) => put.remedy === remedy.id) ?? usualOffer(remedy),
  }));
  const similar = await similarOf(talk);
  mentionSimilar(talk, similar);
  tellLikest(talk, similar, LIKEST);
  tellOffers(talk, question, listed, talliesOf(similar));
  const prompt = talk.say('plain.offers.which', {
    entries: entries(
      talk.say('plain.entry.some'),
      before.length === 0 ? undefined : talk.say('plain.entry.keep'),
      talk.say('plain.entry.choose'),
    ),
  });
  for (;;) {
    const entry = await talk.ask(prompt, 'choose');
    if (entry.kind === 'moving') return moving(entry.command);
    const typed = entry.kind === 'text' ? entry.text.trim() : '';
    if (typed === '' && before.length > 0) return same;
    const read = readOffers(talk, typed, listed);
    if ('refusals' in read) {
      for (const refusal of read.refusals) talk.tellRefusal(refusal);
    } else if (read.offers === undefined) {
      talk.tell('plain.offers.not-numbers', { typed });
    } else if (sameOffers(read.offers, before)) {
      return same;
    } else {
      tellPut(talk, read.offers);
      const { offers } = read;
      return acting((desk, conversation) => putOffers(desk, conversation, offers));
    }
  }
}

interface Listed {
  readonly remedy: Remedy;
  /** As it was put before, or as it usually is. */
  readonly offer: OfferPut;
}

/** @param tallies what became of each remedy in complaints like this one */
function tellOffers(
  talk: Talk,
  { name }: Question,
  listed: readonly Listed[],
  tallies: readonly RemedyTally[],
): void {
  const { desk, voice, conversation } = talk;
  const { state, playbook } = conversation;
  const { wish, wish_detail } = state.answers;
  if (wish !== undefined) {
    const label = wish_detail ?? labelOfChoice(voice.words, playbook, 'wish', wish);
    talk.tell('plain.wish', { wish: label });
  }
  const before = openOffers(state);
  if (before.length > 0) talk.tell('plain.recorded', { text: offersText(talk, before) });
  talk.tell('plain.offers', { label: talk.say(`question.${name}`) });
  const list = listed.map(({ remedy, offer }) => {
    const label = talk.say('plain.offer', {
      offer: labelOfOffer(voice.words, playbook, offer),
      limit: limitText(talk, remedy, standing(conversation, offer, occasionOf(desk))),
    });
    const tally = tallies.find((one) => one.remedy === remedy.id);
    return { id: remedy.id, label, ...(tally && { hint: tallyText(voice.words, tally).full }) };
  });
  tellNumbered(talk, list);
}

/** Told before anything is said to the customer: whose it is to give, and how far (P20, P21). */
function limitText(talk: Talk, { measure }: Remedy, stands: Standing): SafeText {
  const { key, values } = limitLine(talk.voice.words, stands, measure);
  return talk.say(`plain.limit.${key}`, values);
}

type OffersRead =
  | { readonly offers: readonly OfferPut[] | undefined }
  | { readonly refusals: readonly Refusal[] };

/** @returns the offers in the order of the list, every reason why not, or nothing when it is no list. */
function readOffers(talk: Talk, typed: string, listed: readonly Listed[]): OffersRead {
  const { desk, conversation } = talk;
  const numbers = readNumbers(typed);
  if (numbers?.some(({ n }) => listed[n - 1] === undefined) !== false) return { offers: undefined };
  const read = listed.flatMap((each, index) => {
    const given = numbers.findLast(({ n }) => n === index + 1);
    return given === undefined ? [] : [readOffer(talk, each, given)];
  });
  const unread = read.flatMap((one) => ('refusal' in one ? [one.refusal] : []));
  if (unread.length > 0) return { refusals: unread };
  const offers = read.flatMap((one) => ('offer' in one ? [one.offer] : []));
  const refusals = refusesOffers(conversation, offers, occasionOf(desk));
  return refusals.length > 0 ? { refusals } : { offers };
}

function readOffer(
  { conversation }: Talk,
  { remedy, offer }: Listed,
  { size }: NumberTyped,
): { readonly offer: OfferPut } | { readonly refusal: Refusal } {
  const facts = { remedy: remedy.label };
  if (size === undefined) return { offer: strip(offer) };
  if (remedy.measure === 'none') return { refusal: refuse('takes_no_amount', facts, 'offers') };
  const read = offerOfSize(remedy, size, conversation.playbook.currency);
  return read === undefined
    ? { refusal: refuse(`bad_${remedy.measure}`, facts, 'offers') }
    : { offer: read };
}

/** What is put is put anew: it has no number and no state yet. */
const strip = ({ remedy, amount, currency: code, percent }: OfferPut): OfferPut => ({
  remedy,
  ...(amount === undefined || code === undefined ? {} : { amount, currency: code }),
  ...(percent === undefined ? {} : { percent }),
});

/** Tells what is put, with its conditions in plain words (P23). */
function tellPut(talk: Talk, offers: readonly OfferPut[]): void {
  const { conversation } = talk;
  talk.tell('plain.offers.put', { offers: offersText(talk, offers) });
  for (const { remedy: id } of offers) {
    const remedy = conversation.playbook.remedies.find((each) => each.id === id);
    if (remedy?.conditions !== undefined) {
      talk.tell('plain.offers.conditions', { remedy: remedy.label, conditions: remedy.conditions });
    }
  }
}

const offersText = ({ voice, conversation }: Talk, offers: readonly OfferPut[]): string =>
  offers.map((offer) => labelOfOffer(voice.words, conversation.playbook, offer)).join('; ');
