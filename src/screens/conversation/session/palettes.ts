import { matchBinding } from '../../kit/bindings.ts';
import { clamp } from '../../kit/clamp.ts';
import type { Key } from '../../kit/keys.ts';
import { applyTextKey } from '../../kit/text-keys.ts';
import { type Act, type ConversationAction, conversationBindings } from '../bindings.ts';
import { openPalette, type Palette, type PaletteEntry, paletteEntries } from '../palette.ts';
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
    const action = matchBinding(conversationBindings, key, { typing: true });
    if (action === 'leave' || action === 'back' || action === palette.kind) {
      return closeOverlay(this.#shown);
    }
    if (action === 'interrupt') return act(action);
    const entries = paletteEntries(palette, this.#shown.view.context, this.#reason);
    if (action === 'next') return this.#pick(entries[palette.index], act);
    if (key.kind === 'key' && (key.name === 'up' || key.name === 'down')) {
      const index = clamp(palette.index + (key.name === 'up' ? -1 : 1), 0, entries.length - 1);
      return this.#shown.show({ overlay: { ...palette, index }, notice: undefined });
    }
    const buffer = applyTextKey(palette.buffer, key, this.#shown.scene.size.columns, 1);
    if (buffer !== undefined) this.#shown.show({ overlay: { ...palette, buffer, index: 0 } });
  }

  #pick(entry: PaletteEntry | undefined, act: Act): Promise<void> | void {
    if (entry === undefined) return;
    if (entry.not !== undefined) return this.#shown.tell(entry.not);
    closeOverlay(this.#shown);
    if ('action' in entry.does) return act(entry.does.action);
    return this.#places.goTo(this.#shown.view.conversation, entry.does.question);
  }
}
