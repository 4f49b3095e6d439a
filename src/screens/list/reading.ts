import type { Desk } from '../../desk/desk.ts';
import {
  countBefore,
  countRows,
  type ListAsked,
  type ListRow,
  readAround,
  readRows,
  readRowsBefore,
} from '../../desk/list-page.ts';
import type { ComplaintId } from '../../rules/values.ts';
import { LatestWork, type Overtaken } from './latest-work.ts';
import {
  chunkOf,
  emptyWindow,
  moveBy,
  pageBy,
  type RowWindow,
  seen,
  wantsMore,
  withBefore,
  withBehind,
} from './window.ts';

/** How many there are: a number, more than are counted, or not known yet. */
export type Total = number | 'many' | 'uncounted';

/** A count may take as long as reading many pages: it waits until nobody presses a key, milliseconds. */
const COUNT_AFTER = 150;

/** What is looked for; undefined when it was not understood, and then the list stays as it is. */
export type Asking = (overtaken: Overtaken) => Promise<ListAsked | undefined>;

/** What it tells its session. */
export interface ReadingEvents {
  readonly changed: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Reads the rows of a list as they are wanted, away from the keys: a key moves over the rows that are
 * at hand, and what it wanted beyond them is owed until they come. Rows that are at hand are shown
 * until others replace them.
 */
export class ListReading {
  readonly #desk: Desk;
  readonly #events: ReadingEvents;
  readonly #finding = new LatestWork();
  readonly #fetching = new LatestWork();
  readonly #counting = new LatestWork();
  #asked: ListAsked | undefined;
  #window = emptyWindow;
  #total: Total = 'uncounted';
  #page = 10;
  #owed = 0;
  /** Whether what is looked for is another end of the same list. */
  #jumps = false;
  /** Where to jump once the rows are there that are looked for. */
  #then: 'first' | 'last' | undefined;
  /** The newest event that the rows were read with. */
  #head = -1;

  constructor(desk: Desk, events: ReadingEvents) {
    this.#desk = desk;
    this.#events = events;
  }

  get window(): RowWindow {
    return this.#window;
  }

  get total(): Total {
    return this.#total;
  }

  /** Whether other rows are looked for than those that are shown. */
  get isFinding(): boolean {
    return this.#finding.isUnderWay;
  }

  /** What is shown now; undefined before the first rows. */
  get asked(): ListAsked | undefined {
    return this.#asked;
  }

  inHand(): ListRow | undefined {
    return this.#window.rows[this.#window.index];
  }

  /** @param page how many rows are seen at once */
  resize(page: number): void {
    if (page === this.#page) return;
    this.#page = page;
    this.#put(seen(this.#window, page));
    this.#fetch();
  }

  /**
   * Looks for other rows, and shows the first of them, or those around one complaint.
   * @param pause in milliseconds; a newer question before that takes the place of this one
   */
  find(pause: number, asking: Asking, around?: () => ComplaintId | undefined): void {
    this.#fetching.stop();
    this.#counting.stop();
    this.#owed = 0;
    this.#then = undefined;
    this.#jumps = false;
    this.#run(this.#finding, pause, async (overtaken) => {
      const asked = await asking(overtaken);
      if (overtaken()) return;
      if (asked === undefined) {
        this.#over();
        this.#events.changed();
        return;
      }
      const head = (await this.#desk.store.head())?.seq ?? 0;
      const id = around?.();
      const found = await this.#begin(asked, id);
      if (overtaken()) return;
      this.#asked = asked;
      this.#head = head;
      this.#total = 'uncounted';
      this.#arrive(found);
    });
  }

  move(by: number): void {
    if (this.#isJumping()) this.#owed += by;
    else this.#took(moveBy(this.#window, by + this.#owed, this.#page));
  }

  page(pages: number): void {
    if (this.#isJumping() || this.#owed !== 0) this.move(pages * Math.max(1, this.#page - 1));
    else this.#took(pageBy(this.#window, pages, this.#page));
  }

  toFirst(): void {
    const { begins, index } = this.#window;
    if (begins && !this.isFinding) this.#took(moveBy(this.#window, -index, this.#page));
    else this.#jump('first');
  }

  toLast(): void {
    const { ends, rows } = this.#window;
    if (ends && !this.isFinding) this.#took(moveBy(this.#window, rows.length, this.#page));
    else this.#jump('last');
  }

  /** Reads the rows anew when something was written since; the row in hand stays in hand. */
  async refresh(): Promise<void> {
    if (this.#asked === undefined || this.isFinding) return;
    try {
      const head = (await this.#desk.store.head())?.seq ?? 0;
      if (head === this.#head || this.isFinding) return;
      this.#head = head;
      this.#reread();
    } catch (error) {
      this.#events.failed(error);
    }
  }

  stop(): void {
    for (const work of [this.#finding, this.#fetching, this.#counting]) work.stop();
  }

  /** A jump is a search for rows of the same list: moves wait for its end. */
  #isJumping(): boolean {
    return this.isFinding && this.#asked !== undefined;
  }

  async #begin(asked: ListAsked, around: ComplaintId | undefined): Promise<RowWindow> {
    const limit = chunkOf(this.#page);
    if (around === undefined) return this.#fromFirst(asked, limit);
    const { rows, begins, ends, at } = await readAround(this.#desk, asked, limit, around);
    // Where it is not on the list, nobody wants to begin in the middle.
    if (rows[at]?.id !== around) return this.#fromFirst(asked, limit);
    const top = Math.max(0, at - Math.floor(this.#page / 2));
    return { rows, begins, ends, before: begins ? 0 : undefined, index: at, top };
  }

  async #fromFirst(asked: ListAsked, limit: number): Promise<RowWindow> {
    const { rows, done } = await readRows(this.#desk, asked, limit);
    return { rows, begins: true, ends: done, before: 0, index: 0, top: 0 };
  }

  async #fromLast(asked: ListAsked, limit: number): Promise<RowWindow> {
    const { rows, done } = await readRowsBefore(this.#desk, asked, limit);
    const counted = typeof this.#total === 'number' ? this.#total - rows.length : undefined;
    const before = done ? 0 : counted !== undefined && counted >= 0 ? counted : undefined;
    return { rows, begins: done, ends: true, before, index: Math.max(0, rows.length - 1), top: 0 };
  }

  /** To one end of the list; while other rows are looked for, to the end of those. */
  #jump(to: 'first' | 'last'): void {
    const asked = this.#asked;
    if (asked === undefined || (this.isFinding && !this.#jumps)) {
      this.#then = to;
      return;
    }
    this.#fetching.stop();
    this.#owed = 0;
    this.#jumps = true;
    this.#run(this.#finding, 0, async (overtaken) => {
      const limit = chunkOf(this.#page);
      const found = await (to === 'first'
        ? this.#fromFirst(asked, limit)
        : this.#fromLast(asked, limit));
      if (!overtaken()) this.#arrive(found);
    });
  }

  #reread(): void {
    const asked = this.#asked;
    const inHand = this.inHand();
    if (asked === undefined) return;
    if (inHand === undefined) {
      this.find(0, async () => asked);
      return;
    }
    this.#fetching.stop();
    this.#run(this.#fetching, 0, async (overtaken) => {
      const around = await readAround(this.#desk, asked, chunkOf(this.#page), inHand.id);
      if (overtaken()) return;
      this.#fetching.stop();
      const { rows, begins, ends, at } = around;
      const { index, top, before } = this.#window;
      // Keys may have moved on meanwhile.
      const now = this.inHand()?.id;
      const found = rows.findIndex(({ id }) => id === now);
      const place = found === -1 ? Math.min(at, Math.max(0, rows.length - 1)) : found;
      const guess = before === undefined ? undefined : Math.max(0, before + index - place);
      this.#put(
        seen(
          {
            rows,
            begins,
            ends,
            before: begins ? 0 : guess,
            index: place,
            top: place - (index - top),
          },
          this.#page,
        ),
      );
      this.#count();
      this.move(0);
    });
  }

  /** New rows are there: what was pressed meanwhile happens now. */
  #arrive(window: RowWindow): void {
    const [owed, then] = [this.#owed, this.#then];
    this.#over();
    this.#put(seen(window, this.#page));
    this.#count();
    if (then === undefined) this.move(owed);
    else this.#jump(then);
  }

  /** The search is over; what waited for it is not to wait for itself. */
  #over(): void {
    this.#finding.stop();
    this.#owed = 0;
    this.#jumps = false;
    this.#then = undefined;
  }

  #took({ window, owed }: { readonly window: RowWindow; readonly owed: number }): void {
    this.#owed = owed;
    this.#put(window);
    this.#fetch();
  }

  #fetch(): void {
    const asked = this.#asked;
    const side =
      this.#owed === 0 ? wantsMore(this.#window, this.#page) : this.#owed < 0 ? 'before' : 'behind';
    if (asked === undefined || side === undefined) return;
    if (this.isFinding || this.#fetching.isUnderWay) return;
    this.#run(this.#fetching, 0, async (overtaken) => {
      const edge = side === 'before' ? this.#window.rows[0] : this.#window.rows.at(-1);
      const read = side === 'before' ? readRowsBefore : readRows;
      const { rows, done } = await read(this.#desk, asked, chunkOf(this.#page), edge?.id);
      if (overtaken()) return;
      const join = side === 'before' ? withBefore : withBehind;
      this.#fetching.stop();
      this.#window = join(this.#window, rows, done, this.#page);
      this.#took(moveBy(this.#window, this.#owed, this.#page));
    });
  }

  /** Counts what is not known yet: how many there are, and how many come before what is at hand. */
  #count(): void {
    const asked = this.#asked;
    if (asked === undefined) return;
    const { begins, ends, rows } = this.#window;
    if (begins && ends) {
      this.#counting.stop();
      this.#total = rows.length;
      this.#events.changed();
      return;
    }
    this.#run(this.#counting, COUNT_AFTER, async (overtaken) => {
      const total = await countRows(this.#desk, asked);
      if (overtaken()) return;
      this.#total = total ?? 'many';
      this.#events.changed();
      const first = this.#window.rows[0];
      if (first === undefined || this.#window.begins) return;
      const before = await countBefore(this.#desk, asked, first.id);
      if (overtaken() || this.#window.rows[0] !== first) return;
      this.#put({ ...this.#window, before });
    });
  }

  #put(window: RowWindow): void {
    this.#window = window;
    this.#events.changed();
  }

  #run(work: LatestWork, pause: number, does: (overtaken: Overtaken) => Promise<void>): void {
    work.start(pause, async (overtaken) => {
      try {
        await does(overtaken);
      } catch (error) {
        if (!overtaken()) this.#events.failed(error);
      }
    });
  }
}
