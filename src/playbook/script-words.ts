/** The questions and moments a line can belong to, in the order of a conversation. */
export const moments = [
  'customer',
  'reach',
  'phone',
  'email',
  'account',
  'language',
  'channel',
  'words',
  'restated',
  'confirmed',
  'unconfirmed_reason',
  'happened',
  'product',
  'cause',
  'severity',
  'wish',
  'wish_detail',
  'fault',
  'apology',
  'offers',
  'only_reason',
  'chosen',
  'instead',
  'done',
  'promises',
  'takes',
  'outcome',
  'unsatisfied_reason',
  'improves',
  'thanked',
  'followup',
  'handover',
  'callback',
  'waiting',
  'escalated',
  'farewell',
] as const;

export type Moment = (typeof moments)[number];

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

export type LineVariable = (typeof lineVariables)[number];

/** What can stand in braces in what a remedy says. */
export const remedyVariables = ['amount', 'percent', 'product'] as const;
