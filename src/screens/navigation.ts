import { openConversation } from '../desk/act.ts';
import type { ActionName } from '../desk/actions/names.ts';
import { beginConversation, type ConversationStart } from '../desk/begin.ts';
import { complaintPageOf } from '../desk/complaint-page.ts';
import type { Desk } from '../desk/desk.ts';
import { placeOf } from '../desk/place.ts';
import { canResume } from '../desk/proposed-action.ts';
import type { Voice } from '../desk/saying.ts';
import type { Playbook } from '../rules/playbook.ts';
import type { ComplaintId } from '../rules/values.ts';
import { ComplaintSession } from './complaint/session.ts';
import { withKeyNames } from './conversation/key-names.ts';
import { type ConversationEnd, ConversationSession } from './conversation/session.ts';
import { eachCharacter, type Key } from './kit/keys.ts';
import { ListSession, type ListStart } from './list/session.ts';
import type { ReportsSession, ReportsStart } from './reports/session.ts';
import { SearchSession, type SearchStart } from './search/session.ts';
import { openToday } from './today/open-today.ts';
import type { TodayPlace, TodaySession } from './today/session.ts';

/** Where the screens begin; leaving the first one ends them. */
export type ScreenStart =
  | ConversationStart
  | { readonly kind: 'today' }
  | { readonly kind: 'complaint'; readonly id: ComplaintId }
  | ({ readonly kind: 'list' } & ListStart)
  | ({ readonly kind: 'reports' } & ReportsStart)
  | ({ readonly kind: 'search' } & SearchStart);

/** How the screens were left. */
export interface ScreenResult {
  readonly outcome: ConversationEnd;
  /** The complaint that was worked on last; undefined when none was. */
  readonly id?: ComplaintId;
}

/** Which screen is shown now. */
export type Shown =
  | { readonly kind: 'conversation'; readonly session: ConversationSession }
  | { readonly kind: 'complaint'; readonly session: ComplaintSession }
  | { readonly kind: 'list'; readonly session: ListSession }
  | { readonly kind: 'reports'; readonly session: ReportsSession }
  | { readonly kind: 'search'; readonly session: SearchSession }
  | { readonly kind: 'today'; readonly session: TodaySession };

/** Where any of the screens may lead. */
type Going =
  | { readonly kind: 'open' | 'resume'; readonly id: ComplaintId }
  | { readonly kind: 'act'; readonly id: ComplaintId; readonly action: ActionName }
  | { readonly kind: 'list'; readonly filter?: string }
  | { readonly kind: 'new' | 'search' | 'reports' | 'back' | 'quit' | 'interrupt' };

/**
 * Goes from screen to screen, and back to exactly where one was; it ends when the last one is left.
 * It knows nothing of React.
 */
export class Navigation {
  readonly ended: Promise<ScreenResult>;
  /** What the screens are said in; messages name keys by what they do. */
  readonly voice: Voice;
  readonly #desk: Desk;
  readonly #listeners = new Set<() => void>();
  /** The screens one came through, the one that is shown last. */
  readonly #path: Shown[] = [];
  /** Whether the next screen is being opened. */
  #isGoing = false;
  /** Keys that were typed meanwhile, for that screen. */
  readonly #ahead: Key[] = [];
  #last: ComplaintId | undefined;
  #end: (result: ScreenResult) => void = () => {};
  #fail: (error: unknown) => void = () => {};

  /** @param unicode false where the terminal shows ASCII only: then keys are named in it */
  constructor(desk: Desk, voice: Voice, unicode = true) {
    this.#desk = desk;
    this.voice = { ...voice, words: withKeyNames(voice.words, unicode) };
    this.ended = new Promise((resolve, reject) => {
      this.#end = resolve;
      this.#fail = reject;
    });
  }

  /** For the words of its lists. */
  get playbook(): Playbook {
    return this.#desk.playbook;
  }

  shown = (): Shown | undefined => this.#path.at(-1);

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
    switch (start.kind) {
      case 'today':
        return this.#openToday();
      case 'complaint':
        return this.#openComplaint(start.id);
      case 'list':
        return this.#openList(start);
      case 'reports':
        return this.#openReports(start);
      case 'search':
        return this.#openSearch(start);
      case 'new':
      case 'resume':
        return this.#openConversation(start);
    }
  }

  /**
   * A key for the screen that is shown. Once one has led away from it, the others are for where that
   * leads, also those that came in the same chunk: they wait until that screen is drawn.
   */
  press = (key: Key): void => {
    for (const one of this.#isOfActions() ? eachCharacter(key) : [key]) {
      if (this.#isGoing) this.#ahead.push(one);
      else this.shown()?.session.press(one);
    }
  };

  /** The screen that is shown is drawn, and hears keys. */
  arrived = (): void => {
    this.#isGoing = false;
    for (const key of this.#ahead.splice(0)) this.press(key);
  };

  /** Whether each character is a key of its own on the screen that is shown. */
  #isOfActions(): boolean {
    const kind = this.shown()?.kind;
    return kind === 'today' || kind === 'list' || kind === 'reports';
  }

  /** Stores what is typed and not confirmed. */
  async keep(): Promise<void> {
    const shown = this.shown();
    if (shown?.kind === 'conversation') await shown.session.keep();
  }

  /**
   * Ends at once, with everything kept: the window was closed, or the process is to stop. A disk that
   * refuses was told on the screen, and holds nobody back.
   */
  async interrupt(): Promise<void> {
    await this.keep().catch(() => {});
    this.#finish('cancelled');
  }

  readonly #go = (going: Going): void => void this.#guarded(() => this.#follow(going));

  #follow(going: Going): Promise<void> | void {
    switch (going.kind) {
      case 'open':
        return this.#openComplaint(going.id);
      case 'act':
        return this.#openComplaint(going.id, going.action);
      case 'resume':
        return this.#openConversation({ kind: 'resume', id: going.id });
      case 'new':
        return this.#openConversation({ kind: 'new' });
      case 'list':
        return this.#openList(going.filter === undefined ? {} : { filter: going.filter });
      case 'reports':
        return this.#openReports({});
      case 'search':
        return this.#openSearch({});
      case 'back':
        return this.#back('left');
      case 'quit':
        return this.#finish('left');
      case 'interrupt':
        return this.#finish('cancelled');
    }
  }

  /** To the screen before, where everything is as it was but what was changed meanwhile. */
  async #back(outcome: ConversationEnd): Promise<void> {
    const before = this.#path.at(-2);
    if (before === undefined) return this.#finish(outcome);
    this.#path.pop();
    if (before.kind !== 'today') return this.#tell();
    this.#path.pop();
    await this.#openToday(before.session.place());
  }

  async #openConversation(start: ConversationStart): Promise<void> {
    const { conversation, takenOver } = await beginConversation(this.#desk, start);
    this.#last = conversation.state.id;
    const place = await placeOf(this.#desk, conversation);
    const session = new ConversationSession({
      desk: this.#desk,
      voice: this.voice,
      conversation,
      place,
      takenOver,
      onEnd: (outcome) =>
        outcome === 'cancelled'
          ? this.#finish(outcome)
          : void this.#guarded(() => this.#back(outcome)),
      onEarlier: (id) => void this.#guarded(() => this.#goOnWith(id)),
    });
    this.#show({ kind: 'conversation', session });
  }

  /** In place of the conversation that turned out to be an earlier complaint: that one (P8). */
  async #goOnWith(id: ComplaintId): Promise<void> {
    const earlier = await openConversation(this.#desk, id);
    this.#path.pop();
    this.#last = id;
    return earlier !== undefined && canResume(earlier.state)
      ? this.#openConversation({ kind: 'resume', id })
      : this.#openComplaint(id);
  }

  /** @param act an action whose form is opened at once */
  async #openComplaint(id: ComplaintId, act?: ActionName): Promise<void> {
    const page = await complaintPageOf(this.#desk, this.voice, id);
    if (page === undefined) throw new RangeError(`there is no complaint ${id}`);
    const { voice } = this;
    const session = new ComplaintSession({
      desk: this.#desk,
      voice,
      page,
      act,
      onChoice: this.#go,
    });
    this.#show({ kind: 'complaint', session });
  }

  async #openList(start: ListStart): Promise<void> {
    const session = new ListSession(this.#desk, this.voice, start, this.#go);
    this.#show({ kind: 'list', session });
  }

  /** What figures take is loaded only now. */
  async #openReports(start: ReportsStart): Promise<void> {
    const { openReports } = await import('./reports/open-reports.ts');
    const session = openReports(this.#desk, this.voice, start, {
      onChoice: this.#go,
      onKeysLeft: (keys) => keys.forEach(this.press),
    });
    this.#show({ kind: 'reports', session });
  }

  async #openSearch(start: SearchStart): Promise<void> {
    const session = new SearchSession(this.#desk, this.voice, start, this.#go);
    this.#show({ kind: 'search', session });
  }

  async #openToday(place?: TodayPlace): Promise<void> {
    const session = await openToday(this.#desk, this.voice, this.#go, place);
    this.#show({ kind: 'today', session });
  }

  #finish(outcome: ConversationEnd): void {
    this.#end(this.#last === undefined ? { outcome } : { outcome, id: this.#last });
  }

  async #guarded(going: () => Promise<void> | void): Promise<void> {
    const from = this.shown();
    this.#isGoing = true;
    try {
      await going();
      // It led nowhere else, so nothing new will be drawn that the keys could wait for.
      if (this.shown() === from) this.arrived();
    } catch (error) {
      this.#fail(error);
    }
  }

  #show(shown: Shown): void {
    this.#path.push(shown);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
