/** The five steps of a conversation, in the order they are taken. */
export const steps = ['listen', 'apologise', 'offer', 'resolve', 'thank'] as const;
export type Step = (typeof steps)[number];

/** Where a complaint stands in its life. */
export const stages = ['open', 'waiting', 'escalated', 'resolved', 'closed'] as const;
export type Stage = (typeof stages)[number];

/** Whose fault, as far as is known (P14). */
export const faults = ['ours', 'theirs', 'unknown'] as const;
export type Fault = (typeof faults)[number];

/** Whether a complaint was right, as found at its close (P36). */
export const verdicts = ['upheld', 'partly', 'not_upheld'] as const;
export type Verdict = (typeof verdicts)[number];

/** What came of a call-back or a follow-up (P9, P33). */
export const contactOutcomes = ['reached', 'not_reached', 'moved'] as const;
export type ContactOutcome = (typeof contactOutcomes)[number];

/** How the conversation ended (P26, P30). */
export const outcomes = ['resolved', 'promised', 'unsatisfied'] as const;
export type Outcome = (typeof outcomes)[number];

/** What to do when none of the offers will do (P22). */
export const insteads = ['alternatives', 'supervisor', 'unsatisfied'] as const;
export type Instead = (typeof insteads)[number];
