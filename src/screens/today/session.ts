import type { Desk } from '../../desk/desk.ts';
import { faultText } from '../../desk/fault-text.ts';
import type { Voice } from '../../desk/saying.ts';
import { type Today, type TodayEntry, todayOf } from '../../desk/today.ts';
import type { ComplaintId, Millis } from '../../rules/values.ts';
import type { SafeText } from '../../terminal/safe-text.ts';
import { matchBinding } from '../kit/bindings.ts';
import { clamp } from '../kit/clamp.ts';
import { eachCharacter, type Key } from '../kit/keys.ts';
import { todayBindings } from './bindings.ts';

/** How often the page is read again while it is open, in milliseconds: another window may write. */
const REFRESH = 5000;

/** What the Today screen shows. */
export interface TodayView {
  readonly today: Today;
  /** The entry in hand, counted over all parts. */
  readonly index: number;
  readonly now: Millis;
  readonly fault: SafeText | undefined;
}

/** Where the agent goes from here. */
export type TodayChoice =
  | { readonly kind: 'open'; readonly id: ComplaintId }
  | { readonly kind: 'new' }
  | { readonly kind: 'quit' }
  | { readonly kind: 'interrupt' };

/** @returns all entries of the page from top to bottom. */
export const entriesOf = ({
  late,
  dueNext,
  waiting,
  notFinished,
}: Today): readonly TodayEntry[] => [...late, ...dueNext, ...waiting, ...notFinished];

/** What wants doing today, and the keys on it. It knows nothing of React. */
export class TodaySession {
  readonly #desk: Desk;
  readonly #voice: Voice;
  readonly #onChoice: (choice: TodayChoice) => void;
  readonly #listeners = new Set<() => void>();
  #view: TodayView;

  /** @param today the page as it was read a moment ago */
  constructor(desk: Desk, voice: Voice, today: Today, onChoice: (choice: TodayChoice) => void) {
    this.#desk = desk;
    this.#voice = voice;
    this.#onChoice = onChoice;
    this.#view = { today, index: firstInHand(today), now: desk.now(), fault: undefined };
  }

  view = (): TodayView => this.#view;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Keeps the page up to date while it is shown. @returns what stops that */
  begin = (): (() => void) => {
    const timer = setInterval(() => void this.#refresh(), REFRESH);
    return () => clearInterval(timer);
  };

  press = (key: Key): void => {
    for (const one of eachCharacter(key)) this.#take(one);
  };

  #take(key: Key): void {
    const action = matchBinding(todayBindings, key, { typing: false });
    if (action === 'up') this.#move(-1);
    if (action === 'down') this.#move(1);
    if (action === 'open') this.#onChoice(this.#inHand());
    if (action === 'new' || action === 'quit' || action === 'interrupt') {
      this.#onChoice({ kind: action });
    }
  }

  #move(by: number): void {
    const last = entriesOf(this.#view.today).length - 1;
    this.#show({ index: clamp(this.#view.index + by, 0, Math.max(0, last)) });
  }

  /** Enter on an empty page begins something. */
  #inHand(): TodayChoice {
    const entry = entriesOf(this.#view.today)[this.#view.index];
    return entry === undefined ? { kind: 'new' } : { kind: 'open', id: entry.id };
  }

  async #refresh(): Promise<void> {
    const inHand = entriesOf(this.#view.today)[this.#view.index];
    try {
      const today = await todayOf(this.#desk);
      const same = entriesOf(today).findIndex(
        ({ id, kind }) => id === inHand?.id && kind === inHand.kind,
      );
      const index = same === -1 ? firstInHand(today) : same;
      this.#show({ today, index, now: this.#desk.now(), fault: undefined });
    } catch (error) {
      this.#show({ fault: faultText(this.#voice.words, error) });
    }
  }

  #show(changes: Partial<TodayView>): void {
    this.#view = { ...this.#view, ...changes };
    for (const listener of this.#listeners) listener();
  }
}

/** An unfinished conversation is in hand first: Enter goes on with it at exactly its field. */
function firstInHand(today: Today): number {
  const unfinished = today.notFinished[0];
  const first = unfinished === undefined ? 0 : entriesOf(today).indexOf(unfinished);
  return today.late.length > 0 ? 0 : Math.max(0, first);
}
