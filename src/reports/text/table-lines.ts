import { type SafeText, safe, safeLine } from '../../terminal/safe-text.ts';
import { pad, widthOf } from '../../terminal/width.ts';
import { wrap } from '../../terminal/wrap.ts';
import { isTextColumn } from '../figure.ts';
import type { ReportPart, Value } from '../report.ts';
import type { ValueText } from '../value-text.ts';
import { lineOf, type ReportLine } from './report-line.ts';
import { indented, stackedLines } from './stacked-lines.ts';

/** A picture of a row, as wide as there is room for. */
export interface RowPicture {
  draw(row: number, columns: number): SafeText;
}

const GAP = 2;
/** The narrowest and widest a picture may be. */
const PICTURE = [6, 28] as const;
/** The narrowest and widest that the names of rows may be. */
const LABEL = [14, 40] as const;
/** Narrower they do not become for the sake of a picture. */
const READABLE = 28;
/** The most lines that a column's title takes. */
const TITLE_LINES = 3;

/** The columns of the terminal that each part of a row gets. */
interface Layout {
  /** 0 where the name of a row stands above its values. */
  readonly label: number;
  /** 0 where there is no room for one. */
  readonly picture: number;
  readonly values: readonly number[];
}

/**
 * A part as a table. What does not fit gives way in this order: the width of the picture, the names of
 * rows (they wrap), the picture itself; where there is still no room, the names stand above the values,
 * and at last each value in a line of its own.
 */
export function tableLines(
  part: ReportPart,
  at: number,
  values: ValueText,
  columns: number,
  picture?: RowPicture,
): readonly ReportLine[] {
  const cells = part.rows.map((row) =>
    part.columns.map((_, column) => linesOf(row.cells[column]?.value ?? nothing, values)),
  );
  const layout = layOut(part, cells, columns, picture !== undefined);
  if (layout === undefined) return stackedLines(part, at, values, columns);
  return [
    ...titleLines(part, layout, columns),
    ...cells.flatMap((row, index) => {
      const drawn =
        layout.picture === 0 || picture === undefined
          ? blankOf(layout.picture)
          : picture.draw(index, layout.picture);
      return rowLines(part, { part: at, row: index }, row, { layout, drawn, columns });
    }),
  ];
}

/** A value in a table; each of several sums has a line of its own. */
function linesOf(value: Value, values: ValueText): readonly SafeText[] {
  if (value.kind !== 'money' || value.sums.length < 2) return [safeLine(values.of(value))];
  return value.sums.map((sum, at) => {
    const text = values.of({ kind: 'money', sums: [sum] });
    return safeLine(at === value.sums.length - 1 ? text : `${text} +`);
  });
}

const nothing = { kind: 'none' } as const;

/** Of each row, of each column, its lines. */
type Cells = readonly (readonly (readonly SafeText[])[])[];

function layOut(
  part: ReportPart,
  cells: Cells,
  columns: number,
  pictured: boolean,
): Layout | undefined {
  const widest = (at: number): number =>
    Math.max(1, ...cells.flatMap((row) => (row[at] ?? []).map(widthOf)));
  const values = part.columns
    .slice(1)
    .map(({ title }, index) => titleWidth(title, widest(index + 1)));
  const taken = values.reduce((sum, width) => sum + width + GAP, 0);
  const wanted = Math.min(LABEL[1], Math.max(widest(0), widthOf(titleOf(part, 0))));
  const least = Math.min(LABEL[0], wanted);
  const room = columns - taken;
  if (pictured && room - GAP - PICTURE[0] >= least) {
    // A picture of a few columns says little: the names give way to it as far as a third of the room.
    const third = Math.max(PICTURE[0], Math.min(PICTURE[1], Math.floor(room / 3)));
    const kept = Math.max(Math.min(wanted, READABLE), room - GAP - third);
    const label = Math.min(wanted, kept, room - GAP - PICTURE[0]);
    return { label, values, picture: Math.min(PICTURE[1], room - GAP - label) };
  }
  if (room >= least) return { label: Math.min(wanted, room), values, picture: 0 };
  if (room < 0) return undefined;
  const picture = Math.min(PICTURE[1], room - GAP);
  return { label: 0, values, picture: pictured && picture >= PICTURE[0] ? picture : 0 };
}

/** As narrow as its values, if the title then fits into so many lines. */
function titleWidth(title: string, widest: number): number {
  const text = safeLine(title);
  const whole = widthOf(text);
  for (let width = widest; width < whole; width++) {
    const lines = wrap(text, width);
    const broken = text.split(' ').some((word) => widthOf(word) > width);
    if (lines.length <= TITLE_LINES && !broken) return width;
  }
  return Math.max(whole, widest);
}

const titleOf = ({ columns }: ReportPart, at: number): SafeText =>
  safeLine(columns[at]?.title ?? '');

function titleLines(part: ReportPart, layout: Layout, columns: number): readonly ReportLine[] {
  const above = layout.label === 0;
  const wrapped = part.columns.map((_, at) =>
    at === 0 && above
      ? []
      : wrap(titleOf(part, at), at === 0 ? layout.label : (layout.values[at - 1] ?? 1)),
  );
  const height = Math.max(...wrapped.map(({ length }) => length));
  const lines = Array.from({ length: height }, (_, line): ReportLine => {
    // Titles stand on the line right above their values.
    const texts = wrapped.map((each) => each[line - (height - each.length)] ?? safe``);
    return { text: pieces(part, texts, layout, blankOf(layout.picture)), kind: 'titles' };
  });
  const name = above ? wrap(titleOf(part, 0), columns) : [];
  return [...name.map((text): ReportLine => ({ text, kind: 'titles' })), ...lines];
}

const blankOf = (columns: number): SafeText => safeLine(' '.repeat(columns));

/** What a row is laid out in. */
interface Row {
  readonly layout: Layout;
  readonly drawn: SafeText;
  readonly columns: number;
}

function rowLines(
  part: ReportPart,
  of: { readonly part: number; readonly row: number },
  cells: readonly (readonly SafeText[])[],
  { layout, drawn, columns }: Row,
): readonly ReportLine[] {
  const name = wrap(cells[0]?.[0] ?? safe``, layout.label === 0 ? columns : layout.label);
  const inTable = layout.label === 0 ? [[], ...cells.slice(1)] : [name, ...cells.slice(1)];
  const height = Math.max(...inTable.map(({ length }) => length));
  const [first = safe``, ...more] = Array.from({ length: height }, (_, line) =>
    pieces(
      part,
      inTable.map((lines) => lines[line] ?? safe``),
      layout,
      line === 0 ? drawn : blankOf(layout.picture),
    ),
  );
  const { remark } = part.rows[of.row] ?? {};
  const remarked = remark === undefined ? undefined : safeLine(remark);
  const behind = remarked !== undefined && widthOf(first) + GAP + widthOf(remarked) <= columns;
  const line = (text: SafeText): ReportLine => ({ text, kind: 'row', of });
  return [
    ...(layout.label === 0 ? name.map(line) : []),
    line(behind ? lineOf([first, remarked]) : first),
    ...more.map(line),
    ...(remarked === undefined || behind ? [] : indented(remarked, columns, of)),
  ];
}

/** The name of the row, its picture, its values. */
function pieces(
  part: ReportPart,
  [label = safe``, ...rest]: readonly SafeText[],
  layout: Layout,
  drawn: SafeText,
): SafeText {
  const padded = rest.map((text, index) =>
    pad(text, layout.values[index] ?? 0, isTextColumn(part, index + 1) ? 'left' : 'right'),
  );
  const picture = layout.picture === 0 ? [] : [drawn];
  return lineOf([...(layout.label === 0 ? [] : [pad(label, layout.label)]), ...picture, ...padded]);
}
