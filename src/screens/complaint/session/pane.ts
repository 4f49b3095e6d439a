import { clamp } from '../../kit/clamp.ts';
import type { Key } from '../../kit/keys.ts';
import { scrollTo } from '../../kit/scroll.ts';
import { entriesIn, type PaneEntry, type PaneRow, sameEntry } from '../pane-row.ts';
import { sectionRows } from '../sections/section-rows.ts';
import type { SectionName } from '../sections.ts';
import type { ComplaintView } from '../view.ts';

/** What was wrapped for one page in one minute: "6 h left" is another text a minute later. */
interface Wrapped {
  readonly minute: number;
  readonly whyDue: ComplaintView['whyDue'];
  /** By section and width. */
  readonly rows: Map<string, readonly PaneRow[]>;
}

/** Wrapping a long story takes long, and between two keys it stays the same. */
const wrapped = new WeakMap<ComplaintView['page'], Wrapped>();

const MINUTE = 60_000;

/** @returns the rows of a section of the page, as they were made for the same minute and width. */
export function rowsOf(
  view: Pick<ComplaintView, 'page' | 'voice' | 'now' | 'whyDue'>,
  section: SectionName,
  columns: number,
): readonly PaneRow[] {
  const { page, whyDue, now } = view;
  const minute = Math.floor(now / MINUTE);
  const before = wrapped.get(page);
  const kept =
    before?.minute === minute && before.whyDue === whyDue
      ? before
      : { minute, whyDue, rows: new Map<string, readonly PaneRow[]>() };
  wrapped.set(page, kept);
  const key = `${section} ${columns}`;
  const rows = kept.rows.get(key) ?? sectionRows(section, view, columns);
  kept.rows.set(key, rows);
  return rows;
}

/** @returns what is in hand in the section that is shown. */
export const entryInHand = (view: ComplaintView, columns: number): PaneEntry | undefined =>
  entriesIn(rowsOf(view, view.section, columns))[view.index];

/**
 * Moves through the section: from one thing that can be in hand to the next, or row by row where
 * there is none.
 * @returns what changes in the view, or undefined when the key does not move
 */
export function movedBy(
  view: ComplaintView,
  key: Key,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): Pick<ComplaintView, 'index' | 'scroll'> | undefined {
  const all = rowsOf(view, view.section, columns);
  const entries = entriesIn(all);
  const scrolled = scrollTo(key, { first: view.scroll, all: all.length, rows });
  if (scrolled === undefined) return undefined;
  if (entries.length === 0) return { index: 0, scroll: scrolled };
  const last = entries.length - 1;
  const steps: Partial<Record<string, number>> = {
    up: -1,
    down: 1,
    home: -entries.length,
    end: entries.length,
  };
  const step = key.kind === 'key' ? steps[key.name] : undefined;
  const index =
    step === undefined
      ? firstSeen(all, entries, scrolled, rows)
      : clamp(view.index + step, 0, last);
  return {
    index,
    scroll: inView(all, entries[index], step === undefined ? scrolled : view.scroll, rows),
  };
}

/** After a whole page the first thing that is seen is in hand; at its very end the last one is. */
function firstSeen(
  all: readonly PaneRow[],
  entries: readonly PaneEntry[],
  scroll: number,
  rows: number,
): number {
  if (scroll + rows >= all.length && scroll > 0) return entries.length - 1;
  const seen = all.slice(scroll).find(({ entry }) => entry !== undefined)?.entry;
  return Math.max(
    0,
    entries.findIndex((entry) => sameEntry(entry, seen)),
  );
}

/** The first entry shows what stands above it too, the last one what stands below. */
function inView(
  all: readonly PaneRow[],
  entry: PaneEntry | undefined,
  scroll: number,
  rows: number,
): number {
  const most = Math.max(0, all.length - rows);
  const isOf = (row: PaneRow): boolean => sameEntry(row.entry, entry);
  const first = all.findIndex(isOf);
  const last = all.findLastIndex(isOf);
  if (first === -1) return clamp(scroll, 0, most);
  const noneBefore = all.slice(0, first).every((row) => row.entry === undefined);
  if (noneBefore && last < rows) return 0;
  const noneAfter = all.slice(last + 1).every((row) => row.entry === undefined);
  if (noneAfter && all.length - first <= rows) return most;
  // A heading stays with what it is over.
  const top = all[first - 1]?.entry === undefined ? first - 1 : first;
  if (top < scroll) return clamp(top, 0, most);
  return last >= scroll + rows ? clamp(last - rows + 1, 0, most) : clamp(scroll, 0, most);
}
