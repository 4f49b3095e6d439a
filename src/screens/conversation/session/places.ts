import { keepPlace, type Place } from '../../../desk/place.ts';
import type { Conversation } from '../../../rules/conversation.ts';
import { nextQuestion } from '../../../rules/flow.ts';
import { LAST_QUESTION, type QuestionName } from '../../../rules/questions.ts';
import { unconfirmedIn } from '../fields/open-field.ts';
import { viewAt } from '../view.ts';
import { readBeside } from './beside.ts';
import { DraftKeeper } from './draft-keeper.ts';
import type { Shown } from './shown.ts';

/**
 * Goes from question to question, and never wipes what was typed in the one that is left: it is
 * there again on coming back, and on disk within the second.
 */
export class Places {
  readonly #shown: Shown;
  readonly #keeper: DraftKeeper;
  /** What was typed in questions that were left without Enter. */
  readonly #aside = new Map<QuestionName, string>();
  /** Where the conversation stands as the desk has it. */
  #kept: Place;

  constructor(shown: Shown, kept: Place) {
    this.#shown = shown;
    this.#kept = kept;
    this.#keeper = new DraftKeeper(
      () => this.#store(),
      (error) => shown.fail(error),
    );
  }

  /** Opens a question, or the record where the conversation is over. */
  async goTo(conversation: Conversation, at: QuestionName | undefined): Promise<void> {
    this.#keeper.forget();
    this.#setAside();
    const { history, repeats, likeness } = this.#shown.view;
    const draft = this.#aside.get(at ?? placeAfter(conversation).question);
    const whereabouts = { at, draft, history, repeats, likeness };
    this.#shown.prepare(viewAt(this.#shown.scene, conversation, whereabouts));
    await this.#store();
    await readBeside(this.#shown);
  }

  /** The desk changed the conversation, and has it at its next open question now. */
  moved(conversation: Conversation): void {
    this.#kept = placeAfter(conversation);
  }

  /** What was typed in a question is its answer now. */
  answered(question: QuestionName): void {
    this.#aside.delete(question);
  }

  /** Something was typed, and is to be kept soon. */
  typed(): void {
    this.#keeper.typed();
  }

  /** Stores what is typed and not yet kept. @throws StoreError when it cannot be written */
  keep(): Promise<void> {
    return this.#keeper.keep();
  }

  #setAside(): void {
    const { at, field, context } = this.#shown.view;
    if (at === undefined || field === undefined) return;
    const draft = unconfirmedIn(field, context);
    if (draft === '') this.#aside.delete(at);
    else this.#aside.set(at, draft);
  }

  /** Writes the question in hand and what is typed there, unless the desk has just that. */
  async #store(): Promise<void> {
    const { at, field, conversation, context } = this.#shown.view;
    if (at === undefined || field === undefined) return;
    const place = { question: at, draft: unconfirmedIn(field, context) };
    if (place.question === this.#kept.question && place.draft === this.#kept.draft) return;
    await keepPlace(this.#shown.scene.desk, conversation, place);
    this.#kept = place;
  }
}

/** Where the desk sees a conversation after any change: at its next open question. */
const placeAfter = (conversation: Conversation) => ({
  question: nextQuestion(conversation)?.name ?? LAST_QUESTION,
  draft: '',
});
