import { matchBinding } from '../../kit/bindings.ts';
import type { Key } from '../../kit/keys.ts';
import { openPalette, type Palette, takePaletteKey } from '../../kit/palette.ts';
import { type Act, type ConversationAction, conversationBindings } from '../bindings.ts';
import { conversationEntries } from '../palette.ts';
import { closeOverlay } from './overlay.ts';
import type { Places } from './places.ts';
import type { Shown } from './shown.ts';

/** The palette over the conversation: find an action or a question, and go there (P11). */
export class Palettes {
  readonly #shown: Shown;
  readonly #places: Places;
  readonly #reason: (action: ConversationAction) => string | undefined;

  /** @param reason why an action cannot be done now, in words */
  constructor(
    shown: Shown,
    places: Places,
    reason: (action: ConversationAction) => string | undefined,
  ) {
    this.#shown = shown;
    this.#places = places;
    this.#reason = reason;
  }

  open(kind: Palette['kind']): void {
    this.#shown.show({ overlay: openPalette(kind), notice: undefined });
  }

  /** @param act does the action that is picked */
  take(palette: Palette, key: Key, act: Act): Promise<void> | void {
    const { context, conversation } = this.#shown.view;
    const action = matchBinding(conversationBindings, key, { typing: true });
    if (action === 'interrupt') return act(action);
    const entries = conversationEntries(palette, context, this.#reason);
    const taken = takePaletteKey(palette, key, entries, this.#shown.scene.size.columns);
    if (taken === undefined) return;
    if ('closed' in taken) return closeOverlay(this.#shown);
    if ('palette' in taken) {
      return this.#shown.show({ overlay: taken.palette, notice: undefined });
    }
    const { does, not } = taken.picked;
    if (not !== undefined) return this.#shown.tell(not);
    closeOverlay(this.#shown);
    return 'action' in does ? act(does.action) : this.#places.goTo(conversation, does.question);
  }
}
