import { Box } from 'ink';
import { type SafeText, safeLine } from '../../terminal/safe-text.ts';
import { pad, truncate, widthOf } from '../../terminal/width.ts';
import { Line, Span } from './line.tsx';
import { theme } from './theme.ts';

export interface PickListItem {
  readonly key: string;
  readonly label: SafeText;
  readonly hint?: SafeText | undefined;
}

export interface PickListProps {
  readonly items: readonly PickListItem[];
  /** The item in hand. */
  readonly index: number;
  readonly columns: number;
  readonly rows: number;
}

/** @returns the first item to show, so that the one in hand is in view with some room around it. */
export function firstShown(index: number, count: number, rows: number): number {
  return Math.max(0, Math.min(index - Math.floor(rows / 2), count - rows));
}

/** @returns the sign at the end of a row of a list: where there is more above or below it. */
export function edgeSign(
  row: number,
  { first, rows, count }: { readonly first: number; readonly rows: number; readonly count: number },
): string {
  if (row === 0 && first > 0) return '↑';
  return row === rows - 1 && first + rows < count ? '↓' : ' ';
}

/** A list with one item in hand, told by a sign; it scrolls, and says where there is more. */
export function PickList({ items, index, columns, rows }: PickListProps) {
  const first = firstShown(index, items.length, rows);
  const shown = items.slice(first, first + rows);
  const widest = Math.max(8, ...items.map(({ label }) => widthOf(label)));
  const labels = Math.min(widest, Math.floor(columns * 0.6));
  return (
    <Box flexDirection="column" flexShrink={0}>
      {shown.map(({ key, label, hint }, row) => {
        const inHand = first + row === index;
        const sign = inHand ? '▸' : ' ';
        const edge = edgeSign(row, { first, rows, count: items.length });
        return (
          <Line key={key} columns={columns}>
            <Span text={safeLine(` ${sign} `)} columns={3} style={theme.here} />
            <Box width={columns - 6} flexShrink={0} overflow="hidden">
              <Span
                text={pad(truncate(label, hint === undefined ? columns - 6 : labels), labels)}
                columns={columns - 6}
                style={inHand ? theme.here : theme.plain}
              />
              {hint !== undefined && (
                <Span
                  text={safeLine(`   ${hint}`)}
                  columns={Math.max(4, columns - labels - 6)}
                  style={theme.quiet}
                />
              )}
            </Box>
            <Span text={safeLine(` ${edge}`)} columns={2} style={theme.quiet} />
          </Line>
        );
      })}
    </Box>
  );
}
