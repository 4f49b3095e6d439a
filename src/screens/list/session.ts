import type { Desk } from '../../desk/desk.ts';
import { usualColumns } from '../../desk/list-page.ts';
import type { Voice } from '../../desk/saying.ts';
import type { ComplaintId } from '../../rules/values.ts';
import { matchBinding } from '../kit/bindings.ts';
import { eachCharacter, type Key } from '../kit/keys.ts';
import { openPalette, type Palette, type PaletteEntry, takePaletteKey } from '../kit/palette.ts';
import { bufferOf, textOf } from '../kit/text-buffer.ts';
import { applyTextKey } from '../kit/text-keys.ts';
import { filterBindings, type ListAction, listBindings, pickerBindings } from './bindings.ts';
import { type ListDoes, listEntries } from './entries.ts';
import { openPicker, type Picker, pick, pickedOf } from './picker.ts';
import { ListReading } from './reading.ts';
import { Filtering } from './session/filtering.ts';
import { ShownList } from './session/shown.ts';
import { newestFirst, nextSort, sortedBy, turned } from './sorts.ts';
import type { ListChoice, ListStart, ListView } from './view.ts';
import { emptyWindow } from './window.ts';

export type { ListChoice, ListStart, ListView } from './view.ts';

/** Another window may write: how often the list looks for that, in milliseconds. */
const REFRESH = 2000;
const filterField = { multiLine: false, maxLength: 500 };

/** The list of complaints on a screen: keys go in, views come out. It knows nothing of React. */
export class ListSession {
  readonly #start: ListStart;
  readonly #onChoice: (choice: ListChoice) => void;
  readonly #shown: ShownList;
  readonly #reading: ListReading;
  readonly #filtering: Filtering;
  /** Enter was pressed before the rows were there that it is about. */
  #opens = false;

  constructor(desk: Desk, voice: Voice, start: ListStart, onChoice: (choice: ListChoice) => void) {
    this.#start = start;
    this.#onChoice = onChoice;
    this.#reading = new ListReading(desk, {
      changed: () => this.#rowsChanged(),
      failed: (error) => this.#failed(error),
    });
    const view: ListView = {
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
    this.#shown = new ShownList(desk, voice, view, () => this.#reading.isFinding);
    this.#filtering = new Filtering(this.#shown, this.#reading, {
      changed: () => {
        this.#opens = false;
      },
      failed: (error) => this.#failed(error),
    });
  }

  view = (): ListView => this.#shown.view;

  subscribe = (listener: () => void): (() => void) => this.#shown.subscribe(listener);

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
    const { filter, sort } = this.#shown.view;
    return { filter: textOf(filter), sort, ...(inHand === undefined ? {} : { inHand }) };
  }

  /** @returns everything that can be done here by its name; the palette and the page of keys show it. */
  entries = (kind: Palette['kind']): readonly PaletteEntry<ListDoes>[] =>
    listEntries(this.#shown.voice.words, kind, this.#inHand());

  press = (key: Key): void => {
    for (const one of eachCharacter(key)) this.#take(one);
  };

  #take(key: Key): void {
    const { overlay, typing, filter } = this.#shown.view;
    if (overlay?.kind === 'columns') this.#pick(overlay, key);
    else if (overlay !== undefined) this.#find(overlay, key);
    else {
      const action = matchBinding(typing ? filterBindings : listBindings, key, { typing });
      if (action !== undefined) this.#does[action]();
      else if (typing) {
        const typed = applyTextKey(filter, key, filterField.maxLength, 1);
        if (typed !== undefined) this.#filtering.typed(typed);
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
    filter: () => this.#filtering.toFilter(),
    rows: () => this.#filtering.toRows(),
    complete: () => this.#filtering.complete(),
    clear: () => this.#filtering.clear(),
    sort: () => this.#filtering.sortBy(nextSort(this.#shown.view.sort)),
    turn: () => this.#filtering.sortBy(turned(this.#shown.view.sort)),
    columns: () => this.#shown.show({ overlay: openPicker(this.#shown.view.columns) }),
    find: () => this.#shown.show({ overlay: openPalette('find') }),
    keys: () => this.#shown.show({ overlay: openPalette('keys') }),
    search: () => this.#onChoice({ kind: 'search' }),
    new: () => this.#onChoice({ kind: 'new' }),
    back: () => this.#onChoice({ kind: 'back' }),
    quit: () => this.#onChoice({ kind: 'quit' }),
    interrupt: () => this.#onChoice({ kind: 'interrupt' }),
  };

  #pick(picker: Picker, key: Key): void {
    const action = matchBinding(pickerBindings, key, { typing: false });
    if (action === 'interrupt') this.#does.interrupt();
    else if (action === 'drop') this.#shown.show({ overlay: undefined });
    else if (action === 'keep') this.#filtering.pickColumns(pickedOf(picker));
    else if (action !== undefined) this.#shown.show({ overlay: pick(picker, action) });
  }

  #find(palette: Palette, key: Key): void {
    const { maxLength } = filterField;
    const taken = takePaletteKey(palette, key, this.entries(palette.kind), maxLength);
    if (taken === undefined) {
      if (matchBinding(filterBindings, key, { typing: true }) === 'interrupt')
        this.#does.interrupt();
    } else if ('palette' in taken) this.#shown.show({ overlay: taken.palette });
    else if ('closed' in taken) this.#shown.show({ overlay: undefined });
    // What cannot be done now says why in its line.
    else if (taken.picked.not === undefined) {
      this.#shown.show({ overlay: undefined });
      this.#do(taken.picked.does);
    }
  }

  #do(does: ListDoes): void {
    const id = this.#inHand();
    if (does.kind === 'action') this.#does[does.action]();
    else if (does.kind === 'sort') this.#filtering.sortBy(sortedBy(does.by));
    else if (id !== undefined) this.#onChoice({ kind: 'act', id, action: does.act });
  }

  #inHand(): ComplaintId | undefined {
    return this.#reading.inHand()?.id;
  }

  /** What could not be read at first is tried again. */
  async #refresh(): Promise<void> {
    const { asked, isFinding } = this.#reading;
    if (asked !== undefined) await this.#reading.refresh();
    else if (!isFinding) this.#filtering.find(() => this.#start.inHand);
  }

  async #tick(): Promise<void> {
    await this.#refresh();
    // "6 h left" stays true while nobody presses a key.
    this.#shown.show({});
  }

  #rowsChanged(): void {
    const { window, total } = this.#reading;
    this.#shown.show({ window, total, fault: undefined });
    this.#openFound();
  }

  /** Opens the row in hand, once the rows are there that were asked for. */
  #openFound(): void {
    if (!this.#opens || this.#reading.isFinding) return;
    this.#opens = false;
    const id = this.#inHand();
    if (id !== undefined && this.#shown.view.refusals.length === 0)
      this.#onChoice({ kind: 'open', id });
  }

  #failed(error: unknown): void {
    this.#opens = false;
    this.#shown.fail(error);
  }
}
