import type { Given } from '../../../desk/actions/action.ts';
import { doneText } from '../../../desk/actions/done-text.ts';
import { actionNamed } from '../../../desk/actions/index.ts';
import type { ActionName } from '../../../desk/actions/names.ts';
import type { Conversation } from '../../../rules/conversation.ts';
import { carryOut } from '../../action-form/carry-out.ts';
import { type ActionForm, faultInHand, openForm } from '../../action-form/form.ts';
import { takeFormKey } from '../../action-form/take-form-key.ts';
import type { Key } from '../../kit/keys.ts';
import { refusedHere } from '../how-by-keys.ts';
import type { ComplaintChoice } from '../view.ts';
import { presetBy } from './in-hand.ts';
import type { Live } from './live.ts';
import { entryInHand } from './pane.ts';
import type { Shown } from './shown.ts';

/** A fault is told once typing has stopped for so long; in milliseconds. */
const TYPED = 600;

/** Does the actions of the desk: at once, or by a form over the page. */
export class Acting {
  readonly #shown: Shown;
  readonly #live: Live;
  readonly #onChoice: (choice: ComplaintChoice) => void;
  #typing: NodeJS.Timeout | undefined;
  /** The form was asked for from elsewhere: leaving it leads back there. */
  #visiting: boolean;

  /** @param visiting whether the page is opened for one action */
  constructor(
    shown: Shown,
    live: Live,
    onChoice: (choice: ComplaintChoice) => void,
    visiting: boolean,
  ) {
    this.#shown = shown;
    this.#live = live;
    this.#onChoice = onChoice;
    this.#visiting = visiting;
  }

  /**
   * Opens the form of an action, or does it at once where it needs no asking; says why where it
   * cannot be done now.
   */
  async start(name: ActionName, given?: Given): Promise<void> {
    const { view, voice, desk, size } = this.#shown;
    const action = actionNamed(name);
    const { scene } = view.page;
    const refusal = action.refuses(scene);
    if (refusal !== undefined) {
      this.#visiting = false;
      return this.#shown.tell(refusedHere(voice.words, refusal));
    }
    const preset = given ?? presetBy(entryInHand(view, size.columns), action);
    const form = openForm({ action, scene, voice, desk, preset });
    // Undo is one key, and so is what brings it back.
    if (name === 'undo' || form.fields.length === 0) return this.#doNow(form, preset);
    this.#shown.show({ overlay: form, notice: undefined, fault: undefined });
  }

  /** A key while a form lies over the page. */
  take(form: ActionForm, key: Key): Promise<void> | void {
    this.stop();
    const { columns, rows } = this.#shown.size;
    const taken = takeFormKey(form, key, { columns: columns - 4, rows });
    if (taken === undefined) return;
    if ('interrupted' in taken) return this.#onChoice({ kind: 'interrupt' });
    if ('cancelled' in taken) {
      if (this.#visiting) return this.#onChoice({ kind: 'back' });
      return this.#shown.show({ overlay: undefined, notice: undefined, fault: undefined });
    }
    if ('given' in taken) return this.#handIn(form, taken.given);
    this.#shown.show({ overlay: taken.form, fault: undefined });
    this.#typing = setTimeout(() => this.#tellFault(taken.form), TYPED);
  }

  /** The page is left: nothing is told any more. */
  stop(): void {
    clearTimeout(this.#typing);
  }

  /** What is wrong is told while typing stops, not while it goes on. */
  #tellFault(form: ActionForm): void {
    if (this.#shown.view.overlay !== form || form.fault !== undefined) return;
    const fault = faultInHand(form);
    if (fault !== undefined) this.#shown.show({ overlay: { ...form, fault } });
  }

  async #handIn(form: ActionForm, given: Given): Promise<void> {
    const done = await carryOut(this.#shown.desk, form, given);
    if ('form' in done) return this.#shown.show({ overlay: done.form });
    await this.#done(form, done.conversation);
  }

  async #doNow(form: ActionForm, given: Given): Promise<void> {
    const done = await carryOut(this.#shown.desk, form, given);
    if (!('form' in done)) return this.#done(form, done.conversation);
    await this.#live.reread();
    const { fault, meanwhile } = done.form;
    const { words } = this.#shown.voice;
    this.#shown.tell(meanwhile ?? (fault === undefined ? '' : refusedHere(words, fault)));
  }

  async #done({ action, scene }: ActionForm, after: Conversation): Promise<void> {
    this.#visiting = false;
    this.#shown.show({ overlay: undefined, fault: undefined });
    await this.#live.reread();
    if (action.name === 'undo' || action.name === 'redo') {
      // The log says what it was.
      return this.#shown.tell(this.#shown.view.page.timeline.at(-1)?.words ?? '');
    }
    const { voice } = this.#shown;
    const before = scene.conversation.state;
    this.#shown.tell(doneText(voice, action.name, before, after.state));
  }
}
