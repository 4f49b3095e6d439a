import { Box } from 'ink';
import type { Messages } from '../../language/messages.ts';
import { reportNames } from '../../reports/report.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import { TextLine } from '../kit/line.tsx';
import { firstShown } from '../kit/pick-list.tsx';
import { theme } from '../kit/theme.ts';
import type { ReportsView } from './view.ts';

/** From this width on the names of all reports stand beside the one that is shown. */
const WIDE = 104;
const SIDE = 22;

/** @returns the columns that the names take; 0 where there is no room for them. */
export const namesWidth = (columns: number): number => (columns >= WIDE ? SIDE : 0);

interface NamesProps {
  readonly view: ReportsView;
  readonly words: Messages;
  readonly columns: number;
  readonly rows: number;
}

/** All reports by their names, so that one sees where Tab leads. */
export function Names({ view, words, columns, rows }: NamesProps) {
  const at = reportNames.indexOf(view.name);
  const first = firstShown(at, reportNames.length, rows);
  return (
    <Box flexDirection="column" width={columns} height={rows} flexShrink={0} overflow="hidden">
      {reportNames.slice(Math.max(0, first), first + rows).map((name) => (
        <TextLine
          key={name}
          text={safeLine(` ${name === view.name ? '▸' : ' '} ${words.say(`report.title.${name}`)}`)}
          columns={columns - 1}
          style={name === view.name ? theme.here : theme.plain}
        />
      ))}
    </Box>
  );
}
