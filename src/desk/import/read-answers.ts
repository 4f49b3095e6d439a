import type { Answers } from '../../rules/state.ts';
import type { RowValues } from './row-values.ts';

/** The answers that are text. */
const texts = [
  'channel',
  'words',
  'restated',
  'unconfirmed_reason',
  'product',
  'cause',
  'severity',
  'wish',
  'wish_detail',
  'apology',
  'only_reason',
  'done',
  'takes',
  'unsatisfied_reason',
  'improves',
] as const satisfies readonly (keyof Answers)[];

/** @returns the answers of a conversation as a row tells them, without the remedy. @throws RowRefused */
export function answersFrom(values: RowValues): Answers {
  const answers: Record<string, unknown> = {
    ...values.texts(...texts),
    confirmed: values.yesNo('confirmed'),
    happened: values.day('happened'),
    fault: values.choice('fault'),
    instead: values.choice('instead'),
    outcome: values.choice('outcome'),
    thanked: values.yesNo('thanked'),
    followup: values.time('followup'),
  };
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
}
