import type { ComplaintTeller } from '../../desk/complaint-text.ts';
import { similarText } from '../../desk/complaint-text.ts';
import type { SimilarComplaint, SimilarQuestion } from '../../desk/similar.ts';
import { type QuestionName, questions } from '../../rules/questions.ts';
import { refOf } from '../../rules/values.ts';
import { type SafeText, safeLine } from '../../terminal/safe-text.ts';
import { wrap } from '../../terminal/wrap.ts';
import type { Key } from '../kit/keys.ts';
import { scrollTo } from '../kit/scroll.ts';
import { textOf } from '../kit/text-buffer.ts';
import type { ConversationView } from './view.ts';

/** What is known of how complaints like this one were put right (P48). */
export interface Likeness {
  /** The likest first. */
  readonly complaints: readonly SimilarComplaint[];
  /** Whether they are looked for: what is shown belongs to what was typed before. */
  readonly isUnderWay: boolean;
}

export const nothingLikeIt: Likeness = { complaints: [], isUnderWay: false };

/** Similar complaints in full, over the field. */
export interface SimilarPage {
  readonly kind: 'similar';
  /** Rows it is scrolled by. */
  readonly scroll: number;
}

/** From the customer's words on while listening, and while offering. */
const comparing: ReadonlySet<QuestionName> = new Set(
  questions
    .slice(questions.findIndex(({ name }) => name === 'words'))
    .filter(({ step }) => step === 'listen' || step === 'offer')
    .map(({ name }) => name),
);

/** @returns whether similar complaints stand beside the question in hand. */
export const isComparing = ({ at }: ConversationView): boolean =>
  at !== undefined && comparing.has(at);

/** @returns what past complaints are compared with: what is on record, and what is being typed. */
export function comparedWith({ conversation, field }: ConversationView): SimilarQuestion {
  const { id, answers } = conversation.state;
  const { words, restated, cause, product } = answers;
  const typed =
    field?.kind === 'text' &&
    (field.question.name === 'words' || field.question.name === 'restated')
      ? { [field.question.name]: textOf(field.buffer) }
      : {};
  return { words, restated, cause, product, except: id, ...typed };
}

/** One row of the page: the reference at the first row of each complaint, and how it was put right. */
export interface SimilarRow {
  readonly reference: SafeText;
  readonly text: SafeText;
}

/** Width of the references. */
export const REFERENCE = 10;

/** @returns every similar complaint in full, wrapped to the width. */
export function similarRows(view: ConversationView, columns: number): readonly SimilarRow[] {
  const { complaints } = view.likeness;
  const kept = wrapped.get(complaints);
  if (kept?.columns === columns) return kept.rows;
  const teller = tellerOf(view);
  const rows = complaints.flatMap((one) =>
    wrap(safeLine(similarText(one, teller)), Math.max(10, columns - REFERENCE)).map(
      (text, row) => ({ reference: safeLine(row === 0 ? refOf(one.id) : ''), text }),
    ),
  );
  wrapped.set(complaints, { columns, rows });
  return rows;
}

/** Wrapping Thai at its words takes milliseconds, which a key press does not have. */
const wrapped = new WeakMap<
  readonly SimilarComplaint[],
  { readonly columns: number; readonly rows: readonly SimilarRow[] }
>();

/** @returns what the lines of a complaint are said with. */
export const tellerOf = ({ context }: ConversationView): ComplaintTeller => ({
  voice: { words: context.words, spoken: context.spoken },
  playbook: context.conversation.playbook,
  now: context.occasion.now,
});

/**
 * Moves through similar complaints.
 * @param columns width of the page
 * @param rows how many rows of it are seen at once
 * @returns the page after the key, or undefined when the key does not move
 */
export function scrolledPage(
  view: ConversationView,
  page: SimilarPage,
  key: Key,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): SimilarPage | undefined {
  const all = similarRows(view, columns).length;
  const scroll = scrollTo(key, { first: page.scroll, all, rows });
  return scroll === undefined ? undefined : { ...page, scroll };
}
