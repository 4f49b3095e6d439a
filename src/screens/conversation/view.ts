import { type Desk, occasionOf } from '../../desk/desk.ts';
import type { CustomerHistory } from '../../desk/find-customers.ts';
import { noRepeats, type Repeats } from '../../desk/repeats.ts';
import type { Voice } from '../../desk/saying.ts';
import type { Conversation } from '../../rules/conversation.ts';
import { nextQuestion } from '../../rules/flow.ts';
import type { FoundPhrase, PhraseFinder } from '../../rules/phrases.ts';
import {
  LAST_QUESTION,
  type Question,
  type QuestionName,
  questionNamed,
} from '../../rules/questions.ts';
import type { SafeText } from '../../terminal/safe-text.ts';
import type { Palette } from '../kit/palette.ts';
import { textOf } from '../kit/text-buffer.ts';
import type { Field, FieldContext } from './fields/field.ts';
import { openField } from './fields/open-field.ts';
import { linesFor } from './lines.ts';
import type { SideForm } from './side-form.ts';
import { type Likeness, nothingLikeIt, type SimilarPage } from './similar.ts';

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
  readonly lines: readonly string[];
  /** Which of the lines to say is shown. */
  readonly line: number;
  /** Phrases in the text in hand that make it worse (P16). */
  readonly phrases: readonly FoundPhrase[];
  readonly overlay: SideForm | Palette | SimilarPage | undefined;
  readonly history: CustomerHistory | undefined;
  /** What may be on record already: nothing is merged on its own (P2, P8). */
  readonly repeats: Repeats;
  /** How complaints like this one were put right (P48). */
  readonly likeness: Likeness;
  /** Rows the record is scrolled by, at the end. */
  readonly scroll: number;
}

/** What a view is made with. */
export interface Scene {
  readonly desk: Desk;
  readonly voice: Voice;
  readonly findPhrases: PhraseFinder;
  /** The size of the field, in columns and rows. */
  readonly size: { readonly columns: number; readonly rows: number };
  /** The revision at which it was taken over from somebody else, if it was: until it is gone on with. */
  readonly takenOver?: number | undefined;
}

/** Where a view is to be. */
export interface Whereabouts {
  readonly at: QuestionName | undefined;
  /** Unconfirmed text; undefined opens the field with what is recorded or usual. */
  readonly draft?: string | undefined;
  readonly history?: CustomerHistory | undefined;
  readonly repeats?: Repeats;
  readonly likeness?: Likeness;
}

/** @returns the view of a conversation at a question, or of its record when it is over. */
export function viewAt(
  scene: Scene,
  conversation: Conversation,
  { at, draft, history, repeats = noRepeats, likeness = nothingLikeIt }: Whereabouts,
): ConversationView {
  const context = contextOf(scene, conversation);
  const question = questionInHand(conversation, at);
  const field = question && openField(question, context, draft);
  return {
    conversation,
    context,
    at: question?.name,
    field,
    fault: undefined,
    notice: undefined,
    lines: linesAt(scene, conversation, field, question?.name),
    line: 0,
    phrases: phrasesIn(scene, field),
    overlay: undefined,
    history,
    repeats,
    likeness,
    scroll: 0,
  };
}

/** @returns what a field looks at. */
export const contextOf = (
  { desk, voice, size }: Scene,
  conversation: Conversation,
): FieldContext => ({
  conversation,
  occasion: occasionOf(desk),
  ...voice,
  zone: desk.zone,
  ...size,
});

/** @returns the lines to say at a field; the offers are said as they are ticked (P19). */
export function linesAt(
  { desk, voice, takenOver }: Scene,
  conversation: Conversation,
  field: Field | undefined,
  at: QuestionName | undefined,
): readonly string[] {
  const said = field?.kind === 'offers' ? field : (at ?? 'farewell');
  const isNew = takenOver === conversation.state.revision;
  return linesFor(desk, conversation, said, voice, isNew);
}

/** @returns phrases in an apology that make it worse; other fields are nobody's speech. */
export const phrasesIn = (
  { findPhrases }: Scene,
  field: Field | undefined,
): readonly FoundPhrase[] =>
  field?.kind === 'text' && field.question.name === 'apology'
    ? findPhrases(textOf(field.buffer))
    : [];

function questionInHand(
  conversation: Conversation,
  at: QuestionName | undefined,
): Question | undefined {
  if (conversation.state.finishedAt !== undefined) return undefined;
  return questionNamed(at ?? nextQuestion(conversation)?.name ?? LAST_QUESTION);
}
