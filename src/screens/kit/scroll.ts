import { clamp } from './clamp.ts';
import type { Key } from './keys.ts';

/** How much there is to scroll through. */
export interface Scrolled {
  /** The first row that is seen. */
  readonly first: number;
  /** All rows there are. */
  readonly all: number;
  /** How many of them are seen at once. */
  readonly rows: number;
}

/**
 * Moves through a long page.
 * @returns the first row to be seen after the key, or undefined when the key does not move
 */
export function scrollTo(key: Key, { first, all, rows }: Scrolled): number | undefined {
  if (key.kind !== 'key' || key.ctrl || key.alt || key.shift) return undefined;
  // One row of the page before stays in view, so that the eye finds its place again.
  const page = Math.max(1, rows - 1);
  const moves: Partial<Record<string, number>> = {
    up: -1,
    down: 1,
    pageup: -page,
    pagedown: page,
    home: -all,
    end: all,
  };
  const move = moves[key.name];
  return move === undefined ? undefined : clamp(first + move, 0, Math.max(0, all - rows));
}
