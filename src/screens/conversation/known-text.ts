import { labelOfChoice, labelOfOffer } from '../../desk/labels.ts';
import { recordAnswers } from '../../desk/record-answers.ts';
import { chosenOffer } from '../../rules/offers.ts';
import { openPromises } from '../../rules/promises.ts';
import { type SafeText, safeLine } from '../../terminal/safe-text.ts';
import { wrap } from '../../terminal/wrap.ts';
import type { ConversationView } from './session.ts';

/** @returns this complaint in one breath: what, why, what they wish, what is promised. */
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
  const said = parts.filter((part) => part !== undefined && part !== '');
  return said.length === 0 ? words.say('known.nothing') : said.join('; ');
}

function chosenText({ words, conversation }: ConversationView['context']): string | undefined {
  const chosen = chosenOffer(conversation.state);
  return (
    chosen &&
    words.say('known.chosen', { offer: labelOfOffer(words, conversation.playbook, chosen) })
  );
}

/** @returns what was before with this customer: earlier complaints and what is still promised (P8). */
export function historyText({ context, history }: ConversationView): string {
  const { words, spoken, occasion } = context;
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
  return [earlier, ...promises].filter((part) => part !== undefined).join('; ');
}

/** One row of the record as it is read on a screen. */
export interface RecordLine {
  readonly text: SafeText;
  /** The name of a question, rather than its answer. */
  readonly label: boolean;
}

/** @returns every answer so far, each beneath the name of its question, wrapped to the width. */
export function recordLines(view: ConversationView, columns: number): readonly RecordLine[] {
  const { words, spoken } = view.context;
  return recordAnswers(view.conversation, { words, spoken }).flatMap(({ label, text }) => [
    { text: safeLine(label), label: true },
    ...wrapBlock(text, columns - 2).map((row) => ({ text: safeLine(`  ${row}`), label: false })),
  ]);
}

/** Paragraphs stay paragraphs; each row is made safe by itself. */
export const wrapBlock = (text: string, columns: number): readonly string[] =>
  text.split(/\r\n|\n/).flatMap((paragraph) => wrap(safeLine(paragraph), Math.max(4, columns)));
