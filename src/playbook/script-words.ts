import { questions } from '../rules/questions.ts';

/** What a line can belong to beside the questions: what happens around a conversation and after it. */
export const besideQuestions = [
  'handover',
  'introduction',
  'callback',
  'calling',
  'not_reached',
  'waiting',
  'reminder',
  'escalated',
  'approval',
  'approved',
  'declined',
  'delay',
  'broken',
  'kept',
  'followup_call',
  'reopened',
  'merged',
  'closing',
  'farewell',
] as const;

/** A moment that is no question of the conversation. */
export type Moment = (typeof besideQuestions)[number];

/** The questions a line can belong to, in the order of a conversation, and the moments beside them. */
export const moments: readonly string[] = [
  ...questions.map(({ name }) => name),
  ...besideQuestions,
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
  'promise_was',
  'takes',
  'answer_due',
  'reference',
  'improves',
  'followup',
  'reach',
  'reach_us',
  'part_of_day',
  'from',
  'to',
  'reason',
  'asked_for',
  'decided_by',
  'decision',
  'about',
  'call_at',
  'resolution',
  'changed',
  'goes_on_as',
] as const;

/** What a line can be filled with. */
export type LineVariable = (typeof lineVariables)[number];

/** What can stand in braces in what a remedy says. */
export const remedyVariables = ['amount', 'percent', 'product'] as const;
