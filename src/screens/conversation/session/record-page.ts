import { clamp } from '../../kit/clamp.ts';
import type { Key } from '../../kit/keys.ts';
import { recordLines } from '../known-text.ts';
import type { ConversationView } from '../view.ts';

/**
 * Moves through the whole record on the last page.
 * @param columns width of the record
 * @param rows how many rows of it are seen at once
 * @returns the rows it is scrolled by after the key, or undefined when the key does not move
 */
export function scrolledBy(
  view: ConversationView,
  key: Key,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): number | undefined {
  if (key.kind !== 'key') return undefined;
  // One row of the page before stays in view, so that the eye finds its place again.
  const page = Math.max(1, rows - 1);
  const moves: Partial<Record<string, number>> = { up: -1, down: 1, pageup: -page, pagedown: page };
  const move = moves[key.name];
  if (move === undefined) return undefined;
  const all = recordLines(view, columns).length;
  return clamp(view.scroll + move, 0, Math.max(0, all - rows));
}
