import type { Facts } from '../rules/values.ts';

/**
 * Why the store could not do what was asked.
 * - `locked`: another process is writing and did not finish in time
 * - `full`: no room on the disk
 * - `readonly`: the file, its folder, or this opening of it, cannot be written
 * - `not-a-database`: not a SQLite file, or the file of another program
 * - `newer-version`: written by a newer version of this program
 * - `corrupt`: SQLite finds the file damaged
 * - `cannot-open`: no such file, no permission, or a pragma that does not hold
 * - `old-sqlite`: a SQLite library that can lose commits
 * - `bad-text`: a text with a NUL or half a character in it
 * - `failed`: anything else SQLite refuses
 */
export type StoreErrorCode =
  | 'locked'
  | 'full'
  | 'readonly'
  | 'not-a-database'
  | 'newer-version'
  | 'corrupt'
  | 'cannot-open'
  | 'old-sqlite'
  | 'bad-text'
  | 'failed';

/** An error of the store: a code, and the facts for the message that is made where it is shown. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly facts: Facts;

  constructor(code: StoreErrorCode, facts: Facts, cause?: unknown) {
    const said = cause instanceof Error ? `: ${cause.message}` : '';
    super(`${code}${said}`, cause === undefined ? undefined : { cause });
    this.name = 'StoreError';
    this.code = code;
    this.facts = facts;
  }
}
