import { openPromises } from '../promises.ts';
import { outcomes } from '../steps.ts';
import { always, LINE, named, type Question } from './question.ts';

/** What was done, what is promised, and how it ended (P25 to P30). */
export const resolveQuestions: readonly Question[] = [
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
];
