import type { ComplaintState, Promised } from './state.ts';
import { type Millis, type Refusal, refuse } from './values.ts';

/** The farthest ahead a promise may lie: two years, against a mistyped year. */
const FARTHEST = 2 * 366 * 86_400_000;

/** @returns the promises that still have to be kept (P28). */
export const openPromises = (state: ComplaintState): readonly Promised[] =>
  state.promises.filter((promise) => promise.state === 'open');

/**
 * Whether something may be promised (P27, P28).
 * @param due by when, in epoch milliseconds
 * @returns why not, or undefined when it may
 */
export function refusesPromise(
  promise: { readonly what: string; readonly who: string; readonly due: Millis },
  now: Millis,
): Refusal | undefined {
  if (promise.what.trim() === '') return refuse('promise_of_nothing', {}, 'promises.what');
  if (promise.what.length > 500) return refuse('too_long', { longest: 500 }, 'promises.what');
  if (promise.who.trim() === '') return refuse('promise_by_nobody', {}, 'promises.who');
  if (promise.who.length > 200) return refuse('too_long', { longest: 200 }, 'promises.who');
  return refusesFuture(promise.due, now, 'promises.by');
}

/**
 * A moment that lies ahead: a promise, a call-back, a follow-up.
 * @returns why not, or undefined when it does
 */
export function refusesFuture(at: Millis, now: Millis, field: string): Refusal | undefined {
  if (!Number.isSafeInteger(at)) return refuse('not_a_moment', {}, field);
  if (at <= now) return refuse('already_past', { at }, field);
  if (at > now + FARTHEST) return refuse('too_far_ahead', { at }, field);
  return undefined;
}
