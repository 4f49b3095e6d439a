import type { Clock, ClockKind, Counting } from '../clock.ts';
import { type Millis, millis } from '../values.ts';

/**
 * What can be done to a clock. Time that was counted stays counted, whatever happens to it; each
 * function hands the very same clock back where it changes nothing.
 */

/** The spans of a clock, in milliseconds of business time. */
export interface Spans {
  readonly span: number;
  readonly aim: number;
}

/** @returns a clock that runs from a moment on, by the hours that hold now or by those of a version. */
export function startClock(
  kind: ClockKind,
  from: Millis,
  { span, aim }: Spans,
  counting: Counting,
  calendar = counting.version,
): Clock {
  const blank = { kind, started: from, target: span, aimTarget: aim, calendar, counted: 0 };
  const whole = { ...blank, since: from, aim: from, due: from };
  return { ...whole, ...deadlines(whole, from, counting) };
}

/** @returns the business time on a clock at a moment, in milliseconds. */
export function countedBy(clock: Clock, at: Millis, counting: Counting): number {
  const { counted, since, calendar } = clock;
  return since === undefined ? counted : counted + counting.between(calendar, since, at);
}

/** Pauses a clock: its aim and its target stay where they would have been. */
export function pauseClock(clock: Clock, at: Millis, counting: Counting): Clock {
  const { since, ...rest } = clock;
  return since === undefined ? clock : { ...rest, counted: countedBy(clock, at, counting) };
}

/** Lets a paused clock go on, by the hours that hold now. */
export function resumeClock(clock: Clock, at: Millis, counting: Counting): Clock {
  if (clock.since !== undefined) return clock;
  const running = { ...clock, calendar: counting.version, since: at };
  return { ...running, ...deadlines(running, at, counting) };
}

/** Stops a clock: what it waited for has happened. */
export function stopClock(clock: Clock, at: Millis, counting: Counting): Clock {
  return { ...pauseClock(clock, at, counting), stoppedAt: at };
}

/** Gives a clock other spans, and keeps what is counted. */
export function retargetClock(clock: Clock, spans: Spans, at: Millis, counting: Counting): Clock {
  const { span: target, aim: aimTarget } = spans;
  if (clock.target === target && clock.aimTarget === aimTarget) return clock;
  const changed = { ...clock, target, aimTarget };
  return { ...changed, ...deadlines(changed, clock.since ?? at, counting) };
}

/**
 * Lets a clock count by newer hours; what the older ones counted is kept. One that ran stands still
 * until it is resumed.
 */
export function recountClock(clock: Clock, at: Millis, counting: Counting): Clock {
  if (clock.calendar === counting.version) return clock;
  const paused = { ...pauseClock(clock, at, counting), calendar: counting.version };
  return { ...paused, ...deadlines(paused, at, counting) };
}

/** When the aim and the target are used up, if the clock runs from a moment on. */
function deadlines(clock: Clock, from: Millis, counting: Counting): Pick<Clock, 'aim' | 'due'> {
  return {
    aim: usedUp(clock, clock.aimTarget, clock.aim, from, counting),
    due: usedUp(clock, clock.target, clock.due, from, counting),
  };
}

function usedUp(
  { calendar, counted }: Clock,
  span: number,
  before: Millis,
  from: Millis,
  counting: Counting,
): Millis {
  const left = span - counted;
  // What is used up already was so by then at the latest.
  if (left <= 0) return millis(Math.min(before, from));
  return calendar === 0 ? millis(from + left) : counting.after(from, left);
}
