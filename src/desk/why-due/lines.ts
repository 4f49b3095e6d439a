import type { TargetSource } from '../../rules/clocks.ts';
import type { EventType } from '../../rules/events.ts';
import type { Day, Millis } from '../../rules/values.ts';

/** A time of a day at which the desk was open. */
export interface OpenTime {
  readonly from: Millis;
  readonly to: Millis;
}

/** From when a clock runs: when it reached us, when it was taken up, opened again, or ended. */
export type StartReason = 'received' | 'opened' | 'reopened' | 'finished';

/**
 * One line of a clock's arithmetic, in the order in which it is told. Spans are milliseconds; `soFar` is
 * the sum with this line.
 */
export type StoryLine =
  /** How much time there is; without `because`, the playbook said so then and does not any more. */
  | {
      readonly kind: 'target';
      readonly span: number;
      readonly aim: number;
      readonly because?: TargetSource;
    }
  | { readonly kind: 'started'; readonly at: Millis; readonly because: StartReason }
  /** Counted by other clocks before there was this one. */
  | {
      readonly kind: 'before';
      readonly until: Millis;
      readonly counted: number;
      readonly soFar: number;
    }
  /** Around the clock. */
  | {
      readonly kind: 'elapsed';
      readonly from: Millis;
      readonly to: Millis;
      readonly counted: number;
      readonly soFar: number;
    }
  | {
      readonly kind: 'day';
      readonly day: Day;
      readonly open: readonly OpenTime[];
      readonly counted: number;
      readonly soFar: number;
    }
  /** A whole week, Monday to Sunday. */
  | {
      readonly kind: 'week';
      readonly from: Millis;
      readonly to: Millis;
      readonly counted: number;
      readonly soFar: number;
    }
  /** The desk was closed all the time. */
  | { readonly kind: 'closed'; readonly from: Millis; readonly to: Millis }
  /** A day with other hours than its weekday has, or with none. */
  | { readonly kind: 'holiday'; readonly day: Day; readonly label: string }
  /** Nothing counted; without `to` it still waits. */
  | {
      readonly kind: 'paused';
      readonly from: Millis;
      readonly to?: Millis;
      readonly reason: string;
    }
  | {
      readonly kind: 'retargeted';
      readonly at: Millis;
      readonly before: number;
      readonly span: number;
      readonly because?: TargetSource;
    }
  /** Other opening hours from here on. */
  | { readonly kind: 'recounted'; readonly at: Millis; readonly calendar: number }
  | { readonly kind: 'stopped'; readonly at: Millis; readonly because: EventType };
