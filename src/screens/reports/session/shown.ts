import { safeLine } from '../../../terminal/safe-text.ts';
import type { ReportsView } from '../view.ts';

/** What of the reports is on the screen now, and who is told when it changes. */
export class ShownReports {
  readonly #listeners = new Set<() => void>();
  #view: ReportsView;

  constructor(view: ReportsView) {
    this.#view = view;
  }

  get view(): ReportsView {
    return this.#view;
  }

  /** @returns what ends the subscription */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Draws the view with these changes. */
  show(changes: Partial<ReportsView>): void {
    this.#view = { ...this.#view, ...changes };
    for (const listener of this.#listeners) listener();
  }

  /** Says something for which there is no other place. */
  tell(notice: string): void {
    this.show({ notice: safeLine(notice) });
  }
}
