import { afterwards } from '../../../desk/afterwards.ts';
import { recordAnswers } from '../../../desk/record-answers.ts';
import { steps } from '../../../rules/steps.ts';
import { blankRow, headingRow, type PaneRow, quietRow, wrappedRows } from '../pane-row.ts';
import type { SectionSource } from './section-source.ts';

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
  return [...parts, ...afterwardsRows({ page, voice }, columns)].flatMap((part, index) =>
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
function afterwardsRows(
  { page, voice: { words } }: Pick<SectionSource, 'page' | 'voice'>,
  columns: number,
): readonly (readonly PaneRow[])[] {
  const rows = afterwards(page.conversation.state, words).flatMap(({ label, text }) =>
    labelledRows(label, text, columns),
  );
  return rows.length === 0 ? [] : [[headingRow(words.say('complaint.afterwards')), ...rows]];
}
