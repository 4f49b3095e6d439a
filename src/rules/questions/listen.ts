import type { Choice, Playbook } from '../playbook.ts';
import { personQuestions } from './person.ts';
import { always, LINE, type Question } from './question.ts';

/** The longest story, in UTF-16 units. */
const PASSAGE = 100_000;

/** The wish that is in no list: it is told in words (P18). */
export const OTHER_WISH = 'something-else';

/** What happened, to whom, and what they would like to happen (P1 to P12, P18). */
export const listenQuestions: readonly Question[] = [
  ...personQuestions,
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
    deliberate: true,
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
    deliberate: true,
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
];

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
