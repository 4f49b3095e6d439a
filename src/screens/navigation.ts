import { beginConversation, type ConversationStart } from '../desk/begin.ts';
import type { Desk } from '../desk/desk.ts';
import { placeOf } from '../desk/place.ts';
import type { Voice } from '../desk/saying.ts';
import { todayOf } from '../desk/today.ts';
import type { ComplaintId } from '../rules/values.ts';
import { withKeyNames } from './conversation/key-names.ts';
import { type ConversationEnd, ConversationSession } from './conversation/session.ts';
import { type TodayChoice, TodaySession } from './today/session.ts';

/** Where the screens begin: in a conversation, which ends them, or on the Today page. */
export type ScreenStart = ConversationStart | { readonly kind: 'today' };

/** How the screens were left. */
export interface ScreenResult {
  readonly outcome: ConversationEnd;
  /** The complaint that was worked on last; undefined when none was. */
  readonly id?: ComplaintId;
}

/** Which screen is shown now. */
export type Shown =
  | { readonly kind: 'conversation'; readonly session: ConversationSession }
  | { readonly kind: 'today'; readonly session: TodaySession };

/** Goes from screen to screen, and ends when the last one is left. It knows nothing of React. */
export class Navigation {
  readonly ended: Promise<ScreenResult>;
  readonly #desk: Desk;
  readonly #voice: Voice;
  readonly #listeners = new Set<() => void>();
  #shown: Shown | undefined;
  #last: ComplaintId | undefined;
  #end: (result: ScreenResult) => void = () => {};
  #fail: (error: unknown) => void = () => {};

  /** @param unicode false where the terminal shows ASCII only: then keys are named in it */
  constructor(desk: Desk, voice: Voice, unicode = true) {
    this.#desk = desk;
    this.#voice = { ...voice, words: withKeyNames(voice.words, unicode) };
    this.ended = new Promise((resolve, reject) => {
      this.#end = resolve;
      this.#fail = reject;
    });
  }

  shown = (): Shown | undefined => this.#shown;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Shows the first screen.
   * @throws RangeError when there is no complaint of that number
   * @throws StoreError when the record cannot be read or written
   */
  open(start: ScreenStart): Promise<void> {
    return start.kind === 'today'
      ? this.#openToday()
      : this.#openConversation(start, (outcome) => this.#finish(outcome));
  }

  /** Stores what is typed and not confirmed. */
  async keep(): Promise<void> {
    if (this.#shown?.kind === 'conversation') await this.#shown.session.keep();
  }

  /**
   * Ends at once, with everything kept: the window was closed, or the process is to stop. A disk that
   * refuses was told on the screen, and holds nobody back.
   */
  async interrupt(): Promise<void> {
    await this.keep().catch(() => {});
    this.#finish('cancelled');
  }

  async #openConversation(
    start: ConversationStart,
    onEnd: (end: ConversationEnd) => void,
  ): Promise<void> {
    const { conversation } = await beginConversation(this.#desk, start);
    this.#last = conversation.state.id;
    const place = await placeOf(this.#desk, conversation);
    const session = new ConversationSession({
      desk: this.#desk,
      voice: this.#voice,
      conversation,
      place,
      onEnd,
    });
    this.#show({ kind: 'conversation', session });
  }

  async #openToday(): Promise<void> {
    const today = await todayOf(this.#desk);
    const choose = (choice: TodayChoice): void => void this.#guarded(this.#go(choice));
    this.#show({
      kind: 'today',
      session: new TodaySession(this.#desk, this.#voice, today, choose),
    });
  }

  async #go(choice: TodayChoice): Promise<void> {
    if (choice.kind === 'quit') return this.#finish('left');
    if (choice.kind === 'interrupt') return this.#finish('cancelled');
    const start: ConversationStart =
      choice.kind === 'new' ? { kind: 'new' } : { kind: 'resume', id: choice.id };
    await this.#openConversation(start, (outcome) =>
      outcome === 'cancelled' ? this.#finish(outcome) : void this.#guarded(this.#openToday()),
    );
  }

  #finish(outcome: ConversationEnd): void {
    this.#end(this.#last === undefined ? { outcome } : { outcome, id: this.#last });
  }

  async #guarded(going: Promise<void>): Promise<void> {
    try {
      await going;
    } catch (error) {
      this.#fail(error);
    }
  }

  #show(shown: Shown): void {
    this.#shown = shown;
    for (const listener of this.#listeners) listener();
  }
}
