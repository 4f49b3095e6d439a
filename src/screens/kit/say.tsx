import { Box } from 'ink';
import type { Messages } from '../../language/messages.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import { wrap } from '../../terminal/wrap.ts';
import { Line, Span, TextLine } from './line.tsx';
import { theme } from './theme.ts';

interface SayProps {
  readonly words: Messages;
  /** What can be said now, the best first. */
  readonly lines: readonly string[];
  /** Which of them is shown. */
  readonly line: number;
  readonly columns: number;
  /** Rows for the line itself, beneath its title. */
  readonly rows: number;
}

/** What to say now, above the field and not in a help page (P1, P15). */
export function Say({ words, lines, line, columns, rows }: SayProps) {
  const text = lines[line];
  const wrapped = text === undefined ? [] : wrap(safeLine(`“${text}”`), columns - 5);
  const shown = wrapped.slice(0, rows);
  const count =
    lines.length > 1 ? words.say('conversation.line', { line: line + 1, of: lines.length }) : '';
  return (
    <Box flexDirection="column" height={rows + 1} flexShrink={0}>
      <Line columns={columns}>
        <Box width={columns} justifyContent="space-between" paddingX={1}>
          <Span
            text={safeLine(words.say('conversation.say'))}
            columns={columns}
            style={theme.heading}
          />
          <Span text={safeLine(count)} columns={columns} style={theme.quiet} />
        </Box>
      </Line>
      {shown.map((row, index) => (
        <TextLine
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place
          key={index}
          text={safeLine(`   ${row}${index === rows - 1 && wrapped.length > rows ? '…' : ''}`)}
          columns={columns}
          style={theme.say}
        />
      ))}
    </Box>
  );
}
