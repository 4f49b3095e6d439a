import { faultText } from '../../../desk/fault-text.ts';
import { refusalText } from '../../../desk/refusal-text.ts';
import type { Refusal } from '../../../rules/values.ts';
import { safeLine } from '../../../terminal/safe-text.ts';
import { type ConversationView, contextOf, type Scene } from '../view.ts';

/** What is on the screen now, what it is made with, and who is told when it changes. */
export class Shown {
  readonly #listeners = new Set<() => void>();
  #scene: Scene;
  #view: ConversationView;

  constructor(scene: Scene, view: ConversationView) {
    this.#scene = scene;
    this.#view = view;
  }

  get scene(): Scene {
    return this.#scene;
  }

  get view(): ConversationView {
    return this.#view;
  }

  /** @returns what ends the subscription */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Draws the view with these changes. */
  show(changes: Partial<ConversationView>): void {
    this.#view = { ...this.#view, ...changes };
    for (const listener of this.#listeners) listener();
  }

  /** Another view that is not complete yet: the next `show` draws it. */
  prepare(view: ConversationView): void {
    this.#view = view;
  }

  /** The field in hand has another size, in columns and rows. */
  resize(columns: number, rows: number): void {
    const { size } = this.#scene;
    if (size.columns === columns && size.rows === rows) return;
    this.#scene = { ...this.#scene, size: { columns, rows } };
    this.show({ context: contextOf(this.#scene, this.#view.conversation) });
  }

  /** Why it does not go on, beside the field. */
  refuse(refusal: Refusal): void {
    this.show({ fault: refusalText(this.#scene.voice.words, refusal), notice: undefined });
  }

  /** What another window did meanwhile, beside the field. */
  warn(text: string): void {
    this.show({ fault: safeLine(text), notice: undefined });
  }

  /** The disk is full, the file is locked: what is typed stays where it is, and this says why. */
  fail(error: unknown): void {
    this.show({ fault: faultText(this.#scene.voice.words, error) });
  }

  /** What was just asked for is answered, also where a fault stands beside the field. */
  tell(notice: string): void {
    this.show({ notice: safeLine(notice), fault: undefined });
  }
}
