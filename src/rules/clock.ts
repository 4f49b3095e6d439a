import type { Millis } from './values.ts';

/** What a clock waits for, in the order in which it happens (P25, P33, P40). */
export const clockKinds = ['pickup', 'acknowledge', 'answer', 'resolve', 'followup'] as const;
export type ClockKind = (typeof clockKinds)[number];

/**
 * A deadline counted in business time. It runs while `since` is set, has stopped once `stoppedAt` is,
 * and is paused when neither is. Spans are milliseconds of business time.
 */
export interface Clock {
  readonly kind: ClockKind;
  readonly started: Millis;
  /** The business time there is. */
  readonly target: number;
  /** The business time we aim for, within it (P25: ten hours, with an inner target of eight). */
  readonly aimTarget: number;
  /** The version of the opening hours it counts by now; 0 counts around the clock. */
  readonly calendar: number;
  /** Business time counted before `since`, by whatever hours and targets held then. */
  readonly counted: number;
  readonly since?: Millis;
  /** When the aim and the target are used up, or would have been when it was paused. */
  readonly aim: Millis;
  readonly due: Millis;
  /** When what it waits for happened. */
  readonly stoppedAt?: Millis;
}

/** How business time is counted: handed in, so that rules know nothing of time zones. */
export interface Counting {
  /** The version of the opening hours that hold now. */
  readonly version: number;
  /** @returns the moment when `span` milliseconds of business time have passed since `from`. */
  readonly after: (from: Millis, span: number) => Millis;
  /** @returns the business time between two moments by the hours of a version, in milliseconds. */
  readonly between: (version: number, from: Millis, to: Millis) => number;
}
