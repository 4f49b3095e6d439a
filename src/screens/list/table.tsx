import { Box } from 'ink';
import {
  type CellScene,
  cellText,
  columnNamed,
  isLate,
  type ListRow,
} from '../../desk/list-page.ts';
import { joinSafe, type SafeText, safe, safeLine } from '../../terminal/safe-text.ts';
import { pad, truncate } from '../../terminal/width.ts';
import { Line, Span, TextLine } from '../kit/line.tsx';
import { edgeSign } from '../kit/pick-list.tsx';
import { theme } from '../kit/theme.ts';
import { GAP, type LaidColumn, layTable } from './table-layout.ts';
import type { ListView } from './view.ts';

interface ListTableProps {
  readonly view: ListView;
  readonly scene: CellScene;
  readonly columns: number;
  /** Rows of the terminal, the titles not counted. */
  readonly rows: number;
}

/** The sign of the row in hand before them, and the one that says there is more behind. */
const beside = 3 + 2;
const gap = safe`  `;
/** A family of emoji takes some 25 UTF-16 units; more of a long text is never in view. */
const LONGEST_CHARACTER = 32;

/** The rows in view, one a complaint, with one of them in hand. Each is drawn as one piece, for speed. */
export function ListTable({ view, scene, columns, rows }: ListTableProps) {
  const { words } = scene.voice;
  const laid = layTable(view.columns, columns - beside);
  const { window, sort } = view;
  const shown = window.rows.slice(window.top, window.top + rows);
  const titles = laid.map(({ name, width }) => {
    const title = words.say(`column.${name}`);
    const order = sort.direction === 'asc' ? '↑' : '↓';
    return cell(columnNamed(name).sort === sort.by ? `${title} ${order}` : title, width);
  });
  const edges = {
    // At the very edge nothing is above; else whatever is at hand or can be fetched.
    first: window.top + (window.begins ? 0 : 1),
    rows,
    count: window.rows.length + (window.begins ? 0 : 1) + (window.ends ? 0 : 1),
  };
  return (
    <Box flexDirection="column" height={rows + 1} flexShrink={0}>
      <TextLine text={safe`   ${joinSafe(titles, gap)}`} columns={columns} style={theme.heading} />
      {shown.map((row, at) => (
        <Row
          key={row.id}
          row={row}
          laid={laid}
          scene={scene}
          inHand={window.top + at === window.index}
          edge={edgeSign(at, edges)}
          columns={columns}
        />
      ))}
    </Box>
  );
}

interface RowProps {
  readonly row: ListRow;
  readonly laid: readonly LaidColumn[];
  readonly scene: CellScene;
  readonly inHand: boolean;
  readonly edge: string;
  readonly columns: number;
}

function Row({ row, laid, scene, inHand, edge, columns }: RowProps) {
  const style = inHand ? theme.here : theme.plain;
  const sign = inHand ? '▸' : ' ';
  return (
    <Line columns={columns}>
      <Span text={safeLine(` ${sign} `)} columns={3} style={theme.here} />
      {pieces(row, laid, scene).map(({ text, late, at }) => (
        <Span key={at} text={text} columns={columns} style={late ? theme.late : style} />
      ))}
      <Span text={safeLine(` ${edge}`)} columns={2} style={theme.quiet} />
    </Line>
  );
}

interface Piece {
  readonly text: SafeText;
  readonly late: boolean;
  /** The column that it begins with. */
  readonly at: string;
}

/** A row in one piece; only what says that it is late is one of its own. */
function pieces(row: ListRow, laid: readonly LaidColumn[], scene: CellScene): readonly Piece[] {
  const found: Piece[] = [];
  for (const [at, { name, width }] of laid.entries()) {
    const isLast = at === laid.length - 1;
    const text = cell(cellText(row, name, scene), width);
    const spaced = isLast ? text : joinSafe([text, safeLine(' '.repeat(GAP))], safe``);
    const late = name === 'due' && isLate(row, scene.now);
    const before = found.at(-1);
    if (before === undefined || late || before.late) found.push({ text: spaced, late, at: name });
    else found[found.length - 1] = { ...before, text: joinSafe([before.text, spaced], safe``) };
  }
  return found;
}

/** Exactly so wide, whatever stands in it. */
const cell = (text: string, width: number): SafeText =>
  pad(truncate(safeLine(text.slice(0, width * LONGEST_CHARACTER)), width), width);
