import { countBefore, countRows, type ListAsked, type ListDesk } from '../../desk/list-page.ts';
import type { LatestWork, Overtaken } from '../kit/latest-work.ts';
import type { RowWindow } from './window.ts';

/** How many there are: a number, more than are counted, or not known yet. */
export type Total = number | 'many' | 'uncounted';

/** What a count has to do with. */
export interface Counted {
  readonly window: () => RowWindow;
  readonly total: (total: Total) => void;
  /** How many come before the first row of the window; undefined for more than are counted. */
  readonly before: (before: number | undefined) => void;
}

/** A count may take as long as reading many pages: it waits until nobody presses a key, milliseconds. */
const COUNT_AFTER = 150;

/** Counts what is not known yet: how many there are, and how many come before what is at hand. */
export function countLater(
  work: LatestWork,
  desk: ListDesk,
  asked: ListAsked,
  counted: Counted,
  guarded: (
    does: (overtaken: Overtaken) => Promise<void>,
  ) => (overtaken: Overtaken) => Promise<void>,
): void {
  const { begins, ends, rows } = counted.window();
  if (begins && ends) {
    work.stop();
    counted.total(rows.length);
    return;
  }
  const count = async (overtaken: Overtaken): Promise<void> => {
    const total = await countRows(desk, asked);
    if (overtaken()) return;
    counted.total(total ?? 'many');
    const [first] = counted.window().rows;
    if (first === undefined || counted.window().begins) return;
    const before = await countBefore(desk, asked, first.id);
    // Scrolled on meanwhile, the window begins with another row.
    if (!overtaken() && counted.window().rows[0] === first) counted.before(before);
  };
  work.start(COUNT_AFTER, guarded(count));
}
