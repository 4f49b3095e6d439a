import { refusalText } from '../../../desk/refusal-text.ts';
import type { KeyQueue } from '../../kit/key-queue.ts';
import { setText } from '../../kit/text-buffer.ts';
import { entryFault } from '../fields/entry-fault.ts';
import type { Field } from '../fields/field.ts';
import { reworded } from '../reword.ts';
import { linesAt, phrasesIn } from '../view.ts';
import { searchCustomers } from './beside.ts';
import type { Places } from './places.ts';
import type { Shown } from './shown.ts';

/** What changes the field in hand before it is confirmed. */
export class Editing {
  readonly #shown: Shown;
  readonly #places: Places;
  readonly #keys: KeyQueue;

  constructor(shown: Shown, places: Places, keys: KeyQueue) {
    this.#shown = shown;
    this.#places = places;
    this.#keys = keys;
  }

  /** Shows the field as it is now, with what is to be said about it. */
  typed(field: Field): Promise<void> | void {
    const { scene, view } = this.#shown;
    const fault = entryFault(field);
    this.#shown.show({
      field,
      phrases: phrasesIn(scene, field),
      fault: fault && refusalText(scene.voice.words, fault),
      notice: undefined,
      ...(field.kind === 'offers'
        ? { lines: linesAt(scene, view.conversation, field, view.at), line: 0 }
        : {}),
    });
    this.#places.typed();
    // With more keys waiting, the answer to this one would be old before it is seen.
    if (field.kind === 'customer' && this.#keys.isEmpty) return searchCustomers(this.#shown);
  }

  /** The line that is shown becomes the text. */
  takeLine(): Promise<void> | void {
    const { field, lines, line } = this.#shown.view;
    const say = lines[line];
    if (field?.kind !== 'text' || say === undefined) return;
    return this.typed({ ...field, buffer: setText(field.buffer, say) });
  }

  /** The better wording stands in place of the first phrase that makes it worse (P16). */
  reword(): Promise<void> | void {
    const { field, phrases, context } = this.#shown.view;
    const [found] = phrases;
    if (field?.kind !== 'text' || found === undefined) return;
    const buffer = reworded(field.buffer, found, context.words.language);
    return this.typed({ ...field, buffer });
  }
}
