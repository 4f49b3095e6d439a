import { MOST_COUNTED } from '../../desk/list-page.ts';
import type { Messages } from '../../language/messages.ts';
import type { ListView } from './view.ts';

/**
 * @param page how many rows are seen at once
 * @returns where in the list one is: `1–20 of more than 10,000`; nothing on an empty list
 */
export function placeText(
  words: Messages,
  { window, total }: Pick<ListView, 'window' | 'total'>,
  page: number,
): string {
  const { rows, top, before, ends } = window;
  const seen = Math.min(page, rows.length - top);
  if (seen <= 0) return '';
  const number = (value: number): string => value.toLocaleString(words.language);
  const most = number(MOST_COUNTED);
  if (before === undefined) {
    if (total !== 'many') return '';
    return ends && top + seen === rows.length
      ? words.say('list.last-many', { count: number(seen), total: most })
      : words.say('list.some-many', { total: most });
  }
  const at = { from: number(before + top + 1), to: number(before + top + seen) };
  if (total === 'uncounted') return words.say('list.place', at);
  if (total === 'many') return words.say('list.place-many', { ...at, total: most });
  return words.say('list.place-of', { ...at, total: number(total) });
}
