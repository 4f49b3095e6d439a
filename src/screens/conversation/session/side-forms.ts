import { changeCustomerFacts } from '../../../desk/customer.ts';
import { zoneOfPhone } from '../../../desk/customers/their-zone.ts';
import { leaveBy, waysOut } from '../../../desk/ways-out.ts';
import { othersHere } from '../../../desk/who-takes-it.ts';
import { matchBinding } from '../../kit/bindings.ts';
import type { Key } from '../../kit/keys.ts';
import { type Act, conversationBindings } from '../bindings.ts';
import { unconfirmedIn } from '../fields/open-field.ts';
import { linesFor } from '../lines.ts';
import {
  formPartBefore,
  openSideForm,
  refusedForm,
  type SideForm,
  type SideFormKind,
  submitSideForm,
  typeSideForm,
} from '../side-form.ts';
import { closeOverlay } from './overlay.ts';
import { catchUp } from './overtaken.ts';
import type { Places } from './places.ts';
import type { Shown } from './shown.ts';

/** The small forms over the conversation: the ways out of it, and the customer's details. */
export class SideForms {
  readonly #shown: Shown;
  readonly #places: Places;
  readonly #onLeft: () => void;

  /** @param onLeft is told once the conversation was left by one of the ways out */
  constructor(shown: Shown, places: Places, onLeft: () => void) {
    this.#shown = shown;
    this.#places = places;
    this.#onLeft = onLeft;
  }

  async open(form: SideFormKind): Promise<void> {
    const { desk, voice } = this.#shown.scene;
    const others = form === 'handover' ? await othersHere(desk.store.read, desk.agent.name) : [];
    await zoneOfPhone(this.#shown.view.conversation.customer?.phone, desk.now());
    const { conversation, context } = this.#shown.view;
    const moment = form === 'details' ? undefined : waysOut[form].moment;
    this.#shown.show({
      overlay: openSideForm(form, context, others),
      ...(moment === undefined
        ? {}
        : { lines: linesFor(desk, conversation, moment, voice), line: 0 }),
      notice: undefined,
      fault: undefined,
    });
  }

  /** @param act does what is no matter of the form: saying another line, and Ctrl+C */
  take(form: SideForm, key: Key, act: Act): Promise<void> | void {
    const action = matchBinding(conversationBindings, key, { typing: true });
    if (action === 'leave') return closeOverlay(this.#shown);
    if (action === 'interrupt' || action === 'another-line') return act(action);
    if (action === 'back') return this.#shown.show({ overlay: formPartBefore(form) ?? form });
    if (action === 'next') return this.#submit(form);
    const typed = typeSideForm(form, key, this.#shown.scene.size.columns);
    if (typed !== undefined) this.#shown.show({ overlay: typed });
  }

  async #submit(form: SideForm): Promise<void> {
    const { desk, voice } = this.#shown.scene;
    const { conversation, at, field, context } = this.#shown.view;
    const done = submitSideForm(form, context);
    if ('form' in done) return this.#shown.show({ overlay: done.form });
    const acted =
      'details' in done
        ? await changeCustomerFacts(desk, conversation, done.details)
        : await leaveBy(desk, voice, conversation, done.leaving);
    if (!acted.ok) {
      const told = await catchUp(this.#shown, this.#places, acted);
      this.#shown.show({
        overlay: refusedForm(form, told === undefined ? acted.refusals[0] : undefined),
      });
      if (told !== undefined) this.#shown.warn(told);
      return;
    }
    this.#places.moved(acted.conversation);
    // A detail may have answered the question in hand; what is being typed there keeps its place.
    const stays = 'leaving' in done || (field && unconfirmedIn(field, context) !== '');
    await this.#places.goTo(acted.conversation, stays ? at : undefined);
    if ('leaving' in done) this.#onLeft();
  }
}
