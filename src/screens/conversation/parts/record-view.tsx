import { Box } from 'ink';
import { refOf } from '../../../rules/values.ts';
import { safeLine } from '../../../terminal/safe-text.ts';
import { TextLine } from '../../kit/line.tsx';
import { theme } from '../../kit/theme.ts';
import { recordLines } from '../known-text.ts';
import type { ConversationView } from '../view.ts';
import { RecordRows } from './record-rows.tsx';

interface RecordViewProps {
  readonly view: ConversationView;
  readonly columns: number;
  readonly rows: number;
}

/** @returns the rows of the record itself, between its title and the row that tells of more. */
export const recordRoom = (rows: number): number => rows - 2;

/** The last page: the reference, and the whole record to look over. */
export function RecordView({ view, columns, rows }: RecordViewProps) {
  const { words, conversation } = view.context;
  const reference = refOf(conversation.state.id);
  const lines = recordLines(view, columns - 2);
  const room = recordRoom(rows);
  const first = Math.max(0, Math.min(view.scroll, lines.length - room));
  const scrolls = lines.length > room;
  return (
    <Box flexDirection="column" height={rows} flexShrink={0}>
      <TextLine
        text={safeLine(` ${words.say('record.title', { reference })}`)}
        columns={columns}
        style={theme.here}
      />
      <Box flexDirection="column" paddingLeft={1} height={room} flexShrink={0}>
        <RecordRows lines={lines.slice(first, first + room)} columns={columns - 2} />
      </Box>
      <TextLine
        text={safeLine(scrolls ? ` ${words.say('record.more')}` : ' ')}
        columns={columns}
        style={theme.quiet}
      />
    </Box>
  );
}
