import type { Desk } from '../../desk/desk.ts';
import { type ListAsked, type ListRow, readRows, readRowsBefore } from '../../desk/list-page.ts';
import type { ComplaintId } from '../../rules/values.ts';
import type { Overtaken } from '../kit/latest-work.ts';
import type { Total } from './counting.ts';
import { firstRows, lastRows, rowsAnew, rowsAround } from './open-window.ts';
import { ReadingWorks } from './reading/works.ts';
import {
  chunkOf,
  emptyWindow,
  type Moved,
  moveBy,
  pageBy,
  type RowWindow,
  seen,
  wantsMore,
  withBefore,
  withBehind,
} from './window.ts';

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
  readonly #works: ReadingWorks;
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
    this.#works = new ReadingWorks((error) => {
      this.#over();
      events.failed(error);
    });
  }

  get window(): RowWindow {
    return this.#window;
  }

  get total(): Total {
    return this.#total;
  }

  /** Whether other rows are looked for than those that are shown. */
  get isFinding(): boolean {
    return this.#works.isFinding;
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
    this.#works.stopFetching();
    this.#works.stopCounting();
    this.#owed = 0;
    this.#then = undefined;
    this.#jumps = false;
    this.#works.find(pause, async (overtaken) => {
      const asked = await asking(overtaken);
      if (overtaken()) return;
      if (asked === undefined) {
        this.#over();
        this.#events.changed();
        return;
      }
      const head = (await this.#desk.store.head())?.seq ?? 0;
      const id = around?.();
      const found = await (id === undefined
        ? firstRows(this.#desk, asked, this.#page)
        : rowsAround(this.#desk, asked, this.#page, id));
      if (overtaken()) return;
      this.#asked = asked;
      this.#head = head;
      this.#total = 'uncounted';
      this.#arrive(found);
    });
  }

  /** Moves over the rows; while others are looked for, over those. */
  move(by: number): void {
    if (this.isFinding) this.#owed += by;
    else this.#took(moveBy(this.#window, by + this.#owed, this.#page));
  }

  page(pages: number): void {
    if (this.isFinding || this.#owed !== 0) this.move(pages * Math.max(1, this.#page - 1));
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
      if (this.isFinding) return;
      // A fault that was told is over, too.
      this.#events.changed();
      if (head === this.#head) return;
      this.#head = head;
      this.#reread();
    } catch (error) {
      this.#events.failed(error);
    }
  }

  /** To one end of the list; while other rows are looked for, to the end of those. */
  #jump(to: 'first' | 'last'): void {
    const asked = this.#asked;
    if (asked === undefined || (this.isFinding && !this.#jumps)) {
      this.#then = to;
      return;
    }
    this.#works.stopFetching();
    this.#owed = 0;
    this.#jumps = true;
    this.#works.find(0, async (overtaken) => {
      const total = typeof this.#total === 'number' ? this.#total : undefined;
      const found = await (to === 'first'
        ? firstRows(this.#desk, asked, this.#page)
        : lastRows(this.#desk, asked, this.#page, total));
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
    this.#works.stopFetching();
    this.#works.fetch(async (overtaken) => {
      const now = () => this.#window;
      const found = await rowsAnew(this.#desk, asked, this.#page, inHand.id, now);
      if (overtaken()) return;
      this.#works.stopFetching();
      this.#put(seen(found, this.#page));
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
    this.#works.stopFinding();
    this.#owed = 0;
    this.#jumps = false;
    this.#then = undefined;
  }

  #took({ window, owed }: Moved): void {
    this.#owed = owed;
    this.#put(window);
    this.#fetch();
  }

  #fetch(): void {
    const asked = this.#asked;
    const side =
      this.#owed === 0 ? wantsMore(this.#window, this.#page) : this.#owed < 0 ? 'before' : 'behind';
    if (asked === undefined || side === undefined) return;
    if (this.isFinding || this.#works.isFetching) return;
    this.#works.fetch(async (overtaken) => {
      const edge = side === 'before' ? this.#window.rows[0] : this.#window.rows.at(-1);
      const read = side === 'before' ? readRowsBefore : readRows;
      const { rows, done } = await read(this.#desk, asked, chunkOf(this.#page), edge?.id);
      if (overtaken()) return;
      const join = side === 'before' ? withBefore : withBehind;
      this.#works.stopFetching();
      this.#window = join(this.#window, rows, done, this.#page);
      this.#took(moveBy(this.#window, this.#owed, this.#page));
    });
  }

  #count(): void {
    if (this.#asked === undefined) return;
    this.#works.count(this.#desk, this.#asked, {
      window: () => this.#window,
      total: (total) => {
        this.#total = total;
        this.#events.changed();
      },
      before: (before) => this.#put({ ...this.#window, before }),
    });
  }

  #put(window: RowWindow): void {
    this.#window = window;
    this.#events.changed();
  }
}
