import type { Key } from '../../kit/keys.ts';
import { scrollTo } from '../../kit/scroll.ts';
import { recordLines } from '../known-text.ts';
import type { ConversationView } from '../view.ts';

/**
 * Moves through the whole record on the last page.
 * @param columns width of the record
 * @param rows how many rows of it are seen at once
 * @returns the rows it is scrolled by after the key, or undefined when the key does not move
 */
export const scrolledBy = (
  view: ConversationView,
  key: Key,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): number | undefined =>
  scrollTo(key, { first: view.scroll, all: recordLines(view, columns).length, rows });
