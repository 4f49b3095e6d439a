import type { Given } from '../../desk/actions/action.ts';
import { doneText } from '../../desk/actions/done-text.ts';
import { actionNamed } from '../../desk/actions/index.ts';
import type { ActionName } from '../../desk/actions/names.ts';
import { type ComplaintPage, complaintPageOf } from '../../desk/complaint-page.ts';
import type { Desk } from '../../desk/desk.ts';
import { faultText } from '../../desk/fault-text.ts';
import { proposedStep } from '../../desk/proposed-action.ts';
import { refusalText } from '../../desk/refusal-text.ts';
import type { Voice } from '../../desk/saying.ts';
import { changesText } from '../../desk/timeline.ts';
import { whyDue } from '../../desk/why-due.ts';
import type { ComplaintState } from '../../rules/state.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import { carryOut } from '../action-form/carry-out.ts';
import { type ActionForm, faultInHand, openForm } from '../action-form/form.ts';
import { takeFormKey } from '../action-form/take-form-key.ts';
import { matchBinding } from '../kit/bindings.ts';
import { KeyQueue } from '../kit/key-queue.ts';
import { eachCharacter, type Key } from '../kit/keys.ts';
import { openPalette, type Palette, takePaletteKey } from '../kit/palette.ts';
import { type ComplaintAction, complaintBindings } from './bindings.ts';
import { type SectionName, sectionNames } from './sections.ts';
import { findEntries } from './session/find-entries.ts';
import { presetBy, stepFor } from './session/in-hand.ts';
import { entryInHand, movedBy } from './session/pane.ts';
import type { ComplaintChoice, ComplaintView } from './view.ts';

/** How often it is looked whether another window wrote, and the clocks in words are said anew; in ms. */
const REFRESH = 1000;
/** A fault is told once typing has stopped for so long; in milliseconds. */
const TYPED = 600;

/** What a session begins with. */
export interface ComplaintOptions {
  readonly desk: Desk;
  readonly voice: Voice;
  readonly page: ComplaintPage;
  /** An action that is asked for from elsewhere; leaving its form leaves the page. */
  readonly act?: ActionName | undefined;
  readonly onChoice: (choice: ComplaintChoice) => void;
}

/** The page of a complaint on a screen: keys go in, views come out. It knows nothing of React. */
export class ComplaintSession {
  readonly #desk: Desk;
  readonly #voice: Voice;
  readonly #onChoice: ComplaintOptions['onChoice'];
  readonly #listeners = new Set<() => void>();
  readonly #keys = new KeyQueue((key) => this.#guarded(() => this.#take(key)));
  #view: ComplaintView;
  #size = { columns: 80, rows: 16 };
  #seen: number;
  #typing: NodeJS.Timeout | undefined;
  /** The form was asked for from elsewhere, and is where one was. */
  #visiting: boolean;

  constructor({ desk, voice, page, act, onChoice }: ComplaintOptions) {
    this.#desk = desk;
    this.#voice = voice;
    this.#onChoice = onChoice;
    this.#seen = desk.store.dataVersion();
    this.#visiting = act !== undefined;
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
    if (act !== undefined) void this.#guarded(() => this.#do(act));
  }

  view = (): ComplaintView => this.#view;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Keeps the page up to date while it is shown. @returns what stops that */
  begin = (): (() => void) => {
    void this.#guarded(() => this.#reread());
    const timer = setInterval(() => void this.#guarded(() => this.#tick()), REFRESH);
    return () => {
      clearInterval(timer);
      clearTimeout(this.#typing);
    };
  };

  /**
   * @param columns width of a section
   * @param rows rows of it that are seen at once
   */
  resize = (columns: number, rows: number): void => {
    this.#size = { columns, rows };
  };

  press = (key: Key): void => {
    this.#keys.press(this.#view.overlay === undefined ? eachCharacter(key) : [key]);
  };

  /** What fails is told on the screen; the page stays. */
  async #guarded(work: () => Promise<void> | void): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#show({ fault: faultText(this.#voice.words, error), notice: undefined });
    }
  }

  #take(key: Key): Promise<void> | void {
    const { overlay } = this.#view;
    if (overlay?.kind === 'action') return this.#takeInForm(overlay, key);
    if (overlay !== undefined) return this.#takeInPalette(overlay, key);
    const action = matchBinding(complaintBindings, key, { typing: false });
    if (action !== undefined) return this.#act(action);
    const moved = movedBy(this.#view, key, this.#size);
    if (moved !== undefined) this.#show({ ...moved, notice: undefined });
  }

  #act(action: ComplaintAction): Promise<void> | void {
    if (isSection(action)) return this.#see(action.slice('see:'.length) as SectionName);
    if (isDeskAction(action)) return this.#do(action.slice('do:'.length) as ActionName);
    switch (action) {
      case 'proceed':
        return this.#proceed();
      case 'resume':
        return this.#onChoice({ kind: 'resume', id: this.#id });
      case 'actions':
      case 'find':
        return this.#show({ overlay: openPalette('find'), notice: undefined });
      case 'keys':
        return this.#show({ overlay: openPalette('keys'), notice: undefined });
      case 'next-section':
        return this.#seeNext(1);
      case 'section-before':
        return this.#seeNext(-1);
      case 'why':
        return this.#why();
      case 'undo-this':
        return this.#undoThis();
      case 'search':
        return this.#onChoice({ kind: 'search' });
      case 'leave':
        return this.#onChoice({ kind: 'back' });
      case 'interrupt':
        return this.#onChoice({ kind: 'interrupt' });
    }
  }

  get #id(): ComplaintPage['conversation']['state']['id'] {
    return this.#view.page.conversation.state.id;
  }

  /** Enter: what is in hand is opened or dealt with, else what wants doing next is. */
  #proceed(): Promise<void> | void {
    const { page } = this.#view;
    const entry = entryInHand(this.#view, this.#size.columns);
    if (entry?.kind === 'complaint') return this.#onChoice({ kind: 'open', id: entry.id });
    const step = stepFor(entry, page.conversation.state) ?? proposedStep(page.scene);
    if (step === undefined) return this.#tell(this.#voice.words.say('complaint.nothing-left'));
    return step === 'resume' ? this.#onChoice({ kind: 'resume', id: this.#id }) : this.#do(step);
  }

  #see(section: SectionName): void {
    if (section !== this.#view.section) {
      this.#show({ section, scroll: 0, index: 0, notice: undefined, fault: undefined });
    }
  }

  #seeNext(by: 1 | -1): void {
    const at = sectionNames.indexOf(this.#view.section) + by;
    const section = sectionNames.at(at % sectionNames.length);
    if (section !== undefined) this.#see(section);
  }

  async #why(): Promise<void> {
    const { now, whyDue: told, section } = this.#view;
    if (section === 'clocks' && told !== undefined) return this.#show({ whyDue: undefined });
    const { store, playbook } = this.#desk;
    const explained = await whyDue(store.read, this.#id, playbook, now);
    this.#see('clocks');
    this.#show({ whyDue: explained });
  }

  #undoThis(): Promise<void> | void {
    const entry = entryInHand(this.#view, this.#size.columns);
    if (entry?.kind !== 'event') return this.#tell(this.#voice.words.say('why-not.undo-this'));
    return this.#do('undo', { event: entry.n });
  }

  /** Opens the form of an action, or does it at once where it needs no asking. */
  async #do(name: ActionName, given?: Given): Promise<void> {
    const { page } = this.#view;
    const action = actionNamed(name);
    const refusal = action.refuses(page.scene);
    if (refusal !== undefined) {
      this.#visiting = false;
      return this.#tell(refusalText(this.#voice.words, refusal));
    }
    const preset = given ?? presetBy(entryInHand(this.#view, this.#size.columns), action);
    const form = openForm({
      action,
      scene: page.scene,
      voice: this.#voice,
      desk: this.#desk,
      preset,
    });
    if (name === 'undo' || form.fields.length === 0) return this.#handIn(form, preset);
    this.#show({ overlay: form, notice: undefined, fault: undefined });
  }

  #takeInForm(form: ActionForm, key: Key): Promise<void> | void {
    clearTimeout(this.#typing);
    const { columns, rows } = this.#size;
    const taken = takeFormKey(form, key, { columns: columns - 4, rows });
    if (taken === undefined) return;
    if ('interrupted' in taken) return this.#onChoice({ kind: 'interrupt' });
    if ('cancelled' in taken) {
      if (this.#visiting) return this.#onChoice({ kind: 'back' });
      return this.#show({ overlay: undefined, notice: undefined, fault: undefined });
    }
    if ('given' in taken) return this.#handIn(form, taken.given);
    this.#show({ overlay: taken.form, fault: undefined });
    this.#typing = setTimeout(() => this.#tellFault(taken.form), TYPED);
  }

  /** What is wrong is told while typing stops, not while it goes on. */
  #tellFault(form: ActionForm): void {
    if (this.#view.overlay !== form || form.fault !== undefined) return;
    const fault = faultInHand(form);
    if (fault !== undefined) this.#show({ overlay: { ...form, fault } });
  }

  async #handIn(form: ActionForm, given: Given): Promise<void> {
    const done = await carryOut(this.#desk, form, given);
    if ('form' in done) {
      if (form.fields.length > 0 && form.action.name !== 'undo') {
        return this.#show({ overlay: done.form });
      }
      await this.#reread();
      const { words } = this.#voice;
      const { fault, meanwhile } = done.form;
      return this.#tell(meanwhile ?? (fault === undefined ? '' : refusalText(words, fault)));
    }
    this.#visiting = false;
    const before = this.#view.page.conversation.state;
    this.#show({ overlay: undefined, fault: undefined });
    await this.#reread();
    this.#tell(this.#doneText(form, before));
  }

  #doneText({ action }: ActionForm, before: ComplaintState): string {
    const { conversation, timeline } = this.#view.page;
    if (action.name === 'undo' || action.name === 'redo') return timeline.at(-1)?.words ?? '';
    return doneText(this.#voice, action.name, before, conversation.state);
  }

  #takeInPalette(palette: Palette, key: Key): Promise<void> | void {
    if (matchBinding(complaintBindings, key, { typing: false }) === 'interrupt') {
      return this.#onChoice({ kind: 'interrupt' });
    }
    const entries = findEntries(this.#view);
    const taken = takePaletteKey(palette, key, entries, this.#size.columns - 20);
    if (taken === undefined) return;
    if ('closed' in taken) return this.#show({ overlay: undefined, notice: undefined });
    if ('palette' in taken) return this.#show({ overlay: taken.palette, notice: undefined });
    const { does, not } = taken.picked;
    if (not !== undefined) return this.#tell(not);
    this.#show({ overlay: undefined, notice: undefined });
    return this.#act(does);
  }

  /** Another window may have written; and the clocks go on. */
  async #tick(): Promise<void> {
    const version = this.#desk.store.dataVersion();
    if (version !== this.#seen) {
      this.#seen = version;
      await this.#reread();
    }
    this.#show({ now: this.#desk.now() });
  }

  /** Reads the page anew, and says what another window did since it was read. */
  async #reread(): Promise<void> {
    const before = this.#view.page.conversation.state;
    const page = await complaintPageOf(this.#desk, this.#voice, before.id);
    if (page === undefined) return;
    const changes = page.timeline.filter(
      ({ n, agent }) => n > before.revision && agent !== this.#desk.agent.name,
    );
    const told = changesText(this.#voice, this.#desk.agent.name, changes, 'known');
    const { overlay, whyDue: explained } = this.#view;
    const changed = page.conversation.state.revision !== before.revision;
    this.#show({
      page,
      now: this.#desk.now(),
      whyDue: changed ? undefined : explained,
      ...(told === undefined ? {} : { notice: safeLine(told) }),
      // A form that was handed in since knows already, and says what Enter does now.
      ...(told !== undefined && overlay?.kind === 'action' && isBehind(overlay, page)
        ? { overlay: { ...overlay, meanwhile: told } }
        : {}),
    });
  }

  #tell(notice: string): void {
    this.#show({ notice: safeLine(notice), fault: undefined });
  }

  #show(changes: Partial<ComplaintView>): void {
    this.#view = { ...this.#view, ...changes };
    for (const listener of this.#listeners) listener();
  }
}

const isBehind = ({ scene }: ActionForm, { conversation }: ComplaintPage): boolean =>
  scene.conversation.state.revision < conversation.state.revision;

const isSection = (action: ComplaintAction): action is `see:${SectionName}` =>
  action.startsWith('see:');

const isDeskAction = (action: ComplaintAction): action is `do:${ActionName}` =>
  action.startsWith('do:');
