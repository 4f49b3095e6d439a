import type { Conversation } from './conversation.ts';
import { openOffers } from './offers.ts';
import type { Choice, Playbook } from './playbook.ts';
import { openPromises } from './promises.ts';
import type { AnswerName, Answers, CustomerFact } from './state.ts';
import { faults, insteads, outcomes, type Step } from './steps.ts';

/**
 * Each thing the conversation asks, described once. The field on the screen, the accessible
 * question, the schema of `--from-file` and the column of the export are made from this.
 */
export interface Question {
  readonly name: QuestionName;
  readonly step: Step;
  readonly kind: QuestionKind;
  /** Where the answer is kept: with the complaint, or with the person. */
  readonly about: 'complaint' | 'customer';
  /** The practices it serves. */
  readonly practices: readonly string[];
  /** Whether it is asked at all, as things stand. */
  readonly asked: (conversation: Conversation) => boolean;
  /** Whether the conversation can end without it. What is not required can be passed over. */
  readonly required: boolean;
  /** The longest text taken, in UTF-16 units. */
  readonly longest?: number;
  /** What can be picked. */
  readonly choices?: (playbook: Playbook) => readonly Choice[];
  /** Something that is not on the list may be typed. */
  readonly open?: boolean;
}

/**
 * - customer: a person found on the desk or written down
 * - line, passage: one line of text, several pages of text
 * - choice, yes: one of a list, yes or no
 * - day, moment: a date, a date with a time
 * - offers, promises: lists with a life of their own
 */
export type QuestionKind =
  | 'customer'
  | 'line'
  | 'passage'
  | 'choice'
  | 'yes'
  | 'day'
  | 'moment'
  | 'offers'
  | 'promises';

/** Questions about the person: `reach` is a phone number or an email address, whichever they give. */
export type CustomerQuestion = 'customer' | 'reach' | 'account' | 'language';

export type QuestionName = AnswerName | CustomerQuestion | 'offers' | 'promises';

const LINE = 500;
const PASSAGE = 100_000;

const always = (): boolean => true;
const named = (ids: readonly string[]): readonly Choice[] => ids.map((id) => ({ id, label: id }));

/** The wish that is in no list: it is told in words (P18). */
export const OTHER_WISH = 'something-else';

/** The languages a customer may speak (P12). */
export const customerLanguages = ['en', 'mn', 'bg', 'el', 'bs', 'th'] as const;

/** All questions in the order they are asked. */
export const questions: readonly Question[] = [
  {
    name: 'customer',
    step: 'listen',
    kind: 'customer',
    about: 'customer',
    practices: ['P1', 'P2', 'P39'],
    asked: always,
    required: false,
    longest: 200,
  },
  {
    name: 'reach',
    step: 'listen',
    kind: 'line',
    about: 'customer',
    practices: ['P2'],
    asked: ({ customer }) =>
      customer !== undefined && customer.phone === undefined && customer.email === undefined,
    required: false,
    longest: 200,
  },
  {
    name: 'account',
    step: 'listen',
    kind: 'line',
    about: 'customer',
    practices: ['P2'],
    asked: ({ customer }) => customer?.isNew === true,
    required: false,
    longest: 100,
  },
  {
    name: 'language',
    step: 'listen',
    kind: 'choice',
    about: 'customer',
    practices: ['P12'],
    asked: ({ customer }) => customer?.isNew === true,
    required: false,
    choices: () => named(customerLanguages),
  },
  {
    name: 'channel',
    step: 'listen',
    kind: 'choice',
    about: 'complaint',
    practices: ['P10'],
    asked: always,
    required: true,
    choices: (playbook) => playbook.channels,
  },
  {
    name: 'words',
    step: 'listen',
    kind: 'passage',
    about: 'complaint',
    practices: ['P3', 'P5'],
    asked: always,
    required: true,
    longest: PASSAGE,
  },
  {
    name: 'restated',
    step: 'listen',
    kind: 'passage',
    about: 'complaint',
    practices: ['P4'],
    asked: always,
    required: true,
    longest: 4000,
  },
  {
    name: 'confirmed',
    step: 'listen',
    kind: 'yes',
    about: 'complaint',
    practices: ['P4'],
    asked: always,
    required: true,
  },
  {
    name: 'unconfirmed_reason',
    step: 'listen',
    kind: 'line',
    about: 'complaint',
    practices: ['P4'],
    asked: ({ state }) => state.answers.confirmed === false,
    required: true,
    longest: LINE,
  },
  {
    name: 'happened',
    step: 'listen',
    kind: 'day',
    about: 'complaint',
    practices: ['P36'],
    asked: always,
    required: false,
  },
  {
    name: 'product',
    step: 'listen',
    kind: 'choice',
    about: 'complaint',
    practices: ['P37'],
    asked: always,
    required: false,
    longest: 200,
    choices: (playbook) => playbook.products,
    open: true,
  },
  {
    name: 'cause',
    step: 'listen',
    kind: 'choice',
    about: 'complaint',
    practices: ['P6', 'P37'],
    asked: always,
    required: true,
    choices: causeChoices,
  },
  {
    name: 'severity',
    step: 'listen',
    kind: 'choice',
    about: 'complaint',
    practices: ['P25'],
    asked: always,
    required: true,
    choices: (playbook) => playbook.severities,
  },
  {
    name: 'wish',
    step: 'listen',
    kind: 'choice',
    about: 'complaint',
    practices: ['P18'],
    asked: always,
    required: true,
    choices: wishChoices,
  },
  {
    name: 'wish_detail',
    step: 'listen',
    kind: 'line',
    about: 'complaint',
    practices: ['P18'],
    asked: ({ state }) => state.answers.wish === OTHER_WISH,
    required: true,
    longest: LINE,
  },
  {
    name: 'fault',
    step: 'apologise',
    kind: 'choice',
    about: 'complaint',
    practices: ['P14'],
    asked: always,
    required: true,
    choices: () => named(faults),
  },
  {
    name: 'apology',
    step: 'apologise',
    kind: 'passage',
    about: 'complaint',
    practices: ['P13', 'P15', 'P16'],
    asked: always,
    required: true,
    longest: 4000,
  },
  {
    name: 'offers',
    step: 'offer',
    kind: 'offers',
    about: 'complaint',
    practices: ['P19', 'P20', 'P21', 'P23'],
    asked: always,
    required: true,
  },
  {
    name: 'only_reason',
    step: 'offer',
    kind: 'line',
    about: 'complaint',
    practices: ['P19'],
    asked: ({ state }) => openOffers(state).length === 1,
    required: true,
    longest: LINE,
  },
  {
    name: 'chosen',
    step: 'offer',
    kind: 'choice',
    about: 'complaint',
    practices: ['P19'],
    asked: ({ state }) => openOffers(state).length > 0,
    required: true,
  },
  {
    name: 'instead',
    step: 'offer',
    kind: 'choice',
    about: 'complaint',
    practices: ['P22'],
    asked: ({ state }) => state.answers.chosen === 'neither',
    required: true,
    choices: () => named(insteads),
  },
  {
    name: 'done',
    step: 'resolve',
    kind: 'passage',
    about: 'complaint',
    practices: ['P36'],
    asked: always,
    required: false,
    longest: 4000,
  },
  {
    name: 'promises',
    step: 'resolve',
    kind: 'promises',
    about: 'complaint',
    practices: ['P27', 'P28', 'P29'],
    asked: always,
    required: false,
  },
  {
    name: 'takes',
    step: 'resolve',
    kind: 'line',
    about: 'complaint',
    practices: ['P27'],
    asked: ({ state }) => openPromises(state).length > 0,
    required: true,
    longest: LINE,
  },
  {
    name: 'outcome',
    step: 'resolve',
    kind: 'choice',
    about: 'complaint',
    practices: ['P26', 'P30'],
    asked: always,
    required: true,
    choices: () => named(outcomes),
  },
  {
    name: 'unsatisfied_reason',
    step: 'resolve',
    kind: 'line',
    about: 'complaint',
    practices: ['P30'],
    asked: ({ state }) => state.answers.outcome === 'unsatisfied',
    required: true,
    longest: LINE,
  },
  {
    name: 'improves',
    step: 'thank',
    kind: 'line',
    about: 'complaint',
    practices: ['P31', 'P37'],
    asked: always,
    required: true,
    longest: LINE,
  },
  {
    name: 'followup',
    step: 'thank',
    kind: 'moment',
    about: 'complaint',
    practices: ['P33', 'P34'],
    asked: ({ customer }) => customer !== undefined,
    required: false,
  },
  {
    name: 'thanked',
    step: 'thank',
    kind: 'yes',
    about: 'complaint',
    practices: ['P31', 'P32'],
    asked: always,
    required: true,
  },
];

/** With it the conversation is over. */
export const LAST_QUESTION: QuestionName = 'thanked';

const byName = new Map(questions.map((question) => [question.name, question]));

/**
 * @param name a question's name
 * @returns its one description
 * @throws RangeError when there is none: a mistake of ours, not of the person
 */
export function questionNamed(name: QuestionName): Question {
  const question = byName.get(name);
  if (question === undefined) throw new RangeError(`no question is named ${name}`);
  return question;
}

/** @returns whether a text is the name of a question. */
export const isQuestionName = (text: string): text is QuestionName =>
  byName.has(text as QuestionName);

/** Which fact about a person a question about them gives; `reach` depends on what is typed. */
export const factAsked: Readonly<
  Record<Exclude<CustomerQuestion, 'reach' | 'customer'>, CustomerFact>
> = {
  account: 'account',
  language: 'language',
};

/** Causes as one flat list of `group/sub`, labelled with both names (P11: one choice, not two). */
function causeChoices(playbook: Playbook): readonly Choice[] {
  return playbook.causes.flatMap((group) =>
    group.causes.map((cause) => ({
      ...cause,
      id: `${group.id}/${cause.id}`,
      label: `${group.label}: ${cause.label}`,
    })),
  );
}

/** What customers usually wish for, and last something that is in no list (P18). */
function wishChoices(playbook: Playbook): readonly Choice[] {
  const wishes = playbook.remedies.flatMap((remedy) =>
    remedy.wish === undefined ? [] : [{ id: remedy.id, label: remedy.wish }],
  );
  return [...wishes, { id: OTHER_WISH, label: 'something else' }];
}

/** Questions that are answered with text. */
export type TextAnswerName = {
  [Name in AnswerName]: NonNullable<Answers[Name]> extends string
    ? string extends NonNullable<Answers[Name]>
      ? Name
      : never
    : never;
}[AnswerName];

/** @returns whether a question about the complaint is answered with text that the agent types. */
export const isTextAnswer = (name: QuestionName): name is TextAnswerName => {
  const { about, kind } = questionNamed(name);
  return about === 'complaint' && (kind === 'line' || kind === 'passage');
};
