import type { ComplaintPage } from '../desk/complaint-page.ts';
import {
  approvalText,
  type ComplaintTeller,
  clockText,
  contactText,
  earlierText,
  givenRemedyText,
  givenSumText,
  promiseText,
  satisfactionText,
  similarText,
} from '../desk/complaint-text.ts';
import type { Desk } from '../desk/desk.ts';
import { labelOfChoice, labelOfOffer } from '../desk/labels.ts';
import { canResume } from '../desk/proposed-action.ts';
import { recordAnswers } from '../desk/record-answers.ts';
import { steps } from '../rules/steps.ts';
import { refOf } from '../rules/values.ts';
import { capitalised } from './capitalised.ts';
import type { Telling } from './telling.ts';

/** What the parts of a complaint are told from. */
export interface PartSource {
  readonly telling: Telling;
  readonly desk: Desk;
  readonly page: ComplaintPage;
}

const tellerOf = ({ telling, desk }: PartSource): ComplaintTeller => ({
  voice: telling.voice,
  playbook: desk.playbook,
  now: desk.now(),
});

/** Tells whose complaint it is, where it stands, who has it, and what is due when. */
export function tellHead(source: PartSource): void {
  const { telling, desk, page } = source;
  const { state, customer } = page.conversation;
  const { words, spoken } = telling.voice;
  const { channel } = state.answers;
  const title = {
    reference: refOf(state.id),
    customer: customer?.name ?? telling.say('conversation.nobody'),
  };
  if (channel === undefined) telling.tell('plain.page.title', title);
  else {
    const label = labelOfChoice(words, desk.playbook, 'channel', channel);
    telling.tell('plain.page.title-channel', { ...title, channel: label });
  }
  telling.tell('plain.page.stage', {
    stage: capitalised(telling.say(`stage.${state.stage}`), words),
    owner: state.owner,
    when: spoken.moment(state.openedAt, desk.now()),
  });
  if (canResume(state)) telling.tell('plain.page.unfinished');
  const running = state.clocks.filter(({ stoppedAt }) => stoppedAt === undefined);
  for (const clock of running.toSorted((one, other) => one.due - other.due)) {
    telling.tellAnswer(
      capitalised(telling.say(`why-due.clock.${clock.kind}`), words),
      clockText(clock, tellerOf(source)),
    );
  }
}

/** Tells what it is about, in a line or two (P8). */
export function tellStory({ telling, desk, page }: PartSource): void {
  const { answers } = page.conversation.state;
  const { words } = telling.voice;
  for (const name of ['restated', 'words'] as const) {
    const said = answers[name];
    if (said === undefined) continue;
    telling.tellAnswer(telling.say(`question.${name}`), said);
    break;
  }
  for (const name of ['product', 'cause', 'wish'] as const) {
    const id = answers[name];
    if (id === undefined) continue;
    const label = labelOfChoice(words, desk.playbook, name, id);
    telling.tellAnswer(telling.say(`question.${name}`), label);
  }
}

/**
 * Tells what is promised and agreed, asked of a supervisor, and put before the customer (P21, P28).
 * @param whole also what is over
 */
export function tellOwed(source: PartSource, whole = false): void {
  const { telling, desk, page } = source;
  const { promises, contacts, approvals, offers } = page.conversation.state;
  const teller = tellerOf(source);
  const isOpen = ({ state }: { readonly state: string }): boolean =>
    whole || ['open', 'due', 'chosen', 'put'].includes(state);
  const parts = [
    ['complaint.promises', promises.filter(isOpen).map((one) => promiseText(one, teller))],
    ['complaint.contacts', contacts.filter(isOpen).map((one) => contactText(one, teller))],
    ['complaint.approvals', approvals.filter(isOpen).map((one) => approvalText(one, teller))],
    [
      'complaint.offers',
      offers.filter(isOpen).map((offer) => {
        const label = labelOfOffer(telling.voice.words, desk.playbook, offer);
        return offer.state === 'put'
          ? label
          : telling.say(`offer.${offer.state}`, { offer: label });
      }),
    ],
  ] as const;
  for (const [heading, texts] of parts) tellList(telling, telling.say(heading), texts);
  if (parts.every(([, texts]) => texts.length === 0)) telling.tell('complaint.nothing-promised');
}

/** So much of what happened is told at a time. */
const TOLD = 10;

/**
 * Tells what happened, the newest first; an event is undone by its number.
 * @param from how many of the newest are left out, since they were told before
 * @returns how many were told up to now
 */
export function tellTimeline({ telling, desk, page }: PartSource, from = 0): number {
  const { spoken, words } = telling.voice;
  const newest = page.timeline.toReversed();
  const told = newest.slice(from, from + TOLD);
  if (told.length === 0) {
    telling.tell('plain.page.no-more');
    return from;
  }
  tellList(
    telling,
    telling.say(from === 0 ? 'plain.page.happened' : 'plain.page.before'),
    told.map(({ n, at, agent, words: what, takenBack }) =>
      words.say('plain.page.event', {
        n: String(n),
        when: spoken.moment(at, desk.now()),
        agent,
        what: takenBack ? words.say('complaint.taken-back', { what }) : what,
      }),
    ),
  );
  const left = newest.length - from - told.length;
  if (left > 0) telling.tell('plain.page.more', { count: left });
  return from + told.length;
}

/** Tells how complaints like this one were put right (P48). */
export function tellSimilar(source: PartSource, most: number): void {
  const { telling, page } = source;
  const teller = tellerOf(source);
  if (page.similar.length === 0) telling.tell('complaint.no-similar');
  const texts = page.similar
    .slice(0, most)
    .map((one) => `${refOf(one.id)}, ${similarText(one, teller)}`);
  tellList(telling, telling.say('plain.page.similar'), texts);
}

/**
 * Tells who it is and what was before: how to reach them, promises, complaints, remedies, what they said
 * afterwards (P2, P8, P39).
 * @param most how much of each is told
 */
export function tellCustomer(source: PartSource, most: number): void {
  const { telling, desk, page } = source;
  const { words, spoken } = telling.voice;
  const { customer } = page.conversation;
  if (customer === undefined) {
    telling.tell('conversation.nobody');
    return;
  }
  const { language } = customer;
  const facts = [
    customer.phone,
    customer.email,
    customer.account,
    customer.address,
    language && labelOfChoice(words, desk.playbook, 'language', language),
    customer.key === true && words.say('complaint.key-customer'),
    customer.standing && words.say(`complaint.standing.${customer.standing}`),
  ].filter((fact) => typeof fact === 'string' && fact !== '');
  telling.tellAnswer(
    telling.say('complaint.section.customer'),
    [customer.name, ...facts].join(', '),
  );
  const aside = page.customer;
  if (aside === undefined) return;
  const teller = tellerOf(source);
  const { promises, earlier } = aside.history;
  tellList(
    telling,
    telling.say('complaint.customer.promises'),
    promises.map(({ what, due, complaint }) => {
      const moment = spoken.moment(due, teller.now);
      return `${refOf(complaint)}, ${words.say('known.promised', { what, moment })}`;
    }),
  );
  if (earlier.length === 0) telling.tell('complaint.customer.first');
  tellList(
    telling,
    telling.say('complaint.customer.earlier'),
    earlier.slice(0, most).map((one) => `${refOf(one.id)}, ${earlierText(one, teller)}`),
  );
  const sum = givenSumText(aside.given, teller);
  tellList(
    telling,
    sum === ''
      ? telling.say('complaint.customer.given')
      : telling.say('complaint.customer.given-sum', { sum }),
    aside.given
      .toReversed()
      .slice(0, most)
      .map((one) => `${refOf(one.complaint)}, ${givenRemedyText(one, teller)}`),
  );
  tellList(
    telling,
    telling.say('complaint.customer.satisfaction'),
    aside.satisfaction
      .slice(0, most)
      .map((one) => `${refOf(one.complaint)}, ${satisfactionText(one, teller)}`),
  );
}

/** Tells the whole record: every answer under its step, and how it ended (P26, P36, P37). */
export function tellRecord({ telling, page }: PartSource): void {
  const { words } = telling.voice;
  const answers = recordAnswers(page.conversation, telling.voice);
  if (answers.length === 0) telling.tell('complaint.no-answers');
  for (const step of steps) {
    const given = answers.filter((answer) => answer.step === step);
    if (given.length === 0) continue;
    telling.tellHeading(telling.say(`step.${step}`));
    for (const { label, text } of given) tellLabelled(telling, label, text);
  }
  const { resolution, accepted, decision, rootCause, verdict, changed, contactsTaken } =
    page.conversation.state;
  const after: readonly (readonly [string, string | undefined])[] = [
    [words.say('ask.text.resolve'), resolution],
    [
      words.say('ask.accepted'),
      accepted === undefined ? undefined : words.say(accepted ? 'ask.yes' : 'ask.no'),
    ],
    [words.say('ask.decision'), decision],
    [words.say('ask.cause'), rootCause],
    [words.say('ask.verdict'), verdict && words.say(`choice.verdict.${verdict}`)],
    [words.say('ask.changed'), changed],
    [words.say('ask.contacts'), contactsTaken === undefined ? undefined : String(contactsTaken)],
  ];
  if (after.some(([, text]) => text !== undefined && text !== '')) {
    telling.tellHeading(telling.say('complaint.afterwards'));
  }
  for (const [label, text] of after) {
    if (text !== undefined && text !== '') tellLabelled(telling, label, text);
  }
}

/** Tells the arithmetic of each clock, to be read to whoever asks (P25, P28, P40). */
export async function tellWhyDue({ telling, desk, page }: PartSource): Promise<void> {
  // The calendar and its words are loaded for those who ask.
  const { whyDue } = await import('../desk/why-due.ts');
  const { whyDueText } = await import('../desk/why-due-text.ts');
  const { voice } = telling;
  const { playbook } = desk;
  const now = desk.now();
  const { id } = page.conversation.state;
  const clocks = await whyDue(desk.store.read, id, playbook, now);
  if (clocks.length === 0) telling.tell('complaint.no-clocks');
  for (const why of clocks) {
    tellList(
      telling,
      capitalised(telling.say(`why-due.clock.${why.clock.kind}`), voice.words),
      whyDueText(why, { voice, playbook, now }),
    );
  }
}

function tellLabelled(telling: Telling, said: string, text: string): void {
  const label = capitalised(said, telling.voice.words);
  if (text.includes('\n')) {
    telling.tellHeading(label);
    telling.tellBlock(text);
  } else {
    telling.tellAnswer(label, text);
  }
}

/** A heading with its lines beneath it; nothing where there are none. */
function tellList(telling: Telling, heading: string, texts: readonly string[]): void {
  if (texts.length === 0) return;
  telling.tellHeading(heading);
  for (const text of texts) telling.tell('plain.page.line', { text });
}
