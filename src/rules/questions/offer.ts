import { openOffers } from '../offers.ts';
import { insteads } from '../steps.ts';
import { always, LINE, named, type Question } from './question.ts';

/** What can be done, and what they choose of it (P19 to P24). */
export const offerQuestions: readonly Question[] = [
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
];
