import { Box } from 'ink';
import { safeLine } from '../../../terminal/safe-text.ts';
import { Span } from '../../kit/line.tsx';
import { theme } from '../../kit/theme.ts';
import { blankRow, headingRow, type PaneRow } from '../pane-row.ts';
import { besideSections } from '../sections.ts';
import { rowsOf } from '../session/pane.ts';
import type { ComplaintView } from '../view.ts';
import { Pane } from './pane.tsx';

interface BesideProps {
  readonly view: ComplaintView;
  readonly columns: number;
  readonly rows: number;
}

/** On a wide screen: what is promised, what is due and who it is, beside the section in hand. */
export function Beside({ view, columns, rows }: BesideProps) {
  const sections = besideSections.filter((name) => name !== view.section);
  const all = sections.flatMap((name): readonly PaneRow[] => [
    headingRow(view.voice.words.say(`complaint.section.${name}`).toLocaleUpperCase()),
    ...rowsOf(view, name, columns),
    blankRow,
  ]);
  return (
    <>
      <Box flexDirection="column" width={3} flexShrink={0}>
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place
          <Span key={row} text={safeLine(' │ ')} columns={3} style={theme.quiet} />
        ))}
      </Box>
      <Pane rows={all} first={0} height={rows} inHand={undefined} columns={columns} />
    </>
  );
}
