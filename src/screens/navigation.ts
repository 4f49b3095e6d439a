import { beginConversation, type ConversationStart } from '../desk/begin.ts';
import type { Desk } from '../desk/desk.ts';
import { placeOf } from '../desk/place.ts';
import type { Voice } from '../desk/saying.ts';
import type { ComplaintId } from '../rules/values.ts';
import { type ConversationEnd, ConversationSession } from './conversation/session.ts';

/** How the screens were left. */
export interface ScreenResult {
  readonly outcome: ConversationEnd;
  /** The complaint that was worked on last. */
  readonly id?: ComplaintId;
}

/** Which screen is shown now. */
export type Shown = { readonly kind: 'conversation'; readonly session: ConversationSession };

/** Goes from screen to screen, and ends when the last one is left. It knows nothing of React. */
export class Navigation {
  readonly ended: Promise<ScreenResult>;
  readonly #desk: Desk;
  readonly #voice: Voice;
  readonly #listeners = new Set<() => void>();
  #shown: Shown | undefined;
  #end: (result: ScreenResult) => void = () => {};

  constructor(desk: Desk, voice: Voice) {
    this.#desk = desk;
    this.#voice = voice;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  shown = (): Shown | undefined => this.#shown;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** @throws RangeError when there is no complaint of that number */
  async open(start: ConversationStart): Promise<void> {
    const { conversation } = await beginConversation(this.#desk, start);
    const session = new ConversationSession({
      desk: this.#desk,
      voice: this.#voice,
      conversation,
      place: await placeOf(this.#desk, conversation),
      onEnd: (outcome) => this.#end({ outcome, id: conversation.state.id }),
    });
    this.#shown = { kind: 'conversation', session };
    for (const listener of this.#listeners) listener();
  }

  /** Stores what is typed and not confirmed. */
  async keep(): Promise<void> {
    await this.#shown?.session.keep();
  }

  /** Ends at once, with everything kept: the window was closed, or the process is to stop. */
  async interrupt(): Promise<void> {
    const { session } = this.#shown ?? {};
    try {
      await session?.keep();
    } finally {
      this.#end({
        outcome: 'cancelled',
        ...(session && { id: session.view().conversation.state.id }),
      });
    }
  }
}
