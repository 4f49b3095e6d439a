import type { Desk } from '../../desk/desk.ts';
import { faultText } from '../../desk/fault-text.ts';
import {
  type ComplaintSort,
  columnsOf,
  completeFilter,
  keepColumns,
  type ListAsked,
  readFilter,
  usualColumns,
} from '../../desk/list-page.ts';
import type { Voice } from '../../desk/saying.ts';
import type { ComplaintId } from '../../rules/values.ts';
import { matchBinding } from '../kit/bindings.ts';
import { eachCharacter, type Key } from '../kit/keys.ts';
import { LatestWork, type Overtaken } from '../kit/latest-work.ts';
import { openPalette, type Palette, type PaletteEntry, takePaletteKey } from '../kit/palette.ts';
import { bufferOf, setText, type TextBuffer, textOf } from '../kit/text-buffer.ts';
import { applyTextKey } from '../kit/text-keys.ts';
import { filterBindings, type ListAction, listBindings, pickerBindings } from './bindings.ts';
import { type ListDoes, listEntries } from './entries.ts';
import { openPicker, type Picker, pick, pickedOf } from './picker.ts';
import { ListReading } from './reading.ts';
import { newestFirst, nextSort, sortedBy, turned } from './sorts.ts';
import type { ListChoice, ListStart, ListView } from './view.ts';
import { emptyWindow } from './window.ts';

export type { ListChoice, ListStart, ListView } from './view.ts';

/** Another window may write: how often the list looks for that, in milliseconds. */
const REFRESH = 2000;
/** Typing is over when nothing came for so long; in milliseconds. */
const TYPED = 60;
const filterField = { multiLine: false, maxLength: 500 };

/** The list of complaints on a screen: keys go in, views come out. It knows nothing of React. */
export class ListSession {
  readonly #desk: Desk;
  readonly #voice: Voice;
  readonly #start: ListStart;
  readonly #onChoice: (choice: ListChoice) => void;
  readonly #listeners = new Set<() => void>();
  readonly #reading: ListReading;
  readonly #completing = new LatestWork();
  #view: ListView;
  /** Enter was pressed before the rows were there that it is about. */
  #opens = false;

  constructor(desk: Desk, voice: Voice, start: ListStart, onChoice: (choice: ListChoice) => void) {
    this.#desk = desk;
    this.#voice = voice;
    this.#start = start;
    this.#onChoice = onChoice;
    this.#reading = new ListReading(desk, {
      changed: () => this.#rowsChanged(),
      failed: (error) => this.#failed(error),
    });
    this.#view = {
      filter: bufferOf(start.filter ?? '', filterField),
      typing: false,
      completions: [],
      refusals: [],
      fault: undefined,
      window: emptyWindow,
      total: 'uncounted',
      finding: true,
      columns: usualColumns,
      sort: start.sort ?? newestFirst,
      overlay: undefined,
      now: desk.now(),
    };
  }

  view = (): ListView => this.#view;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads the list, and keeps it up to date while it is shown. @returns what stops that */
  begin = (): (() => void) => {
    void this.#refresh();
    const timer = setInterval(() => void this.#tick(), REFRESH);
    return () => clearInterval(timer);
  };

  /** @param page how many rows of the list are seen at once */
  resize = (page: number): void => this.#reading.resize(page);

  /** @returns how to open the list so that it looks as it does now. */
  place(): ListStart {
    const inHand = this.#inHand();
    const { filter, sort } = this.#view;
    return { filter: textOf(filter), sort, ...(inHand === undefined ? {} : { inHand }) };
  }

  /** @returns everything that can be done here by its name; the palette and the page of keys show it. */
  entries = (kind: Palette['kind']): readonly PaletteEntry<ListDoes>[] =>
    listEntries(this.#voice.words, kind, this.#inHand());

  press = (key: Key): void => {
    for (const one of eachCharacter(key)) this.#take(one);
  };

  #take(key: Key): void {
    const { overlay, typing, filter } = this.#view;
    if (overlay?.kind === 'columns') this.#pick(overlay, key);
    else if (overlay !== undefined) this.#find(overlay, key);
    else {
      const action = matchBinding(typing ? filterBindings : listBindings, key, { typing });
      if (action !== undefined) this.#does[action]();
      else if (typing) {
        const typed = applyTextKey(filter, key, filterField.maxLength, 1);
        if (typed !== undefined) this.#typed(typed);
      }
    }
  }

  readonly #does: Readonly<Record<ListAction, () => void>> = {
    up: () => this.#reading.move(-1),
    down: () => this.#reading.move(1),
    'page-up': () => this.#reading.page(-1),
    'page-down': () => this.#reading.page(1),
    first: () => this.#reading.toFirst(),
    last: () => this.#reading.toLast(),
    open: () => {
      this.#opens = true;
      this.#openFound();
    },
    filter: () => {
      this.#show({ typing: true });
      this.#complete(TYPED);
    },
    rows: () => {
      this.#completing.stop();
      this.#show({ typing: false, completions: [] });
    },
    complete: () => this.#complete(0, true),
    clear: () => this.#typed(setText(this.#view.filter, '')),
    sort: () => this.#sorted(nextSort(this.#view.sort)),
    turn: () => this.#sorted(turned(this.#view.sort)),
    columns: () => this.#show({ overlay: openPicker(this.#view.columns) }),
    find: () => this.#show({ overlay: openPalette('find') }),
    keys: () => this.#show({ overlay: openPalette('keys') }),
    search: () => this.#onChoice({ kind: 'search' }),
    new: () => this.#onChoice({ kind: 'new' }),
    back: () => this.#onChoice({ kind: 'back' }),
    quit: () => this.#onChoice({ kind: 'quit' }),
    interrupt: () => this.#onChoice({ kind: 'interrupt' }),
  };

  /** What is typed is looked for when typing stops; what was looked for before is no longer wanted. */
  #typed(filter: TextBuffer): void {
    const before = textOf(this.#view.filter);
    this.#show({ filter });
    if (textOf(filter) !== before) {
      this.#opens = false;
      this.#reading.find(TYPED, this.#asking);
    }
    if (this.#view.typing) this.#complete(TYPED);
  }

  readonly #asking = async (overtaken: Overtaken): Promise<ListAsked | undefined> => {
    const columns = this.#reading.asked === undefined ? await columnsOf(this.#desk) : undefined;
    const text = textOf(this.#view.filter);
    const { filter, refusals } = await readFilter(this.#desk, this.#voice.words, text);
    if (overtaken()) return undefined;
    this.#show({ refusals, ...(columns === undefined ? {} : { columns }) });
    return { filter, sort: this.#view.sort, columns: this.#view.columns };
  };

  /** @param takes the first way to go on is taken, as Tab does; without any, Tab leads to the rows */
  #complete(pause: number, takes = false): void {
    const { words } = this.#voice;
    this.#completing.start(pause, async (overtaken) => {
      try {
        const { filter } = this.#view;
        const { offset } = filter.cursor;
        const completions = await completeFilter(this.#desk, words, textOf(filter), offset);
        if (overtaken()) return;
        if (takes) this.#takeCompletion(completions[0]);
        else this.#show({ completions });
      } catch (error) {
        if (!overtaken()) this.#failed(error);
      }
    });
  }

  #takeCompletion(first: ListView['completions'][number] | undefined): void {
    if (first === undefined) {
      this.#does.rows();
      return;
    }
    const filter = setText(this.#view.filter, first.text);
    this.#typed({ ...filter, cursor: { paragraph: 0, offset: first.cursor } });
  }

  #sorted(sort: ComplaintSort): void {
    this.#show({ sort });
    this.#reading.find(0, this.#asking);
  }

  #pick(picker: Picker, key: Key): void {
    const action = matchBinding(pickerBindings, key, { typing: false });
    if (action === 'interrupt') this.#does.interrupt();
    else if (action === 'drop') this.#show({ overlay: undefined });
    else if (action === 'keep') this.#pickedColumns(pickedOf(picker));
    else if (action !== undefined) this.#show({ overlay: pick(picker, action) });
  }

  /** The same rows, with what the new columns show. */
  #pickedColumns(columns: ListView['columns']): void {
    this.#show({ overlay: undefined, columns });
    this.#reading.find(0, this.#asking, () => this.#inHand());
    keepColumns(this.#desk, columns).catch((error: unknown) => this.#failed(error));
  }

  #find(palette: Palette, key: Key): void {
    const { maxLength } = filterField;
    const taken = takePaletteKey(palette, key, this.entries(palette.kind), maxLength);
    if (taken === undefined) {
      if (matchBinding(filterBindings, key, { typing: true }) === 'interrupt')
        this.#does.interrupt();
    } else if ('palette' in taken) this.#show({ overlay: taken.palette });
    else if ('closed' in taken) this.#show({ overlay: undefined });
    // What cannot be done now says why in its line.
    else if (taken.picked.not === undefined) {
      this.#show({ overlay: undefined });
      this.#do(taken.picked.does);
    }
  }

  #do(does: ListDoes): void {
    const id = this.#inHand();
    if (does.kind === 'action') this.#does[does.action]();
    else if (does.kind === 'sort') this.#sorted(sortedBy(does.by));
    else if (id !== undefined) this.#onChoice({ kind: 'act', id, action: does.act });
  }

  #inHand(): ComplaintId | undefined {
    return this.#reading.inHand()?.id;
  }

  /** What could not be read at first is tried again. */
  async #refresh(): Promise<void> {
    const { asked, isFinding } = this.#reading;
    if (asked !== undefined) await this.#reading.refresh();
    else if (!isFinding) this.#reading.find(0, this.#asking, () => this.#start.inHand);
  }

  async #tick(): Promise<void> {
    await this.#refresh();
    // "6 h left" stays true while nobody presses a key.
    this.#show({});
  }

  #rowsChanged(): void {
    const { window, total } = this.#reading;
    this.#show({ window, total, fault: undefined });
    this.#openFound();
  }

  /** Opens the row in hand, once the rows are there that were asked for. */
  #openFound(): void {
    if (!this.#opens || this.#reading.isFinding) return;
    this.#opens = false;
    const id = this.#inHand();
    if (id !== undefined && this.#view.refusals.length === 0) this.#onChoice({ kind: 'open', id });
  }

  #failed(error: unknown): void {
    this.#opens = false;
    this.#show({ fault: faultText(this.#voice.words, error) });
  }

  #show(changes: Partial<ListView>): void {
    const finding = this.#reading.isFinding;
    this.#view = { ...this.#view, ...changes, finding, now: this.#desk.now() };
    for (const listener of this.#listeners) listener();
  }
}
