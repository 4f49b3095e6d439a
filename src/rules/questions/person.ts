import { always, named, type Question } from './question.ts';

/** The languages a customer may speak (P12). */
export const customerLanguages = ['en', 'mn', 'bg', 'el', 'bs', 'th'] as const;

/** Who complains: a person known on the desk, or somebody new, who is asked for at most three things. */
export const personQuestions: readonly Question[] = [
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
];
