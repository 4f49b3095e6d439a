import { refusesFuture } from './promises.ts';
import type { ComplaintState, Promised } from './state.ts';
import { type Millis, type Refusal, refuse } from './values.ts';

/** Within this of its date, a promise that is not kept yet is to be looked at, in milliseconds. */
export const SOON = 86_400_000;

/** @returns the open promise of a number, or why there is none. */
export function openPromise(state: ComplaintState, n: number): Promised | Refusal {
  const promise = state.promises.find((one) => one.n === n);
  if (promise?.state === 'open') return promise;
  if (promise === undefined) return refuse('no_such_promise', { n }, 'promise');
  return refuse(`promise_is_${promise.state}`, { n, what: promise.what }, 'promise');
}

/**
 * Whether a promise may be delayed. The customer hears of it before the date passes (P28): after
 * that it is broken, and said to be.
 */
export function refusesDelay(promise: Promised, due: Millis, now: Millis): Refusal | undefined {
  const refusal = refusesFuture(due, now, 'by');
  if (refusal !== undefined) return refusal;
  return due > promise.due ? undefined : refuse('not_a_delay', { due: promise.due }, 'by');
}

/** Whether the customer is still to be told of a delay, and before when (P28). */
export const isToldOfDelay = (promise: Promised): boolean => promise.movedTo === undefined;
