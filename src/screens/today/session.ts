import type { Desk } from '../../desk/desk.ts';
import { faultText } from '../../desk/fault-text.ts';
import { takeHint } from '../../desk/hint.ts';
import type { Voice } from '../../desk/saying.ts';
import { entriesOfPage, type Today, type TodayScope, todayOf } from '../../desk/today.ts';
import type { Playbook } from '../../rules/playbook.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import { type Binding, keyName, matchBinding } from '../kit/bindings.ts';
import { clamp } from '../kit/clamp.ts';
import { eachCharacter, type Key } from '../kit/keys.ts';
import { openPalette, type Palette, type PaletteEntry, takePaletteKey } from '../kit/palette.ts';
import { type TodayAction, todayBindings } from './bindings.ts';
import { type TodayDoes, todayEntries } from './palette.ts';
import {
  entryInHand,
  firstInHand,
  indexAt,
  labelsOf,
  type TodayChoice,
  type TodayPlace,
  type TodayView,
} from './view.ts';

export type { TodayChoice, TodayPlace, TodayView } from './view.ts';

/** How often the page looks whether another window has written, in milliseconds. */
const LOOK = 1000;
const MINUTE = 60_000;
/** As wide as the palette's line may be typed. */
const PALETTE_COLUMNS = 100;

/** What wants doing today, and the keys on it. It knows nothing of React. */
export class TodaySession {
  readonly #desk: Desk;
  readonly #voice: Voice;
  readonly #onChoice: (choice: TodayChoice) => void;
  readonly #listeners = new Set<() => void>();
  /** What SQLite said when the page was read last. */
  #version: number;
  #reading = false;
  /** Rows of the list that are seen at once. */
  #page = 10;
  #view: TodayView;

  /**
   * @param today the page as it was read a moment ago
   * @param place where the agent was before, if they come back
   */
  constructor(
    desk: Desk,
    voice: Voice,
    today: Today,
    onChoice: (choice: TodayChoice) => void,
    place?: TodayPlace,
  ) {
    this.#desk = desk;
    this.#voice = voice;
    this.#onChoice = onChoice;
    this.#version = desk.store.dataVersion();
    this.#view = {
      today,
      scope: place?.scope ?? {},
      index: place?.inHand === undefined ? firstInHand(today) : indexAt(today, place),
      now: desk.now(),
      fault: undefined,
      notice: undefined,
      overlay: undefined,
    };
  }

  /** What remedies are called here. */
  get playbook(): Playbook {
    return this.#desk.playbook;
  }

  view = (): TodayView => this.#view;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Keeps the page up to date while it is shown. @returns what stops that */
  begin = (): (() => void) => {
    const timer = setInterval(() => void this.#look(), LOOK);
    void this.#guarded(async () => {
      if (!(await takeHint(this.#desk, 'today'))) return;
      this.#tell(this.#voice.words.say('hint.today', keysOf(this.bindings())));
    });
    return () => clearInterval(timer);
  };

  press = (key: Key): void => {
    for (const one of eachCharacter(key)) this.#take(one);
  };

  /** @param rows of the list that are seen at once */
  resize = (rows: number): void => {
    this.#page = Math.max(1, rows - 1);
  };

  /** @returns where the agent is, for a later session to come back to. */
  place(): TodayPlace {
    const { scope, index } = this.#view;
    const entry = entryInHand(this.#view);
    return entry === undefined
      ? { scope, index }
      : { scope, index, inHand: { id: entry.id, section: entry.section } };
  }

  /** @returns the keys as they are called now. */
  bindings = (): readonly Binding<TodayAction>[] => todayBindings(labelsOf(this.#view));

  /** @returns in words why an action cannot be done now, or undefined when it can. */
  actionReason = (action: TodayAction): string | undefined =>
    (action === 'act' || action === 'page') && entryInHand(this.#view) === undefined
      ? this.#voice.words.say('why-not.no-entry')
      : undefined;

  /** @returns everything that can be done here by its name; among the keys only what has one. */
  entries = (kind: Palette['kind']): readonly PaletteEntry<TodayDoes>[] =>
    todayEntries(kind, this.#view, this.#voice.words, this.actionReason);

  /** Does an action, as its key would; one that cannot be done says why. */
  perform = (action: TodayAction): void => {
    const reason = this.actionReason(action);
    if (reason === undefined) this.#do(action);
    else this.#tell(reason);
  };

  #do(action: TodayAction): void {
    const moves: Partial<Record<TodayAction, number>> = {
      up: -1,
      down: 1,
      'page-up': -this.#page,
      'page-down': this.#page,
      first: -Infinity,
      last: Infinity,
    };
    const by = moves[action];
    if (by !== undefined) this.#move(by);
    else if (action === 'open' || action === 'page' || action === 'act') {
      this.#onChoice(this.#choiceInHand(action));
    } else if (action === 'scope') void this.#guarded(() => this.#turnScope());
    else if (action === 'find' || action === 'keys') {
      this.#show({ overlay: openPalette(action), notice: undefined });
    } else if (isLeaving(action)) this.#onChoice({ kind: action });
  }

  #take(key: Key): void {
    const { overlay } = this.#view;
    const action = matchBinding(this.bindings(), key, { typing: false });
    if (overlay !== undefined && action !== 'interrupt') this.#find(overlay, key);
    else if (action !== undefined) this.perform(action);
  }

  #find(palette: Palette, key: Key): void {
    const taken = takePaletteKey(palette, key, this.entries(palette.kind), PALETTE_COLUMNS);
    if (taken === undefined) return;
    if ('palette' in taken) this.#show({ overlay: taken.palette });
    else if ('closed' in taken) this.#show({ overlay: undefined });
    else if (taken.picked.not !== undefined) this.#tell(taken.picked.not);
    else {
      this.#show({ overlay: undefined });
      const { does } = taken.picked;
      const entry = entryInHand(this.#view);
      if ('action' in does) this.perform(does.action);
      else if (entry !== undefined) this.#onChoice({ kind: 'act', id: entry.id, action: does.act });
    }
  }

  #move(by: number): void {
    const last = Math.max(0, entriesOfPage(this.#view.today).length - 1);
    this.#show({ index: clamp(this.#view.index + by, 0, last), notice: undefined });
  }

  /** Enter on an empty page begins something, and on what was left half way goes on with it. */
  #choiceInHand(action: 'open' | 'page' | 'act'): TodayChoice {
    const entry = entryInHand(this.#view);
    if (entry === undefined) return { kind: 'new' };
    const { id, next } = entry;
    if (action !== 'page' && next === 'resume') return { kind: 'resume', id };
    return action === 'act' && next !== 'resume'
      ? { kind: 'act', id, action: next }
      : { kind: 'open', id };
  }

  async #turnScope(): Promise<void> {
    const { mine, owner } = this.#view.scope;
    const scope: TodayScope = mine === true || owner !== undefined ? {} : { mine: true };
    this.#show({ ...(await this.#read(scope)), scope, notice: undefined });
  }

  /** Reads again when another window has written, and each minute, since times go on. */
  async #look(): Promise<void> {
    if (this.#reading) return;
    this.#reading = true;
    await this.#guarded(async () => {
      const { store, now } = this.#desk;
      const version = store.dataVersion();
      const sameMinute = Math.floor(now() / MINUTE) === Math.floor(this.#view.now / MINUTE);
      if (version === this.#version && sameMinute && this.#view.fault === undefined) return;
      const read = await this.#read(this.#view.scope);
      this.#version = version;
      this.#show({ ...read, fault: undefined });
    });
    this.#reading = false;
  }

  async #read(scope: TodayScope): Promise<Pick<TodayView, 'today' | 'index' | 'now'>> {
    const now = this.#desk.now();
    const today = await todayOf(this.#desk, scope);
    return { today, index: indexAt(today, this.place()), now };
  }

  /** What fails is told on the screen; the page stays as it was. */
  async #guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#show({ fault: faultText(this.#voice.words, error) });
    }
  }

  #tell(notice: string): void {
    this.#show({ notice: safeLine(notice) });
  }

  #show(changes: Partial<TodayView>): void {
    this.#view = { ...this.#view, ...changes };
    for (const listener of this.#listeners) listener();
  }
}

/** Actions that lead to another screen. */
const leaving = ['new', 'search', 'list', 'reports', 'quit', 'interrupt'] as const;
const isLeaving = (action: TodayAction): action is (typeof leaving)[number] =>
  leaving.some((name) => name === action);

/** @returns the keys that messages name by what they do: `{key_open}`. */
const keysOf = (bindings: readonly Binding<TodayAction>[]): Record<string, string> =>
  Object.fromEntries(
    bindings.map(({ action, keys }) => [`key_${action}`, keyName(keys[0] ?? '', false)]),
  );
