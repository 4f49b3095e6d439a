import { safeLine } from '../../../terminal/safe-text.ts';
import { widthOf } from '../../../terminal/width.ts';
import { theme } from '../../kit/theme.ts';
import { blankRow, headingRow, type PaneRow, wrappedRows } from '../pane-row.ts';
import type { SectionSource } from './section-source.ts';

/** The widest a name may be in the column of who did it. */
const WIDEST_NAME = 12;

/** Everything that happened, the newest first: what was done last is what whoever looks must know. */
export function timelineRows(
  { page, voice, now }: SectionSource,
  columns: number,
): readonly PaneRow[] {
  const { words, spoken } = voice;
  const names = page.timeline.map(({ agent }) => widthOf(safeLine(agent)));
  const labelWidth = 7 + Math.min(WIDEST_NAME, Math.max(0, ...names)) + 2;
  const rows: PaneRow[] = [];
  let day = '';
  for (const { n, at, agent, words: what, takenBack } of page.timeline.toReversed()) {
    const today = spoken.day(at, now);
    if (today !== day) rows.push(...(day === '' ? [] : [blankRow]), headingRow(today));
    day = today;
    rows.push(
      ...wrappedRows(
        {
          label: `${spoken.clock(at)}  ${agent}`,
          labelWidth,
          text: takenBack ? words.say('complaint.taken-back', { what }) : what,
          style: takenBack ? theme.quiet : theme.plain,
          entry: { kind: 'event', n },
        },
        columns,
      ),
    );
  }
  return rows;
}
