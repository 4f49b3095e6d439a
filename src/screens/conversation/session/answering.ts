import { finish } from '../../../desk/converse.ts';
import type { Conversation } from '../../../rules/conversation.ts';
import { missingBefore, nextQuestion, questionAfter, questionBefore } from '../../../rules/flow.ts';
import { isQuestionName, type QuestionName } from '../../../rules/questions.ts';
import { awaitsHits } from '../fields/customer.ts';
import type { Submission } from '../fields/field.ts';
import { submitField } from '../fields/open-field.ts';
import { partBefore, withdrawPicked } from '../fields/promises.ts';
import { perform } from '../perform.ts';
import { searchCustomers } from './beside.ts';
import type { Editing } from './editing.ts';
import { tellRefused } from './overtaken.ts';
import type { Places } from './places.ts';
import type { Shown } from './shown.ts';

/** Confirms what is in the field, and goes on, back, or to the end. */
export class Answering {
  readonly #shown: Shown;
  readonly #places: Places;
  readonly #editing: Editing;

  constructor(shown: Shown, places: Places, editing: Editing) {
    this.#shown = shown;
    this.#places = places;
    this.#editing = editing;
  }

  /** Enter and Tab: confirm what is there and go on. */
  next(): Promise<void> | void {
    const { field, context, at } = this.#shown.view;
    // Hurried fingers press Enter before the search has come back: nobody else may be taken.
    if (field?.kind === 'customer' && awaitsHits(field)) {
      return searchCustomers(this.#shown).then(() => this.next());
    }
    if (field === undefined || at === undefined) return;
    const submission = submitField(field, context);
    return 'same' in submission ? this.#goAfter(at) : this.#carryOut(submission);
  }

  /** To the part or the question before; what is typed here is there again on coming back. */
  back(): Promise<void> | void {
    const { field, conversation, at } = this.#shown.view;
    const part = field?.kind === 'promises' ? partBefore(field) : undefined;
    if (part !== undefined) return this.#editing.typed(part);
    const before = at && questionBefore(conversation, at);
    if (before !== undefined) return this.#places.goTo(conversation, before.name);
  }

  /** Takes the picked promise back, before the customer relies on it. */
  withdraw(): Promise<void> | void {
    const { field, context } = this.#shown.view;
    if (field?.kind !== 'promises') return;
    const submission = withdrawPicked(field, context);
    if (submission !== undefined) return this.#carryOut(submission);
    this.#shown.tell(this.#shown.scene.voice.words.say('why-not.withdraw'));
  }

  async #carryOut(submission: Submission): Promise<void> {
    if ('refusal' in submission) return this.#shown.refuse(submission.refusal);
    if ('field' in submission) return this.#editing.typed(submission.field);
    if ('same' in submission) return;
    const { commit } = submission;
    const { at, conversation: before } = this.#shown.view;
    const acted = await perform(this.#shown.scene.desk, before, commit);
    if (!acted.ok) return tellRefused(this.#shown, this.#places, acted);
    const { conversation } = acted;
    // It is on disk: whatever goes wrong with drawing it, the next answer builds on this one.
    const samePerson = conversation.customer?.id === before.customer?.id;
    const history = samePerson ? this.#shown.view.history : undefined;
    this.#shown.prepare({ ...this.#shown.view, conversation, history, field: undefined });
    this.#places.moved(conversation);
    if (at !== undefined) this.#places.answered(at);
    const stays = commit.kind === 'promise' || commit.kind === 'withdraw';
    if (stays) return this.#places.goTo(conversation, at);
    // Going back to put something right, and Enter, comes back to where the conversation was.
    const open = nextQuestion(conversation)?.name;
    return open === undefined ? this.#finish(conversation) : this.#places.goTo(conversation, open);
  }

  async #goAfter(at: QuestionName): Promise<void> {
    const { conversation } = this.#shown.view;
    const next = questionAfter(conversation, at);
    if (next !== undefined) {
      const missing = missingBefore(conversation, next.name);
      return this.#places.goTo(conversation, missing?.name ?? next.name);
    }
    const open = nextQuestion(conversation)?.name;
    if (open !== undefined) return this.#places.goTo(conversation, open);
    // Everything is said, and only the ending was taken back.
    return this.#finish(conversation);
  }

  /** Ends the conversation, or leads to the answer that is not true any more. */
  async #finish(conversation: Conversation): Promise<void> {
    const ended = await finish(this.#shown.scene.desk, conversation);
    if (ended.ok) return this.#places.goTo(ended.conversation, undefined);
    const [refusal] = ended.refusals;
    const field = refusal?.field ?? '';
    const at = isQuestionName(field) ? field : this.#shown.view.at;
    await this.#places.goTo(conversation, at);
    return tellRefused(this.#shown, this.#places, ended);
  }
}
