import { clockText } from '../../../desk/complaint-text.ts';
import { whyDueText } from '../../../desk/why-due-text.ts';
import type { Clock } from '../../../rules/clock.ts';
import { theme } from '../../kit/theme.ts';
import { headingRow, type PaneRow, quietRow, wrappedRows } from '../pane-row.ts';
import type { SectionSource } from './section-source.ts';

/** Each deadline in words, and on request why it is then (P25, P28, P40). */
export function clocksRows(source: SectionSource, columns: number): readonly PaneRow[] {
  const { page, voice, whyDue, now } = source;
  const { words } = voice;
  const { clocks } = page.conversation.state;
  if (clocks.length === 0) return [quietRow(words.say('complaint.no-clocks'))];
  const { playbook } = page.conversation;
  // What still runs comes first, the next due before the others.
  const ordered = clocks.toSorted(
    (one, other) => Number(isOver(one)) - Number(isOver(other)) || one.due - other.due,
  );
  return ordered.flatMap((clock) => {
    const why = whyDue?.find((one) => one.clock.kind === clock.kind);
    const lines = why === undefined ? [] : whyDueText(why, { voice, playbook, now });
    return [
      headingRow(words.say(`why-due.clock.${clock.kind}`)),
      ...wrappedRows(
        { text: clockText(clock, source, page.scene.counting), style: styleOf(clock, now) },
        columns,
      ),
      ...lines.flatMap((text) => wrappedRows({ text, style: theme.quiet }, columns)),
    ];
  });
}

const isOver = ({ stoppedAt }: Clock): boolean => stoppedAt !== undefined;

const isRunning = ({ since, stoppedAt }: Clock): boolean =>
  since !== undefined && stoppedAt === undefined;

const styleOf = (clock: Clock, now: number) =>
  isRunning(clock) && clock.due < now ? theme.late : isRunning(clock) ? theme.plain : theme.quiet;
