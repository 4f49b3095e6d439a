import { Box } from 'ink';
import { safeLine } from '../../../terminal/safe-text.ts';
import { pad } from '../../../terminal/width.ts';
import { Line, Span, TextLine } from '../../kit/line.tsx';
import { edgeSign } from '../../kit/pick-list.tsx';
import { theme } from '../../kit/theme.ts';
import { REFERENCE, type SimilarPage, similarRows } from '../similar.ts';
import type { ConversationView } from '../view.ts';

/** What stands around the text: a margin, and the sign that there is more. */
export const SIMILAR_MARGIN = 4;

interface SimilarViewProps {
  readonly view: ConversationView;
  readonly page: SimilarPage;
  readonly columns: number;
  readonly rows: number;
}

/** How complaints like this one were put right, in full, over the field (P48). */
export function SimilarView({ view, page, columns, rows }: SimilarViewProps) {
  const { words } = view.context;
  const { complaints, isUnderWay } = view.likeness;
  const all = similarRows(view, columns - SIMILAR_MARGIN);
  const room = rows - 1;
  const first = Math.max(0, Math.min(page.scroll, all.length - room));
  const shown = all.slice(first, first + room);
  const none = words.say(isUnderWay ? 'similar.looking' : 'complaint.no-similar');
  return (
    <Box flexDirection="column" height={rows} flexShrink={0}>
      <TextLine
        text={safeLine(` ${words.say('similar.page')}`)}
        columns={columns}
        style={theme.heading}
      />
      {complaints.length === 0 && (
        <TextLine text={safeLine(`   ${none}`)} columns={columns} style={theme.quiet} />
      )}
      {shown.map(({ reference, text }, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place
        <Line key={row} columns={columns}>
          <Span text={safeLine(' ')} columns={1} />
          <Span text={pad(reference, REFERENCE)} columns={REFERENCE} style={theme.quiet} />
          <Box width={columns - REFERENCE - 3} flexShrink={0}>
            <Span text={text} columns={columns - REFERENCE - 3} />
          </Box>
          <Span
            text={safeLine(` ${edgeSign(row, { first, rows: room, count: all.length })}`)}
            columns={2}
            style={theme.quiet}
          />
        </Line>
      ))}
    </Box>
  );
}
