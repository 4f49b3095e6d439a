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
  const answers: Record<string, unknown> = {};
  const take = (name: keyof Answers, value: unknown): void => {
    if (value !== undefined) answers[name] = value;
  };
  for (const name of texts) take(name, values.text(name));
  take('confirmed', values.yesNo('confirmed'));
  take('happened', values.day('happened'));
  take('fault', values.choice('fault'));
  take('instead', values.choice('instead'));
  take('outcome', values.choice('outcome'));
  take('thanked', values.yesNo('thanked'));
  take('followup', values.time('followup'));
  return answers;
}
