/** The rows of a long list that are at hand: pure moves over them, and rows that come and go. */

import type { ListRow } from '../../desk/list-page.ts';
import { clamp } from '../kit/clamp.ts';

/** A stretch of the list. There may be a million rows; these are some that stand next to each other. */
export interface RowWindow {
  readonly rows: readonly ListRow[];
  /** Whether nothing comes before the first of them. */
  readonly begins: boolean;
  /** Whether nothing comes behind the last of them. */
  readonly ends: boolean;
  /** How many come before the first of them; undefined while nobody has counted. */
  readonly before: number | undefined;
  /** The row in hand. */
  readonly index: number;
  /** The first row that is seen. */
  readonly top: number;
}

/** A list with nothing on it. */
export const emptyWindow: RowWindow = {
  rows: [],
  begins: true,
  ends: true,
  before: 0,
  index: 0,
  top: 0,
};

/** A window after a move, and how far the move wanted to go beyond the rows that are at hand. */
export interface Moved {
  readonly window: RowWindow;
  /** Rows still to go when more of them come: negative towards the beginning. */
  readonly owed: number;
}

/** @param page how many rows are seen at once */
export function moveBy(window: RowWindow, by: number, page: number): Moved {
  const wanted = window.index + by;
  const last = Math.max(0, window.rows.length - 1);
  const index = clamp(wanted, 0, last);
  const isBeyond = wanted < 0 ? !window.begins : !window.ends;
  return {
    window: seen({ ...window, index }, page),
    owed: isBeyond ? wanted - index : 0,
  };
}

/** A page on or back: the row in hand stays where it is on the screen, as far as there are rows. */
export function pageBy(window: RowWindow, pages: number, page: number): Moved {
  const by = pages * Math.max(1, page - 1);
  const top = clamp(window.top + by, 0, Math.max(0, window.rows.length - page));
  return moveBy({ ...window, top }, by, page);
}

/** @returns the window with the row in hand in view. */
export function seen(window: RowWindow, page: number): RowWindow {
  const lowest = Math.max(0, window.index - page + 1);
  const top = clamp(
    clamp(window.top, lowest, window.index),
    0,
    Math.max(0, window.rows.length - page),
  );
  return top === window.top ? window : { ...window, top };
}

/** Which rows to fetch before they are wanted: those of the next page. */
export function wantsMore(window: RowWindow, page: number): 'before' | 'behind' | undefined {
  const { rows, top, begins, ends } = window;
  if (!ends && rows.length - (top + page) < page) return 'behind';
  return !begins && top < page ? 'before' : undefined;
}

/** @returns how many rows are fetched at once. */
export const chunkOf = (page: number): number => Math.max(40, page * 3);

/** Rows kept at hand: far more than are seen, and never more however far one goes. */
const kept = (page: number): number => chunkOf(page) * 3;

/** Puts rows behind; what is far above gives way. */
export function withBehind(
  window: RowWindow,
  more: readonly ListRow[],
  done: boolean,
  page: number,
): RowWindow {
  const rows = [...window.rows, ...fresh(window, more)];
  // Never a row that is seen, nor the page above it.
  const drop = clamp(rows.length - kept(page), 0, Math.max(0, window.top - page));
  return {
    rows: rows.slice(drop),
    begins: window.begins && drop === 0,
    ends: done,
    before: window.before === undefined ? undefined : window.before + drop,
    index: window.index - drop,
    top: window.top - drop,
  };
}

/** Puts rows before; what is far below gives way. */
export function withBefore(
  window: RowWindow,
  more: readonly ListRow[],
  done: boolean,
  page: number,
): RowWindow {
  const put = fresh(window, more);
  const rows = [...put, ...window.rows];
  const [index, top] = [window.index + put.length, window.top + put.length];
  const length = Math.min(rows.length, Math.max(kept(page), top + 2 * page));
  return {
    rows: rows.slice(0, length),
    begins: done,
    ends: window.ends && length === rows.length,
    before: done ? 0 : countedBack(window.before, put.length),
    index,
    top,
  };
}

/** A row that was moved by another window's write may come a second time. */
function fresh({ rows }: RowWindow, more: readonly ListRow[]): readonly ListRow[] {
  const known = new Set(rows.map(({ id }) => id));
  return more.filter(({ id }) => !known.has(id));
}

/** A count that would be below nothing was made before others wrote: it is no longer known. */
function countedBack(before: number | undefined, rows: number): number | undefined {
  return before === undefined || before < rows ? undefined : before - rows;
}
