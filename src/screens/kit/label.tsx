import { Box } from 'ink';
import { safeLine } from '../../terminal/safe-text.ts';
import { widthOf } from '../../terminal/width.ts';
import { Line, Span } from './line.tsx';
import type { TextBuffer } from './text-buffer.ts';
import { TextField } from './text-field.tsx';
import { theme } from './theme.ts';

interface LabelProps {
  readonly label: string;
  readonly columns: number;
  /** A text of one line typed right behind the label. */
  readonly buffer?: TextBuffer;
}

/** The name of the field, with what is typed behind it where that is one line. */
export function Label({ label, columns, buffer }: LabelProps) {
  const text = safeLine(label);
  const used = Math.min(widthOf(text), columns - 16) + 3;
  return (
    <Line columns={columns}>
      <Box width={used} flexShrink={0} paddingLeft={1}>
        <Span text={text} columns={used - 1} style={theme.heading} />
      </Box>
      {buffer !== undefined && (
        <TextField buffer={buffer} columns={columns - used - 1} rows={1} focused />
      )}
    </Line>
  );
}
