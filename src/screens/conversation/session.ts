import { warmNumbers } from '../../desk/customer.ts';
import type { Desk } from '../../desk/desk.ts';
import { takeHint } from '../../desk/hint.ts';
import type { Place } from '../../desk/place.ts';
import type { Voice } from '../../desk/saying.ts';
import { handedOnText } from '../../desk/taken-over.ts';
import type { Conversation } from '../../rules/conversation.ts';
import { phraseFinder } from '../../rules/phrases.ts';
import type { ComplaintId } from '../../rules/values.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import { matchBinding } from '../kit/bindings.ts';
import { KeyQueue } from '../kit/key-queue.ts';
import { eachCharacter, type Key } from '../kit/keys.ts';
import { type ConversationAction, conversationBindings } from './bindings.ts';
import { isTyping, typeInField } from './fields/open-field.ts';
import { Answering } from './session/answering.ts';
import { readBeside } from './session/beside.ts';
import { Comparing } from './session/comparing.ts';
import { Editing } from './session/editing.ts';
import { Palettes } from './session/palettes.ts';
import { Places } from './session/places.ts';
import { scrolledBy } from './session/record-page.ts';
import { mergeIntoLikeliest, takeAsSamePerson } from './session/same-as-before.ts';
import { Shown } from './session/shown.ts';
import { SideForms } from './session/side-forms.ts';
import { takeBack } from './session/taking-back.ts';
import { type ConversationView, viewAt } from './view.ts';
import { whyNot } from './why-not.ts';

/** How a conversation was left. */
export type ConversationEnd = 'finished' | 'left' | 'cancelled';

/** What a session begins with. */
export interface SessionOptions {
  readonly desk: Desk;
  readonly voice: Voice;
  readonly conversation: Conversation;
  readonly place: Place;
  /** Whether somebody else heard the story, so that one says who one is first (P8). */
  readonly takenOver?: boolean;
  readonly onEnd: (end: ConversationEnd) => void;
  /** It turned out to be an earlier complaint, which goes on. */
  readonly onEarlier: (id: ComplaintId) => void;
}

/**
 * A conversation on a screen: keys go in, views come out. It knows nothing of React. What a key
 * means depends on what is in front: a form or the palette, the field in hand, or the record.
 */
export class ConversationSession {
  readonly #onEnd: SessionOptions['onEnd'];
  readonly #onEarlier: SessionOptions['onEarlier'];
  readonly #shown: Shown;
  readonly #keys = new KeyQueue((key) => this.#guarded(() => this.#take(key)));
  readonly #places: Places;
  readonly #editing: Editing;
  readonly #answering: Answering;
  readonly #forms: SideForms;
  readonly #palettes: Palettes;
  readonly #comparing: Comparing;
  /** Rows of the record that are seen at once on the last page. */
  #recordRows = 1;

  constructor({ desk, voice, conversation, place, onEnd, onEarlier, ...options }: SessionOptions) {
    this.#onEnd = onEnd;
    this.#onEarlier = onEarlier;
    const findPhrases = phraseFinder(conversation.playbook.phrases);
    const takenOver = options.takenOver === true ? conversation.state.revision : undefined;
    const scene = { desk, voice, findPhrases, size: { columns: 74, rows: 8 }, takenOver };
    const draft = place.draft === '' ? undefined : place.draft;
    const shown = new Shown(scene, viewAt(scene, conversation, { at: place.question, draft }));
    const places = new Places(shown, place);
    this.#shown = shown;
    this.#comparing = new Comparing(shown);
    this.#places = places;
    this.#editing = new Editing(shown, places, this.#keys);
    this.#answering = new Answering(shown, places, this.#editing);
    this.#forms = new SideForms(shown, places, () => {
      this.#comparing.stop();
      onEnd('left');
    });
    this.#palettes = new Palettes(shown, places, this.actionReason);
  }

  view = (): ConversationView => this.#shown.view;

  subscribe = (listener: () => void): (() => void) => this.#shown.subscribe(listener);

  /** Reads what stands beside the first question: who called last, or what was before. */
  begin = (): void => {
    void this.#guarded(async () => {
      await readBeside(this.#shown);
      const { scene, view } = this.#shown;
      if (scene.takenOver !== undefined) return this.#tellHandedOn();
      if (view.conversation.state.revision <= 1 && (await takeHint(scene.desk, 'conversation'))) {
        this.#shown.show({ notice: safeLine(scene.voice.words.say('hint.conversation')) });
      }
      // What the first phone number waits for, while the first line is being said.
      await warmNumbers(scene.desk);
    });
  };

  /** Whoever takes it over reads who gave it to them, and why, before anything is said (P8). */
  async #tellHandedOn(): Promise<void> {
    const { scene, view } = this.#shown;
    const told = await handedOnText(scene.desk, scene.voice, view.conversation);
    if (told !== undefined) this.#shown.show({ notice: safeLine(told) });
  }

  press = (key: Key): void => {
    const { overlay, field } = this.#shown.view;
    const asText = overlay !== undefined || field?.kind !== 'offers';
    this.#keys.press(asText ? [key] : eachCharacter(key));
  };

  /**
   * @param columns width of the field, which moving up and down in a text depends on
   * @param rows height of the field
   * @param recordRows rows of the record on the last page
   */
  resize = (columns: number, rows: number, recordRows: number): void => {
    this.#recordRows = recordRows;
    this.#shown.resize(columns, rows);
  };

  /** Stores what is typed and not yet kept; for the moment before the program ends. */
  keep = (): Promise<void> => {
    this.#comparing.stop();
    return this.#places.keep();
  };

  /** @returns in words why an action cannot be done now, or undefined when it can. */
  actionReason = (action: ConversationAction): string | undefined => {
    const key = whyNot(action, this.#shown.view);
    return key && this.#shown.scene.voice.words.say(key);
  };

  /** What fails is told on the screen; the conversation goes on. */
  async #guarded(work: () => Promise<void> | void): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#shown.fail(error);
    }
  }

  #take(key: Key): Promise<void> | void {
    const { overlay, field, at, context } = this.#shown.view;
    if (overlay?.kind === 'form') return this.#forms.take(overlay, key, this.#act);
    if (overlay?.kind === 'similar') return this.#comparing.take(overlay, key, this.#act);
    if (overlay !== undefined) return this.#palettes.take(overlay, key, this.#act);
    if (at === undefined || field === undefined) return this.#takeAtEnd(key);
    const edited = isEditUndo(key) ? typeInField(field, key, context) : undefined;
    if (edited !== undefined && edited !== field) return this.#editing.typed(edited);
    const action = matchBinding(conversationBindings, key, { typing: isTyping(field) });
    if (action !== undefined) return this.#act(action);
    const next = typeInField(field, key, context);
    if (next !== undefined) return this.#editing.typed(next);
  }

  #act = (action: ConversationAction): Promise<void> | void => {
    const reason = this.actionReason(action);
    if (reason !== undefined) return this.#shown.tell(reason);
    const { line, lines } = this.#shown.view;
    switch (action) {
      case 'next':
        return this.#answering.next();
      case 'back':
        return this.#answering.back();
      case 'withdraw':
        return this.#answering.withdraw();
      case 'undo':
      case 'redo':
        return takeBack(this.#shown, this.#places, action);
      case 'handover':
      case 'callback':
      case 'wait':
      case 'supervisor':
      case 'details':
        return this.#forms.open(action);
      case 'same-complaint':
        return this.#goOnWithEarlier();
      case 'same-person':
        return takeAsSamePerson(this.#shown, this.#places);
      case 'similar':
        return this.#comparing.open();
      case 'another-line':
        return this.#shown.show({ line: (line + 1) % lines.length });
      case 'take-line':
        return this.#editing.takeLine();
      case 'reword':
        return this.#editing.reword();
      case 'find':
      case 'keys':
        return this.#palettes.open(action);
      case 'leave':
        return this.#end('left');
      case 'interrupt':
        return this.#end('cancelled');
    }
  };

  async #goOnWithEarlier(): Promise<void> {
    const earlier = await mergeIntoLikeliest(this.#shown, this.#places);
    if (earlier === undefined) return;
    this.#comparing.stop();
    this.#onEarlier(earlier);
  }

  /** The last page: the whole record, and Enter to leave it. */
  #takeAtEnd(key: Key): Promise<void> | void {
    const action = matchBinding(conversationBindings, key, { typing: false });
    if (action === 'next' || action === 'leave' || action === 'interrupt') {
      return this.#end('finished');
    }
    if (action === 'undo' || action === 'redo') return this.#act(action);
    const { scene, view } = this.#shown;
    const page = { columns: scene.size.columns + 2, rows: this.#recordRows };
    const scroll = scrolledBy(view, key, page);
    if (scroll !== undefined) this.#shown.show({ scroll });
  }

  /** A text that cannot be kept is told before the screen is left; Ctrl+C is never held back. */
  async #end(end: ConversationEnd): Promise<void> {
    try {
      await this.keep();
    } catch (error) {
      if (end !== 'cancelled') throw error;
    }
    this.#onEnd(end);
  }
}

/** Undo and redo first belong to the text in hand, then to the answers. */
const isEditUndo = (key: Key): boolean =>
  key.kind === 'key' && key.ctrl && (key.name === 'z' || key.name === 'y');
