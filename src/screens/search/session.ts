import type { Desk } from '../../desk/desk.ts';
import { faultText } from '../../desk/fault-text.ts';
import { type FoundCustomer, findHits, type Hits } from '../../desk/list-page.ts';
import type { Voice } from '../../desk/saying.ts';
import { matchBinding } from '../kit/bindings.ts';
import { clamp } from '../kit/clamp.ts';
import type { Key } from '../kit/keys.ts';
import { LatestWork } from '../kit/latest-work.ts';
import { openPalette, type Palette, type PaletteEntry, takePaletteKey } from '../kit/palette.ts';
import { bufferOf, type TextBuffer, textOf } from '../kit/text-buffer.ts';
import { applyTextKey } from '../kit/text-keys.ts';
import { type SearchAction, searchBindings } from './bindings.ts';
import { type SearchDoes, searchEntries } from './entries.ts';
import type { Found, SearchChoice, SearchStart, SearchView } from './view.ts';

export type { Found, SearchChoice, SearchStart, SearchView } from './view.ts';

/** Typing is over when nothing came for so long; in milliseconds. */
const TYPED = 60;
/** More hits than these are for a list, and one more tells that there are more. */
const MOST = 50;
const field = { multiLine: false, maxLength: 200 };

/** A search over the whole record on a screen: keys go in, views come out. It knows nothing of React. */
export class SearchSession {
  readonly #desk: Desk;
  readonly #voice: Voice;
  readonly #onChoice: (choice: SearchChoice) => void;
  readonly #listeners = new Set<() => void>();
  readonly #searching = new LatestWork();
  #page = 10;
  #view: SearchView;
  /** Enter was pressed before there was what it is about. */
  #opens = false;

  constructor(
    desk: Desk,
    voice: Voice,
    start: SearchStart,
    onChoice: (choice: SearchChoice) => void,
  ) {
    this.#desk = desk;
    this.#voice = voice;
    this.#onChoice = onChoice;
    this.#view = {
      buffer: bufferOf(start.text ?? '', field),
      found: [],
      foundFor: '',
      index: 0,
      more: false,
      fault: undefined,
      overlay: undefined,
      now: desk.now(),
    };
  }

  view = (): SearchView => this.#view;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Looks for what is typed already; come back to, it looks again. @returns what stops that */
  begin = (): (() => void) => {
    this.#search(0);
    return () => this.#searching.stop();
  };

  /** @param page how many lines are seen at once */
  resize = (page: number): void => {
    this.#page = page;
  };

  press = (key: Key): void => {
    const { overlay, buffer } = this.#view;
    if (overlay !== undefined) {
      this.#find(overlay, key);
      return;
    }
    const action = matchBinding(searchBindings, key, { typing: true });
    if (action !== undefined) this.#does[action]();
    else {
      const typed = applyTextKey(buffer, key, field.maxLength, 1);
      if (typed !== undefined) this.#typed(typed);
    }
  };

  /** @returns everything that can be done here by its name; the palette and the page of keys show it. */
  entries = (kind: Palette['kind']): readonly PaletteEntry<SearchDoes>[] =>
    searchEntries(this.#voice.words, kind, this.#inHand());

  readonly #does: Readonly<Record<SearchAction, () => void>> = {
    up: () => this.#move(-1),
    down: () => this.#move(1),
    'page-up': () => this.#move(1 - this.#page),
    'page-down': () => this.#move(this.#page - 1),
    open: () => {
      this.#opens = true;
      this.#openFound();
    },
    list: () => this.#asList(),
    find: () => this.#show({ overlay: openPalette('find') }),
    keys: () => this.#show({ overlay: openPalette('keys') }),
    back: () => this.#onChoice({ kind: 'back' }),
    quit: () => this.#onChoice({ kind: 'quit' }),
    interrupt: () => this.#onChoice({ kind: 'interrupt' }),
  };

  #inHand(): Found | undefined {
    return this.#view.found[this.#view.index];
  }

  /** Words lead to the complaints that have them; a customer in hand to theirs. */
  #asList(): void {
    const inHand = this.#inHand();
    const text = textOf(this.#view.buffer).trim();
    const filter = inHand?.kind === 'customer' ? filterOf(inHand.customer) : text;
    this.#onChoice({ kind: 'list', filter });
  }

  #move(by: number): void {
    const last = Math.max(0, this.#view.found.length - 1);
    this.#show({ index: clamp(this.#view.index + by, 0, last) });
  }

  #typed(buffer: TextBuffer): void {
    const before = textOf(this.#view.buffer);
    this.#show({ buffer });
    if (textOf(buffer) === before) return;
    this.#opens = false;
    this.#search(TYPED);
  }

  /** What is typed is looked for when typing stops; until it is found, what was found before is shown. */
  #search(pause: number): void {
    this.#searching.start(pause, async (overtaken) => {
      const text = textOf(this.#view.buffer);
      try {
        const hits = await findHits(this.#desk, text, MOST + 1);
        if (!overtaken()) this.#arrive(text, hits);
      } catch (error) {
        if (overtaken()) return;
        this.#opens = false;
        this.#show({ fault: faultText(this.#voice.words, error) });
      }
    });
  }

  #arrive(foundFor: string, { customers, complaints }: Hits): void {
    this.#searching.stop();
    const same = foundFor === this.#view.foundFor;
    const found: readonly Found[] = [
      ...customers.map((customer) => ({ kind: 'customer', customer }) as const),
      ...complaints.slice(0, MOST).map((hit) => ({ kind: 'complaint', hit }) as const),
    ];
    const index = same ? clamp(this.#view.index, 0, Math.max(0, found.length - 1)) : 0;
    const more = complaints.length > MOST;
    this.#show({ found, foundFor, index, more, fault: undefined });
    this.#openFound();
  }

  /** Opens what is in hand, once there is what was typed. */
  #openFound(): void {
    if (!this.#opens || this.#searching.isUnderWay) return;
    this.#opens = false;
    const inHand = this.#inHand();
    if (inHand?.kind === 'complaint') this.#onChoice({ kind: 'open', id: inHand.hit.id });
    if (inHand?.kind === 'customer') {
      this.#onChoice({ kind: 'list', filter: filterOf(inHand.customer) });
    }
  }

  #find(palette: Palette, key: Key): void {
    const taken = takePaletteKey(palette, key, this.entries(palette.kind), field.maxLength);
    if (taken === undefined) {
      if (matchBinding(searchBindings, key, { typing: true }) === 'interrupt')
        this.#does.interrupt();
    } else if ('palette' in taken) this.#show({ overlay: taken.palette });
    else if ('closed' in taken) this.#show({ overlay: undefined });
    // What cannot be done now says why in its line.
    else if (taken.picked.not === undefined) {
      this.#show({ overlay: undefined });
      this.#do(taken.picked.does);
    }
  }

  #do(does: SearchDoes): void {
    const inHand = this.#inHand();
    if ('action' in does) this.#does[does.action]();
    else if (inHand?.kind === 'complaint')
      this.#onChoice({ kind: 'act', id: inHand.hit.id, action: does.act });
  }

  #show(changes: Partial<SearchView>): void {
    this.#view = { ...this.#view, ...changes, now: this.#desk.now() };
    for (const listener of this.#listeners) listener();
  }
}

/** @returns what a list of a customer's complaints is filtered by. */
const filterOf = ({ id }: FoundCustomer): string => `customer:${id}`;
