import { faults } from '../steps.ts';
import { always, named, type Question } from './question.ts';

/** Whose fault it is, and the apology (P13 to P17). */
export const apologiseQuestions: readonly Question[] = [
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
];
