import type { ActionName } from '../../desk/actions/names.ts';
import type { ComplaintPage } from '../../desk/complaint-page.ts';
import type { Desk } from '../../desk/desk.ts';
import { faultText } from '../../desk/fault-text.ts';
import { takeHint } from '../../desk/hint.ts';
import { proposedStep } from '../../desk/proposed-action.ts';
import type { Voice } from '../../desk/saying.ts';
import { whyDue } from '../../desk/why-due.ts';
import { keyName, matchBinding } from '../kit/bindings.ts';
import { KeyQueue } from '../kit/key-queue.ts';
import { eachCharacter, type Key } from '../kit/keys.ts';
import { openPalette, type Palette, takePaletteKey } from '../kit/palette.ts';
import { type ComplaintAction, complaintBindings, type PageAction } from './bindings.ts';
import { type SectionName, sectionNames } from './sections.ts';
import { Acting } from './session/acting.ts';
import { findEntries } from './session/find-entries.ts';
import { stepFor } from './session/in-hand.ts';
import { Live } from './session/live.ts';
import { entryInHand, movedBy } from './session/pane.ts';
import { Shown } from './session/shown.ts';
import type { ComplaintChoice, ComplaintView } from './view.ts';

/** How often it is looked whether another window wrote; in milliseconds. */
const LOOK = 1000;

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
  readonly #onChoice: ComplaintOptions['onChoice'];
  readonly #keys = new KeyQueue((key) => this.#guarded(() => this.#take(key)));
  readonly #shown: Shown;
  readonly #live: Live;
  readonly #acting: Acting;

  constructor({ desk, voice, page, act, onChoice }: ComplaintOptions) {
    this.#onChoice = onChoice;
    this.#shown = new Shown(desk, voice, page);
    this.#live = new Live(this.#shown);
    this.#acting = new Acting(this.#shown, this.#live, onChoice, act !== undefined);
    if (act !== undefined) void this.#guarded(() => this.#acting.start(act));
  }

  view = (): ComplaintView => this.#shown.view;

  subscribe = (listener: () => void): (() => void) => this.#shown.subscribe(listener);

  /** Keeps the page up to date while it is shown. @returns what stops that */
  begin = (): (() => void) => {
    void this.#guarded(async () => {
      await this.#live.reread();
      await this.#hint();
    });
    const timer = setInterval(() => void this.#guarded(() => this.#live.look()), LOOK);
    return () => {
      clearInterval(timer);
      this.#acting.stop();
    };
  };

  /**
   * @param columns width of a section
   * @param rows rows of it that are seen at once
   */
  resize = (columns: number, rows: number): void => {
    this.#shown.size = { columns, rows };
  };

  press = (key: Key): void => {
    this.#keys.press(this.#shown.view.overlay === undefined ? eachCharacter(key) : [key]);
  };

  /** What fails is told on the screen; the page stays, and what is typed. */
  async #guarded(work: () => Promise<void> | void): Promise<void> {
    try {
      await work();
    } catch (error) {
      const fault = faultText(this.#shown.voice.words, error);
      this.#shown.show({ fault, notice: undefined });
    }
  }

  /** The first time somebody meets the page it says how it is used; never twice. */
  async #hint(): Promise<void> {
    const { desk, voice, view } = this.#shown;
    // Why what was asked for cannot be done is not talked over.
    if (view.overlay !== undefined || view.notice !== undefined) return;
    if (!(await takeHint(desk, 'complaint'))) return;
    this.#shown.tell(voice.words.say('hint.complaint', keyNames));
  }

  #take(key: Key): Promise<void> | void {
    const { overlay } = this.#shown.view;
    if (overlay?.kind === 'action') return this.#acting.take(overlay, key);
    if (overlay !== undefined) return this.#find(overlay, key);
    const action = matchBinding(complaintBindings, key, { typing: false });
    if (action !== undefined) return this.#do(action);
    const moved = movedBy(this.#shown.view, key, this.#shown.size);
    if (moved !== undefined) this.#shown.show({ ...moved, notice: undefined, fault: undefined });
  }

  #do(action: ComplaintAction): Promise<void> | void {
    if (isSection(action)) return this.#see(action.slice('see:'.length) as SectionName);
    if (isDeskAction(action)) return this.#acting.start(action.slice('do:'.length) as ActionName);
    return this.#does[action]();
  }

  readonly #does: Readonly<Record<PageAction, () => Promise<void> | void>> = {
    proceed: () => this.#proceed(),
    resume: () => this.#onChoice({ kind: 'resume', id: this.#shown.id }),
    actions: () => this.#openPalette('find'),
    find: () => this.#openPalette('find'),
    keys: () => this.#openPalette('keys'),
    'next-section': () => this.#seeNext(1),
    'section-before': () => this.#seeNext(-1),
    why: () => this.#why(),
    'undo-this': () => this.#undoThis(),
    search: () => this.#onChoice({ kind: 'search' }),
    leave: () => this.#onChoice({ kind: 'back' }),
    interrupt: () => this.#onChoice({ kind: 'interrupt' }),
  };

  /** Enter: what is in hand is opened or dealt with, else what wants doing next is. */
  #proceed(): Promise<void> | void {
    const { view, size, voice, id } = this.#shown;
    const entry = entryInHand(view, size.columns);
    if (entry?.kind === 'complaint') return this.#onChoice({ kind: 'open', id: entry.id });
    const { conversation, scene } = view.page;
    const step = stepFor(entry, conversation.state) ?? proposedStep(scene);
    if (step === undefined) return this.#shown.tell(voice.words.say('complaint.nothing-left'));
    return step === 'resume' ? this.#onChoice({ kind: 'resume', id }) : this.#acting.start(step);
  }

  #openPalette(kind: Palette['kind']): void {
    this.#shown.show({ overlay: openPalette(kind), notice: undefined, fault: undefined });
  }

  #see(section: SectionName): void {
    if (section === this.#shown.view.section) return;
    this.#shown.show({ section, scroll: 0, index: 0, notice: undefined, fault: undefined });
  }

  #seeNext(by: 1 | -1): void {
    const at = sectionNames.indexOf(this.#shown.view.section) + by;
    const section = sectionNames.at(at % sectionNames.length);
    if (section !== undefined) this.#see(section);
  }

  /** Tells why the clocks stand where they stand, or no longer. */
  async #why(): Promise<void> {
    const { view, desk, id } = this.#shown;
    if (view.section === 'clocks' && view.whyDue !== undefined) {
      return this.#shown.show({ whyDue: undefined });
    }
    const explained = await whyDue(desk.store.read, id, desk.playbook, view.now);
    this.#see('clocks');
    this.#shown.show({ whyDue: explained });
  }

  #undoThis(): Promise<void> | void {
    const { view, size, voice } = this.#shown;
    const entry = entryInHand(view, size.columns);
    if (entry?.kind === 'event') return this.#acting.start('undo', { event: entry.n });
    this.#shown.tell(voice.words.say('why-not.undo-this'));
  }

  #find(palette: Palette, key: Key): Promise<void> | void {
    if (matchBinding(complaintBindings, key, { typing: false }) === 'interrupt') {
      return this.#onChoice({ kind: 'interrupt' });
    }
    const entries = findEntries(this.#shown.view);
    const taken = takePaletteKey(palette, key, entries, this.#shown.size.columns);
    if (taken === undefined) return;
    if ('closed' in taken) return this.#shown.show({ overlay: undefined, notice: undefined });
    if ('palette' in taken) {
      return this.#shown.show({ overlay: taken.palette, notice: undefined });
    }
    const { does, not } = taken.picked;
    if (not !== undefined) return this.#shown.tell(not);
    this.#shown.show({ overlay: undefined, notice: undefined });
    return this.#do(does);
  }
}

/** The keys that a message names by what they do: letters and Tab, which every terminal shows. */
const keyNames = Object.fromEntries(
  complaintBindings.map(({ action, keys }) => [
    `key_${action.replaceAll('-', '_')}`,
    keyName(keys[0] ?? ''),
  ]),
);

const isSection = (action: ComplaintAction): action is `see:${SectionName}` =>
  action.startsWith('see:');

const isDeskAction = (action: ComplaintAction): action is `do:${ActionName}` =>
  action.startsWith('do:');
