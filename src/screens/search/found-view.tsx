import { Box } from 'ink';
import type { Voice } from '../../desk/saying.ts';
import { refOf } from '../../rules/values.ts';
import { type SafeText, safeLine } from '../../terminal/safe-text.ts';
import { pad, truncate, widthOf } from '../../terminal/width.ts';
import { Line, Span } from '../kit/line.tsx';
import { edgeSign, firstShown } from '../kit/pick-list.tsx';
import { theme } from '../kit/theme.ts';
import { type ExcerptPiece, excerptOf } from './excerpt.ts';
import type { Found, SearchView } from './session.ts';

interface FoundViewProps {
  readonly view: SearchView;
  readonly voice: Voice;
  readonly columns: number;
  readonly rows: number;
}

/** What was found, one a row: who or which, and the words around what was searched for. */
export function FoundView({ view, voice, columns, rows }: FoundViewProps) {
  const { found, index, now } = view;
  const first = firstShown(index, found.length, rows);
  const widths = widthsIn(columns);
  return (
    <Box flexDirection="column" height={rows} flexShrink={0}>
      {found.slice(first, first + rows).map((one, row) => (
        <FoundLine
          key={keyOf(one)}
          line={lineOf(one, voice, now, widths)}
          widths={widths}
          inHand={first + row === index}
          edge={edgeSign(row, { first, rows, count: found.length })}
          columns={columns}
        />
      ))}
    </Box>
  );
}

/** How a row is shared out. */
interface Widths {
  readonly who: number;
  readonly when: number;
  readonly context: number;
}

function widthsIn(columns: number): Widths {
  const who = Math.max(14, Math.min(26, Math.floor(columns * 0.22)));
  const when = columns < 80 ? 0 : 18;
  return { who, when, context: columns - 3 - 10 - who - when - 2 };
}

interface FoundText {
  readonly what: SafeText;
  readonly who: readonly ExcerptPiece[];
  readonly when: SafeText;
  readonly context: readonly ExcerptPiece[];
}

interface FoundLineProps {
  readonly line: FoundText;
  readonly widths: Widths;
  readonly inHand: boolean;
  readonly edge: string;
  readonly columns: number;
}

function FoundLine({ line, widths, inHand, edge, columns }: FoundLineProps) {
  const style = inHand ? theme.here : theme.plain;
  const { who, when, context } = widths;
  return (
    <Line columns={columns}>
      <Span text={safeLine(inHand ? ' ▸ ' : '   ')} columns={3} style={theme.here} />
      <Span text={cell(line.what, 10)} columns={10} style={style} />
      <Pieces pieces={line.who} columns={who} inHand={inHand} />
      {when > 0 && <Span text={cell(line.when, when)} columns={when} style={theme.quiet} />}
      <Pieces pieces={line.context} columns={context} inHand={inHand} />
      <Span text={safeLine(` ${edge}`)} columns={2} style={theme.quiet} />
    </Line>
  );
}

interface PiecesProps {
  readonly pieces: readonly ExcerptPiece[];
  readonly columns: number;
  readonly inHand: boolean;
}

/** A row's part with its matches, exactly so wide. */
function Pieces({ pieces, columns, inHand }: PiecesProps) {
  let room = columns - 1;
  const fitted = pieces.flatMap((piece) => {
    if (room <= 0) return [];
    const text = truncate(piece.text, room);
    room -= widthOf(text);
    return [{ ...piece, text }];
  });
  const plain = inHand ? theme.here : theme.plain;
  return (
    <Box width={columns} flexShrink={0} overflow="hidden">
      {fitted.map(({ text, match }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a piece is nothing but its place
        <Span key={at} text={text} columns={columns} style={match ? theme.heading : plain} />
      ))}
    </Box>
  );
}

function lineOf(found: Found, { words, spoken }: Voice, now: number, widths: Widths): FoundText {
  if (found.kind === 'customer') {
    const { name, reach, complaints } = found.customer;
    return {
      what: safeLine(words.say('search.customer')),
      who: excerptOf(name, widths.who),
      when: safeLine(words.say('search.complaints', { complaints })),
      context: excerptOf(reach, widths.context),
    };
  }
  const { id, customer, openedAt, context } = found.hit;
  const who = customer ?? words.say('conversation.nobody');
  return {
    what: safeLine(refOf(id)),
    who: [{ text: safeLine(who), match: false }],
    when: safeLine(spoken.moment(openedAt, now)),
    context: excerptOf(context, widths.context),
  };
}

const keyOf = (found: Found): string =>
  found.kind === 'customer' ? `customer ${found.customer.id}` : `complaint ${found.hit.id}`;

const cell = (text: SafeText, width: number): SafeText => pad(truncate(text, width - 1), width);
