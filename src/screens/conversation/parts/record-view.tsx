import { Box } from 'ink';
import { refOf } from '../../../rules/values.ts';
import { safeLine } from '../../../terminal/safe-text.ts';
import { TextLine } from '../../kit/line.tsx';
import { theme } from '../../kit/theme.ts';
import { recordLines } from '../known-text.ts';
import type { ConversationView } from '../session.ts';

interface RecordViewProps {
  readonly view: ConversationView;
  readonly columns: number;
  readonly rows: number;
}

/** The last page: the reference, and the whole record to look over. */
export function RecordView({ view, columns, rows }: RecordViewProps) {
  const { words, conversation } = view.context;
  const lines = recordLines(view, columns - 2);
  const room = rows - 2;
  const first = Math.max(0, Math.min(view.scroll, lines.length - room));
  const shown = lines.slice(first, first + room);
  const more = first + room < lines.length;
  return (
    <Box flexDirection="column" height={rows} flexShrink={0}>
      <TextLine
        text={safeLine(
          ` ${words.say('record.title', { reference: refOf(conversation.state.id) })}`,
        )}
        columns={columns}
        style={theme.here}
      />
      {shown.map(({ text, label }, index) => (
        <TextLine
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place
          key={index}
          text={safeLine(` ${text}`)}
          columns={columns}
          style={label ? theme.quiet : theme.plain}
        />
      ))}
      <TextLine
        text={safeLine(more || first > 0 ? ` ${words.say('record.more')}` : ' ')}
        columns={columns}
        style={theme.quiet}
      />
    </Box>
  );
}
