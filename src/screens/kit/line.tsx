import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import { type SafeText, safeLine } from '../../terminal/safe-text.ts';
import { truncate } from '../../terminal/width.ts';
import { useSigns } from './signs.tsx';
import { type Style, theme } from './theme.ts';

export interface LineProps {
  readonly columns: number;
  readonly children?: ReactNode;
}

/** One row of the screen, exactly so wide: what is too long is cut, never wrapped into the next row. */
export function Line({ columns, children }: LineProps) {
  return (
    <Box width={columns} height={1} flexShrink={0} overflow="hidden">
      {children ?? <Text> </Text>}
    </Box>
  );
}

export interface SpanProps {
  readonly text: SafeText;
  /** Cut to this many columns. */
  readonly columns: number;
  readonly style?: Style;
}

/** A piece of a row. Only safe text can be drawn. */
export function Span({ text, columns, style = theme.plain }: SpanProps) {
  const drawn = useSigns();
  return (
    <Text {...style} wrap="truncate">
      {drawn(truncate(text, Math.max(1, columns)))}
    </Text>
  );
}

/** A row of one piece. */
export function TextLine({ text, columns, style }: SpanProps) {
  return (
    <Line columns={columns}>
      <Span
        text={text === '' ? safeLine(' ') : text}
        columns={columns}
        style={style ?? theme.plain}
      />
    </Line>
  );
}

/** A rule from edge to edge. */
export function Rule({ columns }: { readonly columns: number }) {
  return <TextLine text={safeLine('─'.repeat(columns))} columns={columns} style={theme.quiet} />;
}
