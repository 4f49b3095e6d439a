import { Box } from 'ink';
import { useMemo } from 'react';
import { similarOutcomeText } from '../../../desk/complaint-text.ts';
import { likeItText } from '../../../desk/similar/tally-text.ts';
import { refOf } from '../../../rules/values.ts';
import { type SafeText, safeLine } from '../../../terminal/safe-text.ts';
import { cutRows } from '../../kit/cut-rows.ts';
import { TextLine } from '../../kit/line.tsx';
import { type Style, theme } from '../../kit/theme.ts';
import { isComparing, tellerOf } from '../similar.ts';
import type { ConversationView } from '../view.ts';

interface PanelRow {
  readonly text: SafeText;
  readonly style: Style;
}

/** @returns rows for the likest resolved complaints: what became of each, and what it was about (P48). */
export function useSimilarPanel(
  view: ConversationView,
  columns: number,
  rows: number,
): readonly PanelRow[] {
  const { complaints } = view.likeness;
  const comparing = isComparing(view);
  // They change with the complaints and with nothing else: a key press does not wrap them again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words and the playbook stay
  return useMemo(
    () => (comparing && complaints.length > 0 ? panelRows(view, columns).slice(0, rows) : []),
    [comparing, complaints, columns, rows],
  );
}

function panelRows(view: ConversationView, columns: number): readonly PanelRow[] {
  const { words, conversation } = view.context;
  const { complaints } = view.likeness;
  const { playbook } = conversation;
  const teller = tellerOf(view);
  const counted = cutRows(likeItText(words, playbook, complaints), columns, 2);
  return [
    { text: safeLine(' '), style: theme.plain },
    { text: safeLine(words.say('similar.title')), style: theme.heading },
    ...counted.map((text) => ({ text, style: theme.plain })),
    ...complaints.flatMap((one) => {
      const outcome = `${refOf(one.id)}  ${similarOutcomeText(one, teller)}`;
      return [
        ...cutRows(outcome, columns, 2).map((text) => ({ text, style: theme.plain })),
        ...cutRows(one.about, columns - 2, 1).map((row) => ({
          text: safeLine(`  ${row}`),
          style: theme.quiet,
        })),
      ];
    }),
  ];
}

/** How complaints like this one were put right, beside the conversation. */
export function SimilarPanel({
  rows,
  columns,
}: {
  readonly rows: readonly PanelRow[];
  readonly columns: number;
}) {
  return (
    <Box flexDirection="column" flexShrink={0}>
      {rows.map(({ text, style }, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place
        <TextLine key={row} text={text} columns={columns} style={style} />
      ))}
    </Box>
  );
}
