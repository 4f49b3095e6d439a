import { Box } from 'ink';
import type { Messages } from '../../language/messages.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import { wrap } from '../../terminal/wrap.ts';
import { TextLine } from './line.tsx';
import { SMALLEST } from './screen-size.ts';

interface TooSmallProps {
  readonly words: Messages;
  readonly columns: number;
  readonly rows: number;
}

/** A terminal that is too small says so instead of breaking; nothing that was said is lost. */
export function TooSmall({ words, columns, rows }: TooSmallProps) {
  const text = words.say('screen.too-small', { columns, rows, ...needed });
  return (
    <Box flexDirection="column" width={columns} height={rows} overflow="hidden">
      {wrap(safeLine(text), Math.max(1, columns)).map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place
        <TextLine key={index} text={safeLine(row)} columns={columns} />
      ))}
    </Box>
  );
}

const needed = { neededColumns: SMALLEST.columns, neededRows: SMALLEST.rows };
