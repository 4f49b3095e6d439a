import { type ComplaintSort, listColumns } from '../../desk/list-page.ts';

/** As a list is sorted until somebody says otherwise. */
export const newestFirst: ComplaintSort = { by: 'opened_at', direction: 'desc' };

/** @returns the order that is usual for a column: what is due first comes first, else the newest. */
export const sortedBy = (by: ComplaintSort['by']): ComplaintSort => ({
  by,
  direction: by === 'answer_due' ? 'asc' : 'desc',
});

/** @returns the order by the next column that a list can be sorted by. */
export function nextSort({ by }: ComplaintSort): ComplaintSort {
  const all = listColumns.flatMap(({ sort }) => sort ?? []);
  return sortedBy(all[(all.indexOf(by) + 1) % all.length] ?? by);
}

/** @returns the same order from its other end. */
export const turned = ({ by, direction }: ComplaintSort): ComplaintSort => ({
  by,
  direction: direction === 'asc' ? 'desc' : 'asc',
});
