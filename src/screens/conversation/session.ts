import { openConversation } from '../../desk/act.ts';
import { finish } from '../../desk/converse.ts';
import { type Acted, type Desk, occasionOf } from '../../desk/desk.ts';
import { faultText } from '../../desk/fault-text.ts';
import { type CustomerHistory, findCustomers, historyOf } from '../../desk/find-customers.ts';
import { takeHint } from '../../desk/hint.ts';
import { keepPlace, type Place } from '../../desk/place.ts';
import { refusalText } from '../../desk/refusal-text.ts';
import type { Voice } from '../../desk/saying.ts';
import { summaryText } from '../../desk/summary-text.ts';
import { redo, type Undone, undo } from '../../desk/undo.ts';
import type { Conversation } from '../../rules/conversation.ts';
import { questionOfEvent } from '../../rules/event-question.ts';
import { missingBefore, nextQuestion, questionAfter, questionBefore } from '../../rules/flow.ts';
import { type FoundPhrase, type PhraseFinder, phraseFinder } from '../../rules/phrases.ts';
import { type QuestionName, questionNamed, questions } from '../../rules/questions.ts';
import { summarise } from '../../rules/summary.ts';
import { type Refusal, refuse } from '../../rules/values.ts';
import { type SafeText, safeLine } from '../../terminal/safe-text.ts';
import { matchBinding } from '../kit/bindings.ts';
import { clamp } from '../kit/clamp.ts';
import { eachCharacter, type Key } from '../kit/keys.ts';
import { replaceRange, setText, textOf } from '../kit/text-buffer.ts';
import { applyTextKey } from '../kit/text-keys.ts';
import { type ConversationAction, conversationBindings } from './bindings.ts';
import { withHits } from './fields/customer.ts';
import type { Field, FieldContext, Submission } from './fields/field.ts';
import { draftOf, isTyping, openField, submitField, typeInField } from './fields/open-field.ts';
import { partBefore, withdrawPicked } from './fields/promises.ts';
import {
  type LeaveForm,
  type LeaveWay,
  leavePartBefore,
  openLeaveForm,
  submitLeaveForm,
  typeLeaveForm,
} from './leave-form.ts';
import { linesFor } from './lines.ts';
import { openPalette, type Palette, paletteEntries } from './palette.ts';
import { leaveBy, perform } from './perform.ts';

/** How many people the search shows while a name is typed. */
const HITS = 8;
/** Typing is kept once it stops for this long, and at the latest after a second of it (in ms). */
const KEEP_AFTER = 300;
const KEEP_AT_LATEST = 1000;

/** What the screen shows of a conversation: everything there is to draw, and nothing else. */
export interface ConversationView {
  readonly conversation: Conversation;
  readonly context: FieldContext;
  /** The question in hand; undefined once the conversation is over. */
  readonly at: QuestionName | undefined;
  readonly field: Field | undefined;
  /** Why Enter did not go on: told beside the field while typing stands still. */
  readonly fault: SafeText | undefined;
  /** What just happened, such as an undo. */
  readonly notice: SafeText | undefined;
  /** Which of the lines to say is shown. */
  readonly line: number;
  readonly lines: readonly string[];
  /** Phrases in the text in hand that make it worse (P16). */
  readonly phrases: readonly FoundPhrase[];
  readonly overlay: LeaveForm | Palette | undefined;
  readonly history: CustomerHistory | undefined;
  /** Rows the record is scrolled by, at the end. */
  readonly scroll: number;
}

/** How a conversation was left. */
export type ConversationEnd = 'finished' | 'left' | 'cancelled';

/** A conversation on a screen: keys go in, views come out. It knows nothing of React. */
export interface ConversationSession {
  readonly view: () => ConversationView;
  readonly subscribe: (listener: () => void) => () => void;
  /** Keys are taken one after the other; one that asks the desk for something holds the next back. */
  readonly press: (key: Key) => void;
  /** The size of the field, which moving up and down in a text depends on. */
  readonly resize: (columns: number, rows: number) => void;
  /** Stores what is typed and not yet kept; for the moment before the program ends. */
  readonly keep: () => Promise<void>;
  readonly actionReason: (action: ConversationAction) => string | undefined;
}

export interface SessionOptions {
  readonly desk: Desk;
  readonly voice: Voice;
  readonly conversation: Conversation;
  readonly place: Place;
  readonly onEnd: (end: ConversationEnd) => void;
}

/** @returns a session that begins at a place of a conversation. */
export function startSession(options: SessionOptions): ConversationSession {
  return new Session(options);
}

class Session implements ConversationSession {
  readonly #desk: Desk;
  readonly #voice: Voice;
  readonly #onEnd: SessionOptions['onEnd'];
  readonly #findPhrases: PhraseFinder;
  readonly #listeners = new Set<() => void>();
  readonly #waiting: Key[] = [];
  #working = false;
  #size = { columns: 78, rows: 8 };
  #view: ConversationView;
  /** The draft as the desk has it, and the timer that will bring it up to date. */
  #kept = '';
  #keepTimer: NodeJS.Timeout | undefined;
  #unkeptSince: number | undefined;

  constructor({ desk, voice, conversation, place, onEnd }: SessionOptions) {
    this.#desk = desk;
    this.#voice = voice;
    this.#onEnd = onEnd;
    this.#findPhrases = phraseFinder(conversation.playbook.phrases);
    this.#view = this.#viewAt(
      conversation,
      place.question,
      place.draft === '' ? undefined : place.draft,
    );
    this.#kept = place.draft;
    if (conversation.state.finishedAt !== undefined)
      this.#view = this.#viewAt(conversation, undefined);
    void this.#settle();
  }

  view = (): ConversationView => this.#view;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  press = (key: Key): void => {
    const typesText = this.#view.overlay !== undefined || this.#view.field?.kind !== 'offers';
    this.#waiting.push(...(typesText ? [key] : eachCharacter(key)));
    if (!this.#working) void this.#work();
  };

  resize = (columns: number, rows: number): void => {
    if (this.#size.columns === columns && this.#size.rows === rows) return;
    this.#size = { columns, rows };
    this.#show({ context: this.#contextOf(this.#view.conversation) });
  };

  keep = async (): Promise<void> => {
    clearTimeout(this.#keepTimer);
    this.#keepTimer = undefined;
    this.#unkeptSince = undefined;
    const { at, field, conversation } = this.#view;
    if (at === undefined || field === undefined) return;
    const draft = draftOf(field);
    if (draft === this.#kept) return;
    await keepPlace(this.#desk, conversation, { question: at, draft });
    this.#kept = draft;
  };

  actionReason = (action: ConversationAction): string | undefined => {
    const key = this.#whyNot(action);
    return key && this.#voice.words.say(key);
  };

  async #work(): Promise<void> {
    this.#working = true;
    for (let key = this.#waiting.shift(); key !== undefined; key = this.#waiting.shift()) {
      try {
        await this.#take(key);
      } catch (error) {
        // The disk is full, the file is locked: what is typed stays where it is.
        this.#show({ fault: faultText(this.#voice.words, error) });
      }
    }
    this.#working = false;
  }

  async #take(key: Key): Promise<void> {
    const { overlay } = this.#view;
    if (overlay?.kind === 'leave') return this.#takeInLeaveForm(overlay, key);
    if (overlay !== undefined) return this.#takeInPalette(overlay, key);
    if (this.#view.at === undefined) return this.#takeAtEnd(key);
    const { field } = this.#view;
    if (field !== undefined && isEditUndo(key)) {
      const edited = typeInField(field, key, this.#view.context);
      if (edited !== undefined && edited !== field) return this.#typed(edited);
    }
    const typing = field !== undefined && isTyping(field);
    const action = matchBinding(conversationBindings, key, { typing });
    if (action !== undefined) return this.#do(action);
    const next = field && typeInField(field, key, this.#view.context);
    if (next !== undefined) await this.#typed(next);
  }

  async #do(action: ConversationAction): Promise<void> {
    const reason = this.actionReason(action);
    if (reason !== undefined) return this.#show({ notice: safeLine(reason) });
    switch (action) {
      case 'next':
        return this.#next();
      case 'back':
        return this.#back();
      case 'undo':
        return this.#compensate(undo(this.#desk, this.#view.conversation), 'notice.undone');
      case 'redo':
        return this.#compensate(redo(this.#desk, this.#view.conversation), 'notice.redone');
      case 'handover':
      case 'callback':
      case 'wait':
      case 'supervisor':
        return this.#openLeaveForm(action);
      case 'another-line':
        return this.#show({ line: (this.#view.line + 1) % Math.max(1, this.#view.lines.length) });
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
  async #next(): Promise<void> {
    const { field, context, at } = this.#view;
    if (field === undefined || at === undefined) return;
    const submission = submitField(field, context);
    if ('same' in submission) return this.#goAfter(at);
    return this.#carryOut(submission);
  }

  async #carryOut(submission: Submission): Promise<void> {
    if ('refusal' in submission) return this.#refuse(submission.refusal);
    if ('field' in submission) return this.#typed(submission.field);
    if ('same' in submission) return;
    const { commit } = submission;
    const before = this.#view.at;
    const acted = await perform(this.#desk, this.#view.conversation, commit);
    if (!acted.ok) return this.#refused(acted);
    const { conversation } = acted;
    // It is on disk: whatever goes wrong with drawing it, the next answer builds on this one.
    this.#view = { ...this.#view, conversation };
    const stays = commit.kind === 'promise' || commit.kind === 'withdraw';
    const next = stays ? before : this.#questionFrom(conversation, before);
    await this.#goTo(conversation, next);
  }

  /** After an answer: the question behind it when it is open, else the first open one. */
  #questionFrom(
    conversation: Conversation,
    before: QuestionName | undefined,
  ): QuestionName | undefined {
    if (conversation.state.finishedAt !== undefined) return undefined;
    const open = nextQuestion(conversation)?.name;
    // Going back to put something right, and Enter, comes back to where the conversation was.
    return open ?? (before && questionAfter(conversation, before)?.name) ?? questions.at(-1)?.name;
  }

  async #goAfter(at: QuestionName): Promise<void> {
    const { conversation } = this.#view;
    const next = questionAfter(conversation, at);
    if (next === undefined) {
      const open = nextQuestion(conversation)?.name;
      return open === undefined ? this.#finish() : this.#goTo(conversation, open);
    }
    const missing = missingBefore(conversation, next.name);
    return this.#goTo(conversation, missing?.name ?? next.name);
  }

  /** Everything is said, and only the ending was taken back. */
  async #finish(): Promise<void> {
    const ended = await finish(this.#desk, this.#view.conversation);
    return ended.ok ? this.#goTo(ended.conversation, undefined) : this.#refused(ended);
  }

  async #back(): Promise<void> {
    const { field, conversation, at } = this.#view;
    const part = field?.kind === 'promises' ? partBefore(field) : undefined;
    if (part !== undefined) return this.#typed(part);
    const before = at && questionBefore(conversation, at);
    if (before === undefined) return this.#show({ notice: this.#say('notice.first') });
    await this.#goTo(conversation, before.name);
  }

  /** Unconfirmed text goes along as the place's draft, so that going back costs nothing. */
  async #goTo(conversation: Conversation, at: QuestionName | undefined): Promise<void> {
    clearTimeout(this.#keepTimer);
    this.#view = { ...this.#viewAt(conversation, at), history: this.#view.history };
    this.#kept = '';
    if (at !== undefined && at !== nextQuestion(conversation)?.name) {
      await keepPlace(this.#desk, conversation, { question: at, draft: '' });
    }
    await this.#settle();
  }

  #typed(field: Field): Promise<void> | void {
    const phrases =
      'buffer' in field && field.question.name === 'apology'
        ? this.#findPhrases(textOf(field.buffer))
        : [];
    const fault = entryFault(field);
    this.#show({
      field,
      phrases,
      fault: fault && refusalText(this.#voice.words, fault),
      notice: undefined,
      lines:
        field.kind === 'offers'
          ? linesFor(this.#desk, this.#view.conversation, field, this.#voice)
          : this.#view.lines,
    });
    this.#keepSoon();
    if (field.kind === 'customer' && this.#waiting.length === 0) return this.#search();
  }

  /** What has to be read after the question in hand changed. */
  async #settle(): Promise<void> {
    const { conversation, field } = this.#view;
    const { customer, state } = conversation;
    if (field?.kind === 'customer') await this.#search();
    if (customer === undefined) return this.#show({ history: undefined });
    this.#show({ history: await historyOf(this.#desk, customer.id, state.id) });
    if (state.revision === 1) await this.#hint();
  }

  async #hint(): Promise<void> {
    if (await takeHint(this.#desk, 'conversation'))
      this.#show({ notice: this.#say('hint.conversation') });
  }

  async #search(): Promise<void> {
    const { field } = this.#view;
    if (field?.kind !== 'customer') return;
    const hits = await findCustomers(this.#desk, textOf(field.buffer), HITS);
    const now = this.#view.field;
    if (now?.kind === 'customer') this.#show({ field: withHits(now, hits) });
  }

  async #compensate(
    done: Promise<Undone>,
    notice: 'notice.undone' | 'notice.redone',
  ): Promise<void> {
    const undone = await done;
    if (!undone.ok) return this.#refused(undone);
    const { conversation, event } = undone;
    const question = event && questionOfEvent(event);
    await this.#goTo(conversation, question ?? nextQuestion(conversation)?.name);
    const { words } = this.#voice;
    const what =
      question === undefined ? words.say('notice.ending') : words.say(`question.${question}`);
    this.#show({ notice: safeLine(words.say(notice, { what })) });
  }

  #takeLine(): void {
    const { field, lines, line } = this.#view;
    const say = lines[line];
    if (field?.kind !== 'text' || say === undefined) return;
    this.#typed({ ...field, buffer: setText(field.buffer, say) });
  }

  /** The better wording stands in place of the first phrase that makes it worse (P16). */
  #reword(): void {
    const { field, phrases } = this.#view;
    const [found] = phrases;
    if (field?.kind !== 'text' || found === undefined) return;
    const { start, end, phrase } = found;
    this.#typed({ ...field, buffer: replaceRange(field.buffer, start, end, phrase.better) });
  }

  async #withdraw(): Promise<void> {
    const { field, context } = this.#view;
    if (field?.kind !== 'promises') return;
    const submission = withdrawPicked(field, context);
    if (submission === undefined) return this.#show({ notice: this.#say('why-not.withdraw') });
    return this.#carryOut(submission);
  }

  #openLeaveForm(way: LeaveWay): void {
    const moment = {
      handover: 'handover',
      callback: 'callback',
      wait: 'waiting',
      supervisor: 'escalated',
    } as const;
    this.#show({
      overlay: openLeaveForm(way, this.#view.context),
      lines: linesFor(this.#desk, this.#view.conversation, moment[way], this.#voice),
      line: 0,
      notice: undefined,
      fault: undefined,
    });
  }

  async #takeInLeaveForm(form: LeaveForm, key: Key): Promise<void> {
    const action = matchBinding(conversationBindings, key, { typing: true });
    if (action === 'leave') return this.#closeOverlay();
    if (action === 'interrupt') return this.#end('cancelled');
    if (action === 'another-line') return this.#do(action);
    if (action === 'back') return this.#show({ overlay: leavePartBefore(form) ?? form });
    if (action === 'next') return this.#submitLeaveForm(form);
    const typed = typeLeaveForm(form, key, this.#size.columns);
    if (typed !== undefined) this.#show({ overlay: typed });
  }

  async #submitLeaveForm(form: LeaveForm): Promise<void> {
    const done = submitLeaveForm(form, this.#view.context);
    if ('form' in done) return this.#show({ overlay: done.form });
    const { conversation } = this.#view;
    const summary = summaryText(this.#voice, summarise(conversation), conversation.playbook);
    await this.keep();
    const acted = await leaveBy(this.#desk, conversation, done.leaving, summary);
    if (!acted.ok) {
      const [fault] = acted.refusals;
      return this.#show({ overlay: { ...form, fault } });
    }
    await this.#restoreDraft(acted.conversation);
    this.#show({ conversation: acted.conversation });
    this.#onEnd('left');
  }

  /** A desk call sets the place to the next question; what was being typed goes back into it. */
  async #restoreDraft(conversation: Conversation): Promise<void> {
    const { at, field } = this.#view;
    if (at === undefined || field === undefined) return;
    await keepPlace(this.#desk, conversation, { question: at, draft: draftOf(field) });
  }

  async #takeInPalette(palette: Palette, key: Key): Promise<void> {
    const action = matchBinding(conversationBindings, key, { typing: true });
    if (action === 'leave' || action === 'find' || action === 'keys') return this.#closeOverlay();
    if (action === 'interrupt') return this.#end('cancelled');
    const entries = paletteEntries(palette, this.#view.context, this.actionReason);
    if (action === 'next') return this.#pick(entries[palette.index]);
    if (key.kind === 'key' && (key.name === 'up' || key.name === 'down')) {
      const index = clamp(palette.index + (key.name === 'up' ? -1 : 1), 0, entries.length - 1);
      return this.#show({ overlay: { ...palette, index } });
    }
    const buffer = applyTextKey(palette.buffer, key, this.#size.columns, 1);
    if (buffer !== undefined) this.#show({ overlay: { ...palette, buffer, index: 0 } });
  }

  async #pick(entry: ReturnType<typeof paletteEntries>[number] | undefined): Promise<void> {
    if (entry === undefined) return;
    if (entry.not !== undefined) return this.#show({ notice: safeLine(entry.not) });
    this.#closeOverlay();
    if ('action' in entry.does) return this.#do(entry.does.action);
    return this.#goTo(this.#view.conversation, entry.does.question);
  }

  /** The last page: the whole record, and Enter to leave it. */
  async #takeAtEnd(key: Key): Promise<void> {
    const action = matchBinding(conversationBindings, key, { typing: false });
    if (action === 'next' || action === 'leave') return this.#end('finished');
    if (action === 'interrupt') return this.#end('finished');
    if (action === 'undo' || action === 'redo') return this.#do(action);
    if (key.kind !== 'key') return;
    const page = Math.max(1, this.#size.rows - 1);
    const move = { up: -1, down: 1, pageup: -page, pagedown: page }[key.name as string];
    if (move !== undefined) this.#show({ scroll: Math.max(0, this.#view.scroll + move) });
  }

  #closeOverlay(): void {
    const { conversation, field, at } = this.#view;
    const lines = linesFor(
      this.#desk,
      conversation,
      field?.kind === 'offers' ? field : at,
      this.#voice,
    );
    this.#show({ overlay: undefined, lines, line: 0, notice: undefined });
  }

  async #end(end: ConversationEnd): Promise<void> {
    await this.keep();
    this.#onEnd(end);
  }

  #keepSoon(): void {
    this.#unkeptSince ??= Date.now();
    const left = this.#unkeptSince + KEEP_AT_LATEST - Date.now();
    clearTimeout(this.#keepTimer);
    this.#keepTimer = setTimeout(() => void this.#keepNow(), clamp(KEEP_AFTER, 0, left));
  }

  async #keepNow(): Promise<void> {
    try {
      await this.keep();
    } catch (error) {
      this.#show({ fault: faultText(this.#voice.words, error) });
    }
  }

  /** A refusal by the desk; where another window was first, the record is read again. */
  async #refused(acted: Acted & { readonly ok: false }): Promise<void> {
    const [refusal] = acted.refusals;
    if (refusal === undefined) return;
    if (refusal.code === 'changed_elsewhere') await this.#reread();
    this.#refuse(refusal);
  }

  async #reread(): Promise<void> {
    const fresh = await openConversation(this.#desk, this.#view.conversation.state.id);
    if (fresh === undefined) return;
    const { field } = this.#view;
    this.#view = this.#viewAt(fresh, this.#view.at, field && draftOf(field));
    await this.#settle();
  }

  #refuse(refusal: Refusal): void {
    this.#show({ fault: refusalText(this.#voice.words, refusal), notice: undefined });
  }

  #whyNot(action: ConversationAction) {
    const { field, phrases, lines, at } = this.#view;
    switch (action) {
      case 'reword':
        return phrases.length === 0 ? 'why-not.reword' : undefined;
      case 'take-line':
        return field?.kind !== 'text' || lines.length === 0 ? 'why-not.take-line' : undefined;
      case 'another-line':
        return lines.length < 2 ? 'why-not.another-line' : undefined;
      case 'withdraw':
        return field?.kind !== 'promises' ? 'why-not.withdraw' : undefined;
      case 'back':
        return at === 'customer' ? 'notice.first' : undefined;
      default:
        return undefined;
    }
  }

  #viewAt(
    conversation: Conversation,
    at: QuestionName | undefined,
    draft?: string,
  ): ConversationView {
    const context = this.#contextOf(conversation);
    const question =
      conversation.state.finishedAt === undefined
        ? questionNamed(at ?? nextQuestion(conversation)?.name ?? 'thanked')
        : undefined;
    const field = question && openField(question, context, draft);
    return {
      conversation,
      context,
      at: question?.name,
      field,
      fault: undefined,
      notice: undefined,
      line: 0,
      lines: linesFor(
        this.#desk,
        conversation,
        field?.kind === 'offers' ? field : (question?.name ?? 'farewell'),
        this.#voice,
      ),
      phrases:
        field?.kind === 'text' && question?.name === 'apology'
          ? this.#findPhrases(textOf(field.buffer))
          : [],
      overlay: undefined,
      history: undefined,
      scroll: 0,
    };
  }

  #contextOf(conversation: Conversation): FieldContext {
    return {
      conversation,
      occasion: occasionOf(this.#desk),
      ...this.#voice,
      zone: this.#desk.zone,
      ...this.#size,
    };
  }

  #say(key: 'notice.first' | 'hint.conversation' | 'why-not.withdraw'): SafeText {
    return safeLine(this.#voice.words.say(key));
  }

  #show(changes: Partial<ConversationView>): void {
    this.#view = { ...this.#view, ...changes };
    for (const listener of this.#listeners) listener();
  }
}

/** Undo and redo first belong to the text in hand, then to the answers. */
const isEditUndo = (key: Key): boolean =>
  key.kind === 'key' && key.ctrl && (key.name === 'z' || key.name === 'y');

/** What the field could not take in: too long a paste, or characters that cannot be stored. */
function entryFault(field: Field): Refusal | undefined {
  if (field.kind === 'offers') return field.fault;
  const { refused } = field.buffer;
  if (refused === 'too-long') {
    return refuse('too_long', { longest: field.question.longest ?? 0 }, field.question.name);
  }
  return refused === undefined ? undefined : refuse('unprintable', {}, field.question.name);
}
