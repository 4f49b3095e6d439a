import { Box } from 'ink';
import { safeLine } from '../../../terminal/safe-text.ts';
import { wrap } from '../../../terminal/wrap.ts';
import { Line, Span, TextLine } from '../../kit/line.tsx';
import { theme } from '../../kit/theme.ts';
import type { ConversationView } from '../view.ts';

interface SayProps {
  readonly view: ConversationView;
  readonly columns: number;
  readonly rows: number;
}

/** What to say now, above the field and not in a help page (P1, P15). */
export function Say({ view, columns, rows }: SayProps) {
  const { words } = view.context;
  const { lines, line } = view;
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
