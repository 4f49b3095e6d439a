import { Box } from 'ink';
import { safeLine } from '../../../terminal/safe-text.ts';
import { pad, truncate } from '../../../terminal/width.ts';
import { Line, Span } from '../../kit/line.tsx';
import { edgeSign } from '../../kit/pick-list.tsx';
import { theme } from '../../kit/theme.ts';
import { EDGE, MARGIN, type PaneEntry, type PaneRow, sameEntry } from '../pane-row.ts';

interface PaneProps {
  readonly rows: readonly PaneRow[];
  /** The first row that is seen, and how many are. */
  readonly first: number;
  readonly height: number;
  readonly inHand: PaneEntry | undefined;
  readonly columns: number;
}

/** Rows of a section, with a sign at what is in hand and where there is more. */
export function Pane({ rows, first, height, inHand, columns }: PaneProps) {
  const shown = rows.slice(first, first + height);
  return (
    <Box flexDirection="column" width={columns} height={height} flexShrink={0}>
      {shown.map((row, at) => {
        const here = sameEntry(row.entry, inHand);
        const begins = !sameEntry(row.entry, rows[first + at - 1]?.entry);
        const heading = row.style === theme.heading;
        const sign = here && (begins || at === 0) ? ' ▸ ' : heading ? ' ' : '   ';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place
          <Line key={at} columns={columns}>
            <Span text={safeLine(sign)} columns={MARGIN} style={theme.here} />
            <Box width={columns - sign.length - EDGE} flexShrink={0} overflow="hidden">
              {row.labelWidth > 0 && (
                <Span
                  text={pad(truncate(row.label, row.labelWidth - 1), row.labelWidth)}
                  columns={row.labelWidth}
                  style={theme.quiet}
                />
              )}
              <Span
                text={row.text === '' ? safeLine(' ') : row.text}
                columns={columns - sign.length - EDGE - row.labelWidth}
                style={here ? theme.here : row.style}
              />
            </Box>
            <Span
              text={safeLine(` ${edgeSign(at, { first, rows: height, count: rows.length })}`)}
              columns={EDGE}
              style={theme.quiet}
            />
          </Line>
        );
      })}
    </Box>
  );
}
