import { setTimeout as pause } from 'node:timers/promises';

/** How often a condition is looked at, in milliseconds: well below what a person notices. */
const interval = 3;

/**
 * Waits for a condition, never for a time: returns in the moment it holds.
 * @param holds looked at again and again
 * @param within milliseconds after which to give up
 * @param givesUp asked at every look; true ends the waiting early (the program is gone, say)
 * @returns whether the condition came to hold
 */
export async function waitUntil(
  holds: () => boolean,
  within: number,
  givesUp: () => boolean = () => false,
): Promise<boolean> {
  const deadline = performance.now() + within;
  while (!holds()) {
    if (performance.now() > deadline) return false;
    // The last words of a program may arrive together with its end: look once more.
    if (givesUp()) return holds();
    await pause(interval);
  }
  return true;
}
