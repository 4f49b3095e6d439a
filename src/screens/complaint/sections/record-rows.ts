import { recordAnswers } from '../../../desk/record-answers.ts';
import { steps } from '../../../rules/steps.ts';
import { blankRow, headingRow, type PaneRow, quietRow, wrappedRows } from '../pane-row.ts';
import type { SectionSource } from './section-rows.ts';

/** Below this width a label stands above its answer instead of beside it. */
const BESIDE = 66;

/** Every answer of the conversation under its step, and what came after it. */
export function recordRows({ page, voice }: SectionSource, columns: number): readonly PaneRow[] {
  const { words } = voice;
  const answers = recordAnswers(page.conversation, voice);
  if (answers.length === 0) return [quietRow(words.say('complaint.no-answers'))];
  const parts = steps.flatMap((step) => {
    const given = answers.filter((answer) => answer.step === step);
    return given.length === 0
      ? []
      : [
          [
            headingRow(words.say(`step.${step}`)),
            ...given.flatMap(({ label, text }) => labelledRows(label, text, columns)),
          ],
        ];
  });
  return [...parts, ...afterwards({ page, voice }, columns)].flatMap((part, index) =>
    index === 0 ? part : [blankRow, ...part],
  );
}

function labelledRows(label: string, text: string, columns: number): readonly PaneRow[] {
  if (columns < BESIDE) return [quietRow(label), ...wrappedRows({ text }, columns)];
  return wrappedRows(
    { label, labelWidth: Math.min(40, Math.floor(columns * 0.42)), text },
    columns,
  );
}

/** How it ended, where that was after the conversation (P26, P30, P36, P37). */
function afterwards(
  { page, voice }: Pick<SectionSource, 'page' | 'voice'>,
  columns: number,
): readonly (readonly PaneRow[])[] {
  const { words } = voice;
  const { resolution, accepted, decision, rootCause, verdict, changed, contactsTaken } =
    page.conversation.state;
  const told = [
    resolution && [words.say('ask.text.resolve'), resolution],
    accepted !== undefined && [
      words.say('ask.accepted'),
      words.say(accepted ? 'ask.yes' : 'ask.no'),
    ],
    decision && [words.say('ask.decision'), decision],
    rootCause && [words.say('ask.cause'), rootCause],
    verdict && [words.say('ask.verdict'), words.say(`choice.verdict.${verdict}`)],
    changed && [words.say('ask.changed'), changed],
    contactsTaken !== undefined && [words.say('ask.contacts'), String(contactsTaken)],
  ];
  const rows = told.flatMap((one) =>
    Array.isArray(one) ? labelledRows(one[0] ?? '', one[1] ?? '', columns) : [],
  );
  return rows.length === 0 ? [] : [[headingRow(words.say('complaint.afterwards')), ...rows]];
}
