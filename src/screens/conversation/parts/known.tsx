import { Box } from 'ink';
import { useMemo } from 'react';
import { safeLine } from '../../../terminal/safe-text.ts';
import { truncate, widthOf } from '../../../terminal/width.ts';
import { cutRows } from '../../kit/cut-rows.ts';
import { Line, Span, TextLine } from '../../kit/line.tsx';
import { theme } from '../../kit/theme.ts';
import {
  historyText,
  knownText,
  type LikenessText,
  likenessText,
  recordLines,
} from '../known-text.ts';
import type { ConversationView } from '../view.ts';
import { RecordRows } from './record-rows.tsx';
import { SimilarPanel, useSimilarPanel } from './similar-panel.tsx';

interface KnownProps {
  readonly view: ConversationView;
  readonly columns: number;
  readonly rows: number;
}

/** @param withSimilar also how complaints like this one were put right, where nothing else shows it */

/** What is already known, in view through all five steps, so that nothing is asked twice (P2, P8). */
export function Known({
  view,
  columns,
  rows,
  withSimilar,
}: KnownProps & { readonly withSimilar: boolean }) {
  const title = safeLine(view.context.words.say('conversation.known'));
  const indent = widthOf(title) + 3;
  const room = columns - indent - 1;
  const story = knownText(view);
  const before = historyText(view);
  const { full, short } = withSimilar ? likenessText(view, room) : { full: '', short: '' };
  const nothing = view.context.words.say('known.nothing');
  // Wrapping Thai at its words takes milliseconds, which a key press does not have.
  const lines = useMemo(
    () => withLikeness([story, before], { full, short }, room, rows) ?? [nothing],
    [story, before, full, short, nothing, room, rows],
  );
  return (
    <Box flexDirection="column" height={rows} flexShrink={0}>
      {lines.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place
        <Line key={index} columns={columns}>
          <Box width={indent} flexShrink={0} paddingLeft={1}>
            {index === 0 && <Span text={title} columns={indent} style={theme.heading} />}
          </Box>
          <Span text={safeLine(text)} columns={room} />
        </Line>
      ))}
    </Box>
  );
}

/** Similar complaints have the last row, or the end of it where others need all there are. */
function withLikeness(
  texts: readonly string[],
  { full, short }: LikenessText,
  columns: number,
  rows: number,
): readonly string[] | undefined {
  if (full === '') return knownRows(texts, columns, rows);
  if (texts.filter((text) => text !== '').length < rows) {
    return [...(knownRows(texts, columns, rows - 1) ?? []), full];
  }
  const all = knownRows(texts, columns, rows) ?? [];
  const last = safeLine(all.at(-1) ?? '');
  const cut = truncate(last, columns - widthOf(short) - 2);
  return [...all.slice(0, -1), `${cut}; ${short}`];
}

/** What was before keeps a row of its own where there are two; this complaint takes what it needs. */
function knownRows(
  texts: readonly string[],
  columns: number,
  rows: number,
): readonly string[] | undefined {
  const [first, second] = texts.filter((text) => text !== '');
  if (first === undefined) return undefined;
  if (second === undefined) return cutRows(first, columns, rows);
  if (rows === 1) return cutRows(`${second}; ${first}`, columns, rows);
  const upper = cutRows(first, columns, rows - 1);
  return [...upper, ...cutRows(second, columns, rows - upper.length)];
}

/** On a wide screen: every answer so far beside the conversation, and under it what was like it. */
export function KnownPanel({ view, columns, rows }: KnownProps) {
  const { words } = view.context;
  const lines = recordLines(view, columns - 1);
  const similar = useSimilarPanel(view, columns - 1, Math.floor(rows / 2));
  const shown = lines.slice(Math.max(0, lines.length - (rows - 1 - similar.length)));
  return (
    <Box flexDirection="column" width={columns} height={rows} flexShrink={0}>
      <TextLine
        text={safeLine(words.say('conversation.so-far'))}
        columns={columns}
        style={theme.heading}
      />
      <RecordRows lines={shown} columns={columns - 1} />
      <SimilarPanel rows={similar} columns={columns - 1} />
    </Box>
  );
}
