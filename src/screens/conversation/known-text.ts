import { labelOfChoice, labelOfOffer } from '../../desk/labels.ts';
import { recordAnswers } from '../../desk/record-answers.ts';
import { repeatText, samePersonText } from '../../desk/repeats/repeat-text.ts';
import { likeItText } from '../../desk/similar/tally-text.ts';
import type { Conversation } from '../../rules/conversation.ts';
import { chosenOffer } from '../../rules/offers.ts';
import { openPromises } from '../../rules/promises.ts';
import { type SafeText, safeLine } from '../../terminal/safe-text.ts';
import { truncate, widthOf } from '../../terminal/width.ts';
import { wrap } from '../../terminal/wrap.ts';
import { isComparing } from './similar.ts';
import type { ConversationView } from './view.ts';

/** @returns this complaint in one breath: what, why, what they wish, what is promised; empty at first. */
export function knownText({ context }: ConversationView): string {
  const { words, spoken, conversation, occasion } = context;
  const { state, playbook } = conversation;
  const { answers } = state;
  const parts = [
    answers.product && labelOfChoice(words, playbook, 'product', answers.product),
    answers.restated ?? answers.words,
    answers.wish &&
      words.say('known.wish', {
        wish: answers.wish_detail ?? labelOfChoice(words, playbook, 'wish', answers.wish),
      }),
    chosenText(context),
    ...openPromises(state).map(({ what, due }) =>
      words.say('known.promised', { what, moment: spoken.moment(due, occasion.now) }),
    ),
  ];
  // What they said may end in a full stop; here it goes on. Looked for at the start of a run only,
  // since a story may hold a page of blanks.
  const said = parts.flatMap((part) => part?.replace(/(?<![\s.;])[\s.;]+$/, '') || []);
  return said.join('; ');
}

function chosenText({ words, conversation }: ConversationView['context']): string | undefined {
  const chosen = chosenOffer(conversation.state);
  return (
    chosen &&
    words.say('known.chosen', { offer: labelOfOffer(words, conversation.playbook, chosen) })
  );
}

/**
 * @returns what was before with this customer: what is still promised, which must not be missed, and
 *   earlier complaints (P8, P28)
 */
export function historyText(view: ConversationView): string {
  const { words, spoken, occasion } = view.context;
  const { history } = view;
  if (history === undefined) return '';
  const [last] = history.earlier;
  const earlier =
    last &&
    words.say('known.earlier', {
      count: history.earlier.length,
      when: spoken.day(last.openedAt, occasion.now),
    });
  const promises = history.promises.map(({ what, due }) =>
    words.say('known.promised', { what, moment: spoken.moment(due, occasion.now) }),
  );
  const repeats = repeatsText(view);
  return [...promises, earlier, repeats === '' ? undefined : repeats]
    .filter((part) => part !== undefined)
    .join('; ');
}

/** @returns the likeliest of what may be on record already, with the key that goes there; empty for none. */
export function repeatsText({ context, repeats }: ConversationView): string {
  const { words, spoken, conversation, occasion } = context;
  const { complaints, people } = repeats;
  const [complaint] = complaints;
  const [person] = people;
  const voice = { words, spoken };
  return [
    complaint &&
      words.say('known.repeat', {
        repeat: repeatText(voice, conversation.playbook, complaint, occasion.now),
      }),
    person && words.say('known.same-person', { person: samePersonText(voice, person) }),
  ]
    .filter((part) => part !== undefined)
    .join('; ');
}

/** Similar complaints in one row, for where there is a row for them and for where there is none. */
export interface LikenessText {
  readonly full: string;
  readonly short: string;
}

/**
 * @returns how complaints like this one were put right, in so many columns, and always the key that
 *   shows them in full; empty where there are none beside the question in hand (P48)
 */
export function likenessText(view: ConversationView, columns: number): LikenessText {
  const { context, likeness } = view;
  const { complaints } = likeness;
  if (complaints.length === 0 || !isComparing(view)) return { full: '', short: '' };
  const { words, conversation } = context;
  const text = likeItText(words, conversation.playbook, complaints);
  const around = widthOf(words.say('known.similar', { similar: '' }));
  return {
    full: words.say('known.similar', { similar: truncate(safeLine(text), columns - around) }),
    short: words.say('similar.short', { count: String(complaints.length) }),
  };
}

/** One row of the record: the name of a question (at its first row only) and a row of its answer. */
export interface RecordLine {
  readonly label: SafeText;
  readonly text: SafeText;
}

/** Below this width a label stands above its answer instead of beside it. */
const BESIDE = 60;

/** @returns how wide the labels of a record are in a page of this width; 0 where they stand above. */
export const recordLabelWidth = (columns: number): number =>
  columns < BESIDE ? 0 : Math.min(40, Math.floor(columns * 0.42));

/** @returns every answer so far with the name of its question, wrapped to the width. */
export function recordLines(view: ConversationView, columns: number): readonly RecordLine[] {
  const { conversation } = view;
  const kept = wrapped.get(conversation);
  if (kept?.columns === columns) return kept.lines;
  const lines = wrappedRecord(view, columns);
  wrapped.set(conversation, { columns, lines });
  return lines;
}

/** A story of many pages takes long to wrap, and between two answers it stays the same. */
const wrapped = new WeakMap<
  Conversation,
  { readonly columns: number; readonly lines: readonly RecordLine[] }
>();

function wrappedRecord(view: ConversationView, columns: number): readonly RecordLine[] {
  const { words, spoken } = view.context;
  const beside = recordLabelWidth(columns);
  return recordAnswers(view.conversation, { words, spoken }).flatMap(({ label, text }) => {
    const rows = wrapBlock(text, beside === 0 ? columns - 2 : columns - beside - 1);
    const name = safeLine(label);
    if (beside === 0) {
      return [
        { label: name, text: none },
        ...rows.map((row) => ({ label: none, text: indented(row) })),
      ];
    }
    return rows.map((row, index) => ({ label: index === 0 ? name : none, text: safeLine(row) }));
  });
}

const none = safeLine('');
const indented = (row: string): SafeText => safeLine(`  ${row}`);

/** Paragraphs stay paragraphs; each row is made safe by itself. */
const wrapBlock = (text: string, columns: number): readonly string[] =>
  text.split(/\r\n|\n/).flatMap((paragraph) => wrap(safeLine(paragraph), Math.max(4, columns)));
