import type { Targets } from './playbook.ts';
import { type Millis, millis } from './values.ts';

const HOUR = 3_600_000;

/** By when the customer is to have an answer, and the earlier moment we aim for (P25). */
export interface AnswerClock {
  readonly aim: Millis;
  readonly due: Millis;
}

/**
 * The answer clock runs from the first hello. The inner target keeps its share of a shorter one:
 * where ten hours are aimed at in eight, five are aimed at in four.
 * @param pickedUpAt when the conversation began
 * @param severity the severity's id, once it is known; an urgent complaint may have less time
 */
export function answerClock(
  targets: Targets,
  pickedUpAt: Millis,
  severity: string | undefined,
): AnswerClock {
  const own = severity === undefined ? undefined : targets.answerHoursBySeverity[severity];
  const hours = own ?? targets.answerHours;
  const aim = (targets.aimHours / targets.answerHours) * hours;
  return { aim: millis(pickedUpAt + aim * HOUR), due: millis(pickedUpAt + hours * HOUR) };
}
