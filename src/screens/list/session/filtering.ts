import {
  type ComplaintSort,
  columnsOf,
  completeFilter,
  keepColumns,
  type ListAsked,
  readFilter,
} from '../../../desk/list-page.ts';
import type { ComplaintId } from '../../../rules/values.ts';
import { LatestWork, type Overtaken } from '../../kit/latest-work.ts';
import { setText, type TextBuffer, textOf } from '../../kit/text-buffer.ts';
import type { ListReading } from '../reading.ts';
import type { ListView } from '../view.ts';
import type { ShownList } from './shown.ts';

/** Typing is over when nothing came for so long; in milliseconds. */
const TYPED = 60;

/** What it tells its session. */
export interface FilteringEvents {
  /** Other rows are asked for than before. */
  readonly changed: () => void;
  readonly failed: (error: unknown) => void;
}

/** What the list is asked for: its filter as it is typed, its order and its columns. */
export class Filtering {
  readonly #shown: ShownList;
  readonly #reading: ListReading;
  readonly #completing = new LatestWork();
  readonly #events: FilteringEvents;

  constructor(shown: ShownList, reading: ListReading, events: FilteringEvents) {
    this.#shown = shown;
    this.#reading = reading;
    this.#events = events;
  }

  /** @param inHand the complaint that is to be in hand once the rows are there, if it is on the list */
  find(inHand?: () => ComplaintId | undefined): void {
    this.#reading.find(0, this.#asking, inHand);
  }

  /** What is typed is looked for when typing stops; what was looked for before is no longer wanted. */
  typed(filter: TextBuffer): void {
    const before = textOf(this.#shown.view.filter);
    this.#shown.show({ filter });
    if (textOf(filter) !== before) {
      this.#events.changed();
      this.#reading.find(TYPED, this.#asking);
    }
    if (this.#shown.view.typing) this.#complete(TYPED);
  }

  clear(): void {
    this.typed(setText(this.#shown.view.filter, ''));
  }

  /** Keys go into the filter from now on. */
  toFilter(): void {
    this.#shown.show({ typing: true });
    this.#complete(TYPED);
  }

  /** Keys move over the rows from now on. */
  toRows(): void {
    this.#completing.stop();
    this.#shown.show({ typing: false, completions: [] });
  }

  /** Takes the first way to go on, as Tab does; without any, Tab leads to the rows. */
  complete(): void {
    this.#complete(0, true);
  }

  sortBy(sort: ComplaintSort): void {
    this.#shown.show({ sort });
    this.find();
  }

  /** The same rows, with what the new columns show. */
  pickColumns(columns: ListView['columns']): void {
    this.#shown.show({ overlay: undefined, columns });
    this.find(() => this.#reading.inHand()?.id);
    keepColumns(this.#shown.desk, columns).catch(this.#events.failed);
  }

  readonly #asking = async (overtaken: Overtaken): Promise<ListAsked | undefined> => {
    const { desk, voice } = this.#shown;
    const columns = this.#reading.asked === undefined ? await columnsOf(desk) : undefined;
    const text = textOf(this.#shown.view.filter);
    const { filter, refusals } = await readFilter(desk, voice.words, text);
    if (overtaken()) return undefined;
    this.#shown.show({ refusals, ...(columns === undefined ? {} : { columns }) });
    return { filter, sort: this.#shown.view.sort, columns: this.#shown.view.columns };
  };

  #complete(pause: number, takes = false): void {
    const { desk, voice } = this.#shown;
    this.#completing.start(pause, async (overtaken) => {
      try {
        const { filter } = this.#shown.view;
        const { offset } = filter.cursor;
        const completions = await completeFilter(desk, voice.words, textOf(filter), offset);
        if (overtaken()) return;
        if (takes) this.#take(completions[0]);
        else this.#shown.show({ completions });
      } catch (error) {
        if (!overtaken()) this.#events.failed(error);
      }
    });
  }

  #take(first: ListView['completions'][number] | undefined): void {
    if (first === undefined) {
      this.toRows();
      return;
    }
    const filter = setText(this.#shown.view.filter, first.text);
    this.typed({ ...filter, cursor: { paragraph: 0, offset: first.cursor } });
  }
}
