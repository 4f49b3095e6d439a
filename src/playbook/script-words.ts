import { questions } from '../rules/questions.ts';

/** The questions a line can belong to, in the order of a conversation, and the moments beside them. */
export const moments: readonly string[] = [
  ...questions.map(({ name }) => name),
  'handover',
  'callback',
  'waiting',
  'escalated',
  'farewell',
];

/** What can stand in braces in a line. */
export const lineVariables = [
  'customer',
  'agent',
  'team',
  'business',
  'product',
  'cause',
  'wish',
  'words',
  'restated',
  'happened',
  'offers',
  'chosen',
  'promise',
  'promise_by',
  'promise_date',
  'takes',
  'answer_due',
  'reference',
  'improves',
  'followup',
  'reach',
  'reach_us',
  'part_of_day',
] as const;

/** What a line can be filled with. */
export type LineVariable = (typeof lineVariables)[number];

/** What can stand in braces in what a remedy says. */
export const remedyVariables = ['amount', 'percent', 'product'] as const;
