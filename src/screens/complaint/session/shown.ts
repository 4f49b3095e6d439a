import type { ComplaintPage } from '../../../desk/complaint-page.ts';
import type { Desk } from '../../../desk/desk.ts';
import type { Voice } from '../../../desk/saying.ts';
import { safeLine } from '../../../terminal/safe-text.ts';
import type { ComplaintView } from '../view.ts';

/** What is on the page now, what it is made with, and who is told when it changes. */
export class Shown {
  readonly desk: Desk;
  readonly voice: Voice;
  readonly #listeners = new Set<() => void>();
  #view: ComplaintView;
  /** Width of a section, and how many rows of it are seen at once. */
  size = { columns: 80, rows: 16 };

  constructor(desk: Desk, voice: Voice, page: ComplaintPage) {
    this.desk = desk;
    this.voice = voice;
    this.#view = {
      page,
      voice,
      section: 'timeline',
      scroll: 0,
      index: 0,
      whyDue: undefined,
      overlay: undefined,
      notice: undefined,
      fault: undefined,
      now: desk.now(),
    };
  }

  get view(): ComplaintView {
    return this.#view;
  }

  get id(): ComplaintPage['conversation']['state']['id'] {
    return this.#view.page.conversation.state.id;
  }

  /** @returns what ends the subscription */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Draws the view with these changes. */
  show(changes: Partial<ComplaintView>): void {
    this.#view = { ...this.#view, ...changes };
    for (const listener of this.#listeners) listener();
  }

  /** What was just asked for is answered. */
  tell(notice: string): void {
    this.show({ notice: safeLine(notice), fault: undefined });
  }
}
