import { refusesFuture } from './promises.ts';
import type { ComplaintState, Promised } from './state.ts';
import { type Millis, type Refusal, refuse } from './values.ts';

/** @returns the open promise of a number, or why there is none. */
export function openPromise(state: ComplaintState, n: number): Promised | Refusal {
  const promise = state.promises.find((one) => one.n === n);
  if (promise?.state === 'open') return promise;
  if (promise === undefined) return refuse('no_such_promise', { n }, 'promise');
  return refuse(`promise_is_${promise.state}`, { n, what: promise.what }, 'promise');
}

/**
 * Whether a promise may be delayed (P28): to a moment that lies ahead, and later than what was given.
 * @returns why not, or undefined when it may
 */
export function refusesDelay(promise: Promised, due: Millis, now: Millis): Refusal | undefined {
  const refusal = refusesFuture(due, now, 'by');
  if (refusal !== undefined) return refusal;
  return due > promise.due ? undefined : refuse('not_a_delay', { due: promise.due }, 'by');
}
