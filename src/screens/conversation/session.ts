import { openConversation } from '../../desk/act.ts';
import { finish } from '../../desk/converse.ts';
import type { Acted, Desk } from '../../desk/desk.ts';
import { faultText } from '../../desk/fault-text.ts';
import { findCustomers, historyOf } from '../../desk/find-customers.ts';
import { takeHint } from '../../desk/hint.ts';
import { keepPlace, type Place } from '../../desk/place.ts';
import { refusalText } from '../../desk/refusal-text.ts';
import type { Voice } from '../../desk/saying.ts';
import { summaryText } from '../../desk/summary-text.ts';
import { redo, type Undone, undo } from '../../desk/undo.ts';
import type { Conversation } from '../../rules/conversation.ts';
import { questionOfEvent } from '../../rules/event-question.ts';
import { missingBefore, nextQuestion, questionAfter, questionBefore } from '../../rules/flow.ts';
import { phraseFinder } from '../../rules/phrases.ts';
import { isQuestionName, LAST_QUESTION, type QuestionName } from '../../rules/questions.ts';
import { summarise } from '../../rules/summary.ts';
import type { Refusal } from '../../rules/values.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import { matchBinding } from '../kit/bindings.ts';
import { clamp } from '../kit/clamp.ts';
import { eachCharacter, type Key } from '../kit/keys.ts';
import { setText, textOf } from '../kit/text-buffer.ts';
import { applyTextKey } from '../kit/text-keys.ts';
import { type ConversationAction, conversationBindings } from './bindings.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { awaitsHits, withHits } from './fields/customer.ts';
import { entryFault } from './fields/entry-fault.ts';
import type { Field, Submission } from './fields/field.ts';
import { draftOf, isTyping, submitField, typeInField, unconfirmedIn } from './fields/open-field.ts';
import { partBefore, withdrawPicked } from './fields/promises.ts';
import { recordLines } from './known-text.ts';
import { linesFor } from './lines.ts';
import { openPalette, type Palette, type PaletteEntry, paletteEntries } from './palette.ts';
import { changeDetails, leaveBy, perform } from './perform.ts';
import { reworded } from './reword.ts';
import {
  formPartBefore,
  openSideForm,
  type SideForm,
  type SideFormKind,
  submitSideForm,
  typeSideForm,
} from './side-form.ts';
import {
  type ConversationView,
  contextOf,
  linesAt,
  phrasesIn,
  type Scene,
  viewAt,
} from './view.ts';
import { whyNot } from './why-not.ts';

/** How many people the search shows while a name is typed. */
const HITS = 8;

/** How a conversation was left. */
export type ConversationEnd = 'finished' | 'left' | 'cancelled';

/** What a session begins with. */
export interface SessionOptions {
  readonly desk: Desk;
  readonly voice: Voice;
  readonly conversation: Conversation;
  readonly place: Place;
  readonly onEnd: (end: ConversationEnd) => void;
}

/**
 * A conversation on a screen: keys go in, views come out. It knows nothing of React. Keys are taken
 * one after the other; one that asks the desk for something holds the next back, so that hurried
 * fingers answer the question they mean.
 */
export class ConversationSession {
  readonly #onEnd: SessionOptions['onEnd'];
  readonly #listeners = new Set<() => void>();
  readonly #waiting: Key[] = [];
  readonly #keeper: DraftKeeper;
  #working = false;
  #page = 1;
  #scene: Scene;
  #view: ConversationView;
  /** Where the conversation stands as the desk has it. */
  #kept: Place;
  /** What was typed in questions that were left without Enter: there again on coming back. */
  readonly #aside = new Map<QuestionName, string>();

  constructor({ desk, voice, conversation, place, onEnd }: SessionOptions) {
    this.#onEnd = onEnd;
    this.#scene = {
      desk,
      voice,
      findPhrases: phraseFinder(conversation.playbook.phrases),
      size: { columns: 74, rows: 8 },
    };
    const draft = place.draft === '' ? undefined : place.draft;
    this.#view = viewAt(this.#scene, conversation, { at: place.question, draft });
    this.#kept = place;
    this.#keeper = new DraftKeeper(
      () => this.#storePlace(),
      (error) => this.#show({ fault: faultText(voice.words, error) }),
    );
  }

  view = (): ConversationView => this.#view;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads what stands beside the first question: who called last, or what was before. */
  begin = (): void => {
    void this.#guarded(async () => {
      await this.#settle();
      if (this.#view.conversation.state.revision > 1) return;
      if (await takeHint(this.#scene.desk, 'conversation')) {
        this.#show({ notice: safeLine(this.#scene.voice.words.say('hint.conversation')) });
      }
    });
  };

  press = (key: Key): void => {
    const asText = this.#view.overlay !== undefined || this.#view.field?.kind !== 'offers';
    this.#waiting.push(...(asText ? [key] : eachCharacter(key)));
    if (!this.#working) void this.#work();
  };

  /**
   * @param columns width of the field, which moving up and down in a text depends on
   * @param rows height of the field
   * @param page rows of the record on the last page
   */
  resize = (columns: number, rows: number, page: number): void => {
    const { size } = this.#scene;
    this.#page = page;
    if (size.columns === columns && size.rows === rows) return;
    this.#scene = { ...this.#scene, size: { columns, rows } };
    this.#show({ context: contextOf(this.#scene, this.#view.conversation) });
  };

  /** Stores what is typed and not yet kept; for the moment before the program ends. */
  keep = (): Promise<void> => this.#keeper.keep();

  /** @returns in words why an action cannot be done now, or undefined when it can. */
  actionReason = (action: ConversationAction): string | undefined => {
    const key = whyNot(action, this.#view);
    return key && this.#scene.voice.words.say(key);
  };

  async #work(): Promise<void> {
    this.#working = true;
    for (let key = this.#waiting.shift(); key !== undefined; key = this.#waiting.shift()) {
      const taken = key;
      await this.#guarded(() => this.#take(taken));
    }
    this.#working = false;
  }

  /** The disk is full, the file is locked: what is typed stays where it is, and says why. */
  async #guarded(work: () => Promise<void> | void): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#show({ fault: faultText(this.#scene.voice.words, error) });
    }
  }

  #take(key: Key): Promise<void> | void {
    const { overlay, field, at, context } = this.#view;
    if (overlay?.kind === 'form') return this.#takeInForm(overlay, key);
    if (overlay !== undefined) return this.#takeInPalette(overlay, key);
    if (at === undefined || field === undefined) return this.#takeAtEnd(key);
    const edited = isEditUndo(key) ? typeInField(field, key, context) : undefined;
    if (edited !== undefined && edited !== field) return this.#typed(edited);
    const action = matchBinding(conversationBindings, key, { typing: isTyping(field) });
    if (action !== undefined) return this.#do(action);
    const next = typeInField(field, key, context);
    if (next !== undefined) return this.#typed(next);
  }

  #do(action: ConversationAction): Promise<void> | void {
    const reason = this.actionReason(action);
    if (reason !== undefined) return this.#tell(reason);
    const { desk } = this.#scene;
    const { conversation, line, lines } = this.#view;
    switch (action) {
      case 'next':
        return this.#next();
      case 'back':
        return this.#back();
      case 'undo':
        return this.#compensate(undo(desk, conversation), 'notice.undone');
      case 'redo':
        return this.#compensate(redo(desk, conversation), 'notice.redone');
      case 'handover':
      case 'callback':
      case 'wait':
      case 'supervisor':
      case 'details':
        return this.#openForm(action);
      case 'another-line':
        return this.#show({ line: (line + 1) % lines.length });
      case 'take-line':
        return this.#takeLine();
      case 'reword':
        return this.#reword();
      case 'withdraw':
        return this.#withdraw();
      case 'find':
      case 'keys':
        return this.#show({ overlay: openPalette(action), notice: undefined });
      case 'leave':
        return this.#end('left');
      case 'interrupt':
        return this.#end('cancelled');
    }
  }

  /** Enter and Tab: confirm what is there and go on. */
  #next(): Promise<void> | void {
    const { field, context, at } = this.#view;
    // Hurried fingers press Enter before the search has come back: nobody else may be taken.
    if (field?.kind === 'customer' && awaitsHits(field)) {
      return this.#search().then(() => this.#next());
    }
    if (field === undefined || at === undefined) return;
    const submission = submitField(field, context);
    return 'same' in submission ? this.#goAfter(at) : this.#carryOut(submission);
  }

  async #carryOut(submission: Submission): Promise<void> {
    if ('refusal' in submission) return this.#refuse(submission.refusal);
    if ('field' in submission) return this.#typed(submission.field);
    if ('same' in submission) return;
    const { commit } = submission;
    const { at, conversation: before } = this.#view;
    const acted = await perform(this.#scene.desk, before, commit);
    if (!acted.ok) return this.#refused(acted);
    const { conversation } = acted;
    // It is on disk: whatever goes wrong with drawing it, the next answer builds on this one.
    const samePerson = conversation.customer?.id === before.customer?.id;
    const history = samePerson ? this.#view.history : undefined;
    this.#view = { ...this.#view, conversation, history, field: undefined };
    this.#kept = placeAfter(conversation);
    if (at !== undefined) this.#aside.delete(at);
    const stays = commit.kind === 'promise' || commit.kind === 'withdraw';
    if (stays) return this.#goTo(conversation, at);
    // Going back to put something right, and Enter, comes back to where the conversation was.
    const open = nextQuestion(conversation)?.name;
    return open === undefined ? this.#finish(conversation) : this.#goTo(conversation, open);
  }

  async #goAfter(at: QuestionName): Promise<void> {
    const { conversation } = this.#view;
    const next = questionAfter(conversation, at);
    if (next !== undefined) {
      const missing = missingBefore(conversation, next.name);
      return this.#goTo(conversation, missing?.name ?? next.name);
    }
    const open = nextQuestion(conversation)?.name;
    if (open !== undefined) return this.#goTo(conversation, open);
    // Everything is said, and only the ending was taken back.
    return this.#finish(conversation);
  }

  /** Ends the conversation, or leads to the answer that is not true any more. */
  async #finish(conversation: Conversation): Promise<void> {
    const ended = await finish(this.#scene.desk, conversation);
    if (ended.ok) return this.#goTo(ended.conversation, undefined);
    const [refusal] = ended.refusals;
    const field = refusal?.field ?? '';
    await this.#goTo(conversation, isQuestionName(field) ? field : this.#view.at);
    return this.#refused(ended);
  }

  #back(): Promise<void> | void {
    const { field, conversation, at } = this.#view;
    const part = field?.kind === 'promises' ? partBefore(field) : undefined;
    if (part !== undefined) return this.#typed(part);
    const before = at && questionBefore(conversation, at);
    if (before !== undefined) return this.#goTo(conversation, before.name);
  }

  async #goTo(conversation: Conversation, at: QuestionName | undefined): Promise<void> {
    this.#keeper.forget();
    this.#setAside();
    const { history } = this.#view;
    const draft = this.#aside.get(at ?? placeAfter(conversation).question);
    this.#view = viewAt(this.#scene, conversation, { at, draft, history });
    await this.#storePlace();
    await this.#settle();
  }

  /** Going somewhere else never wipes what was typed. */
  #setAside(): void {
    const { at, field, context } = this.#view;
    if (at === undefined || field === undefined) return;
    const draft = unconfirmedIn(field, context);
    if (draft === '') this.#aside.delete(at);
    else this.#aside.set(at, draft);
  }

  #typed(field: Field): Promise<void> | void {
    const fault = entryFault(field);
    this.#show({
      field,
      phrases: phrasesIn(this.#scene, field),
      fault: fault && refusalText(this.#scene.voice.words, fault),
      notice: undefined,
      ...(field.kind === 'offers'
        ? { lines: linesAt(this.#scene, this.#view.conversation, field, this.#view.at), line: 0 }
        : {}),
    });
    this.#keeper.typed();
    // With more keys waiting, the answer to this one would be old before it is seen.
    if (field.kind === 'customer' && this.#waiting.length === 0) return this.#search();
  }

  /** What has to be read after the question in hand changed. */
  async #settle(): Promise<void> {
    const { conversation, field, history } = this.#view;
    const { customer, state } = conversation;
    if (field?.kind === 'customer') await this.#search();
    const before =
      customer && (history ?? (await historyOf(this.#scene.desk, customer.id, state.id)));
    this.#show({ history: before });
  }

  async #search(): Promise<void> {
    const { field } = this.#view;
    if (field?.kind !== 'customer') return;
    const text = textOf(field.buffer);
    const hits = await findCustomers(this.#scene.desk, text, HITS);
    const now = this.#view.field;
    if (now?.kind === 'customer') this.#show({ field: withHits(now, text, hits) });
  }

  async #compensate(
    done: Promise<Undone>,
    notice: 'notice.undone' | 'notice.redone',
  ): Promise<void> {
    const undone = await done;
    if (!undone.ok) return this.#refused(undone);
    const { conversation, event } = undone;
    const question = event && questionOfEvent(event);
    this.#view = { ...this.#view, history: undefined };
    this.#kept = placeAfter(conversation);
    await this.#goTo(conversation, question);
    const { words } = this.#scene.voice;
    const what = words.say(question === undefined ? 'notice.ending' : `question.${question}`);
    this.#show({ notice: safeLine(words.say(notice, { what })) });
  }

  #takeLine(): Promise<void> | void {
    const { field, lines, line } = this.#view;
    const say = lines[line];
    if (field?.kind !== 'text' || say === undefined) return;
    return this.#typed({ ...field, buffer: setText(field.buffer, say) });
  }

  /** The better wording stands in place of the first phrase that makes it worse (P16). */
  #reword(): Promise<void> | void {
    const { field, phrases, context } = this.#view;
    const [found] = phrases;
    if (field?.kind !== 'text' || found === undefined) return;
    const buffer = reworded(field.buffer, found, context.words.language);
    return this.#typed({ ...field, buffer });
  }

  #withdraw(): Promise<void> | void {
    const { field, context } = this.#view;
    if (field?.kind !== 'promises') return;
    const submission = withdrawPicked(field, context);
    if (submission !== undefined) return this.#carryOut(submission);
    this.#tell(this.#scene.voice.words.say('why-not.withdraw'));
  }

  #openForm(form: SideFormKind): void {
    const { desk, voice } = this.#scene;
    const { conversation, context } = this.#view;
    const moment = momentOf[form];
    this.#show({
      overlay: openSideForm(form, context),
      ...(moment === undefined
        ? {}
        : { lines: linesFor(desk, conversation, moment, voice), line: 0 }),
      notice: undefined,
      fault: undefined,
    });
  }

  #takeInForm(form: SideForm, key: Key): Promise<void> | void {
    const action = matchBinding(conversationBindings, key, { typing: true });
    if (action === 'leave') return this.#closeOverlay();
    if (action === 'interrupt' || action === 'another-line') return this.#do(action);
    if (action === 'back') return this.#show({ overlay: formPartBefore(form) ?? form });
    if (action === 'next') return this.#submitForm(form);
    const typed = typeSideForm(form, key, this.#scene.size.columns);
    if (typed !== undefined) this.#show({ overlay: typed });
  }

  async #submitForm(form: SideForm): Promise<void> {
    const { desk, voice } = this.#scene;
    const { conversation, at, field, context } = this.#view;
    const done = submitSideForm(form, context);
    if ('form' in done) return this.#show({ overlay: done.form });
    const acted =
      'details' in done
        ? await changeDetails(desk, conversation, done.details)
        : await leaveBy(desk, conversation, done.leaving, summaryOf(conversation, voice));
    if (!acted.ok) {
      await this.#freshened(acted);
      return this.#show({ overlay: { ...form, fault: acted.refusals[0] } });
    }
    this.#kept = placeAfter(acted.conversation);
    // A detail may have answered the question in hand; what is being typed there keeps its place.
    const stays = 'leaving' in done || (field && unconfirmedIn(field, context) !== '');
    await this.#goTo(acted.conversation, stays ? at : undefined);
    if ('leaving' in done) this.#onEnd('left');
  }

  #takeInPalette(palette: Palette, key: Key): Promise<void> | void {
    const action = matchBinding(conversationBindings, key, { typing: true });
    if (action === 'leave' || action === 'back' || action === palette.kind) {
      return this.#closeOverlay();
    }
    if (action === 'interrupt') return this.#do(action);
    const entries = paletteEntries(palette, this.#view.context, this.actionReason);
    if (action === 'next') return this.#pick(entries[palette.index]);
    if (key.kind === 'key' && (key.name === 'up' || key.name === 'down')) {
      const index = clamp(palette.index + (key.name === 'up' ? -1 : 1), 0, entries.length - 1);
      return this.#show({ overlay: { ...palette, index }, notice: undefined });
    }
    const buffer = applyTextKey(palette.buffer, key, this.#scene.size.columns, 1);
    if (buffer !== undefined) this.#show({ overlay: { ...palette, buffer, index: 0 } });
  }

  #pick(entry: PaletteEntry | undefined): Promise<void> | void {
    if (entry === undefined) return;
    if (entry.not !== undefined) return this.#tell(entry.not);
    this.#closeOverlay();
    if ('action' in entry.does) return this.#do(entry.does.action);
    return this.#goTo(this.#view.conversation, entry.does.question);
  }

  /** The last page: the whole record, and Enter to leave it. */
  #takeAtEnd(key: Key): Promise<void> | void {
    const action = matchBinding(conversationBindings, key, { typing: false });
    if (action === 'next' || action === 'leave' || action === 'interrupt') {
      return this.#end('finished');
    }
    if (action === 'undo' || action === 'redo') return this.#do(action);
    if (key.kind !== 'key') return;
    // One row of the page before stays in view, so that the eye finds its place again.
    const page = Math.max(1, this.#page - 1);
    const moves: Partial<Record<string, number>> = {
      up: -1,
      down: 1,
      pageup: -page,
      pagedown: page,
    };
    const move = moves[key.name];
    if (move === undefined) return;
    const rows = recordLines(this.#view, this.#scene.size.columns + 2).length;
    this.#show({ scroll: clamp(this.#view.scroll + move, 0, Math.max(0, rows - this.#page)) });
  }

  #closeOverlay(): void {
    const { conversation, field, at } = this.#view;
    const lines = linesAt(this.#scene, conversation, field, at);
    this.#show({ overlay: undefined, lines, line: 0, notice: undefined });
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

  /** Writes the question in hand and what is typed there, unless the desk has just that. */
  async #storePlace(): Promise<void> {
    const { at, field, conversation, context } = this.#view;
    if (at === undefined || field === undefined) return;
    const place = { question: at, draft: unconfirmedIn(field, context) };
    if (place.question === this.#kept.question && place.draft === this.#kept.draft) return;
    await keepPlace(this.#scene.desk, conversation, place);
    this.#kept = place;
  }

  /** A refusal by the desk, told beside the field. */
  async #refused(acted: Acted & { readonly ok: false }): Promise<void> {
    const [refusal] = acted.refusals;
    if (refusal === undefined) return;
    await this.#freshened(acted);
    this.#refuse(refusal);
  }

  /** Where another window went on, the next Enter builds on what it did, with what is typed here. */
  async #freshened({ refusals: [refusal] }: Acted & { readonly ok: false }): Promise<void> {
    if (refusal?.code !== 'changed_elsewhere') return;
    const { conversation, at, field } = this.#view;
    const fresh = await openConversation(this.#scene.desk, conversation.state.id);
    if (fresh === undefined) return;
    this.#view = viewAt(this.#scene, fresh, { at, draft: field && draftOf(field) });
    this.#kept = placeAfter(fresh);
    await this.#settle();
  }

  #refuse(refusal: Refusal): void {
    this.#show({ fault: refusalText(this.#scene.voice.words, refusal), notice: undefined });
  }

  /** What was just asked for is answered, also where a fault stands beside the field. */
  #tell(notice: string): void {
    this.#show({ notice: safeLine(notice), fault: undefined });
  }

  #show(changes: Partial<ConversationView>): void {
    this.#view = { ...this.#view, ...changes };
    for (const listener of this.#listeners) listener();
  }
}

/** Where the desk sees a conversation after any change: at its next open question. */
const placeAfter = (conversation: Conversation) => ({
  question: nextQuestion(conversation)?.name ?? LAST_QUESTION,
  draft: '',
});

/** What is said while a form is filled in. */
const momentOf: Readonly<Record<SideFormKind, string | undefined>> = {
  handover: 'handover',
  callback: 'callback',
  wait: 'waiting',
  supervisor: 'escalated',
  details: undefined,
};

const summaryOf = (conversation: Conversation, voice: Voice): string =>
  summaryText(voice, summarise(conversation), conversation.playbook);

/** Undo and redo first belong to the text in hand, then to the answers. */
const isEditUndo = (key: Key): boolean =>
  key.kind === 'key' && key.ctrl && (key.name === 'z' || key.name === 'y');
