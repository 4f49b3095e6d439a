import type { Desk } from '../../../desk/desk.ts';
import { faultText } from '../../../desk/fault-text.ts';
import type { Voice } from '../../../desk/saying.ts';
import type { ListView } from '../view.ts';

/** What of the list is on the screen now, and who is told when it changes. */
export class ShownList {
  readonly desk: Desk;
  readonly voice: Voice;
  readonly #listeners = new Set<() => void>();
  readonly #isFinding: () => boolean;
  #view: ListView;

  /** @param isFinding whether other rows are looked for than those that are shown */
  constructor(desk: Desk, voice: Voice, view: ListView, isFinding: () => boolean) {
    this.desk = desk;
    this.voice = voice;
    this.#view = view;
    this.#isFinding = isFinding;
  }

  get view(): ListView {
    return this.#view;
  }

  /** @returns what ends the subscription */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Draws the view with these changes. */
  show(changes: Partial<ListView>): void {
    const finding = this.#isFinding();
    this.#view = { ...this.#view, ...changes, finding, now: this.desk.now() };
    for (const listener of this.#listeners) listener();
  }

  /** Why the record could not be read. */
  fail(error: unknown): void {
    this.show({ fault: faultText(this.voice.words, error) });
  }
}
