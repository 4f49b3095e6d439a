import { ensureBuilt } from './fresh-dist.ts';

/**
 * Builds the program once before the first test (vitest `globalSetup`). A build that fails is told
 * and does not stop the run: tests that need no bundle still say what they have to say, and those
 * that need one fail with the reason.
 */
export default function setup(): void {
  try {
    ensureBuilt();
  } catch (error) {
    console.error(
      'The program could not be built:',
      error instanceof Error ? error.message : error,
    );
  }
}
