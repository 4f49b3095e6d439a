/** The rows a list is opened with: the first, the last, or those around one. */

import {
  type ListAsked,
  type ListDesk,
  readAround,
  readRows,
  readRowsBefore,
} from '../../desk/list-page.ts';
import type { ComplaintId } from '../../rules/values.ts';
import { chunkOf, type RowWindow } from './window.ts';

/** @param page how many rows are seen at once */
export async function firstRows(
  desk: ListDesk,
  asked: ListAsked,
  page: number,
): Promise<RowWindow> {
  const { rows, done } = await readRows(desk, asked, chunkOf(page));
  return { rows, begins: true, ends: done, before: 0, index: 0, top: 0 };
}

/** @param total how many there are, if that is known */
export async function lastRows(
  desk: ListDesk,
  asked: ListAsked,
  page: number,
  total: number | undefined,
): Promise<RowWindow> {
  const { rows, done } = await readRowsBefore(desk, asked, chunkOf(page));
  // Counted a moment ago, and others write.
  const counted = total === undefined || total < rows.length ? undefined : total - rows.length;
  const index = Math.max(0, rows.length - 1);
  return { rows, begins: done, ends: true, before: done ? 0 : counted, index, top: 0 };
}

/** @returns the rows around a complaint; the first ones where it is not on the list */
export async function rowsAround(
  desk: ListDesk,
  asked: ListAsked,
  page: number,
  id: ComplaintId,
): Promise<RowWindow> {
  const { rows, begins, ends, at } = await readAround(desk, asked, chunkOf(page), id);
  if (rows[at]?.id !== id) return firstRows(desk, asked, page);
  const top = Math.max(0, at - Math.floor(page / 2));
  return { rows, begins, ends, before: begins ? 0 : undefined, index: at, top };
}

/**
 * Reads a window anew after something was written.
 * @param id the complaint that was in hand when that was asked
 * @param now the window as keys have left it meanwhile
 */
export async function rowsAnew(
  desk: ListDesk,
  asked: ListAsked,
  page: number,
  id: ComplaintId,
  now: () => RowWindow,
): Promise<RowWindow> {
  const { rows, begins, ends, at } = await readAround(desk, asked, chunkOf(page), id);
  const { index, top, before, rows: shown } = now();
  const found = rows.findIndex((row) => row.id === shown[index]?.id);
  const place = found === -1 ? Math.min(at, Math.max(0, rows.length - 1)) : found;
  // Right unless something came or went before it; it is counted again.
  const guess = before === undefined ? undefined : Math.max(0, before + index - place);
  return {
    rows,
    begins,
    ends,
    before: begins ? 0 : guess,
    index: place,
    top: place - (index - top),
  };
}
