import { always, LINE, type Question } from './question.ts';

/** What the complaint helps to improve, and when we ask again (P31 to P34). */
export const thankQuestions: readonly Question[] = [
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
