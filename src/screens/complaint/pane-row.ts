import type { ComplaintId } from '../../rules/values.ts';
import { type SafeText, safeBlock, safeLine } from '../../terminal/safe-text.ts';
import { wrap } from '../../terminal/wrap.ts';
import { type Style, theme } from '../kit/theme.ts';

/** Something in a section that can be in hand, and that an action is about then. */
export type PaneEntry =
  /** Another complaint; `part` tells where it stands, where it stands twice. */
  | { readonly kind: 'complaint'; readonly id: ComplaintId; readonly part: string }
  | { readonly kind: 'promise' | 'approval' | 'contact' | 'event'; readonly n: number };

/** One row of a section. */
export interface PaneRow {
  /** Stands before the text in a column of its own; empty in the rows after the first. */
  readonly label: SafeText;
  /** Width of that column; 0 when there is none. */
  readonly labelWidth: number;
  readonly text: SafeText;
  readonly style: Style;
  /** What the row belongs to. */
  readonly entry?: PaneEntry;
}

const nothing = safeLine('');

/** @returns a heading over what follows. */
export const headingRow = (text: string): PaneRow => ({
  label: nothing,
  labelWidth: 0,
  text: safeLine(text),
  style: theme.heading,
});

/** An empty row between two parts. */
export const blankRow: PaneRow = {
  label: nothing,
  labelWidth: 0,
  text: safeLine(' '),
  style: theme.plain,
};

/** @returns a remark that stands behind. */
export const quietRow = (text: string): PaneRow => ({
  ...headingRow(text),
  style: theme.quiet,
});

/** What an entry of a section is made of. */
export interface PaneText {
  readonly label?: string;
  readonly labelWidth?: number;
  /** As it was given: it is made safe here. */
  readonly text: string;
  readonly style?: Style;
  readonly entry?: PaneEntry;
}

/** Room for the sign of what is in hand, before a row, and for the sign that there is more, behind it. */
export const MARGIN = 3;
export const EDGE = 2;

/** @returns a text as rows of the width, its label beside the first. */
export function wrappedRows(
  { label = '', labelWidth = 0, text, style = theme.plain, entry }: PaneText,
  columns: number,
): readonly PaneRow[] {
  const room = Math.max(10, columns - MARGIN - EDGE - labelWidth);
  const rows = wrap(safeBlock(text), room);
  return (rows.length === 0 ? [nothing] : rows).map((row, index) => ({
    label: index === 0 ? safeLine(label) : nothing,
    labelWidth,
    text: safeLine(row),
    style,
    ...(entry === undefined ? {} : { entry }),
  }));
}

/** @returns whether two rows belong to the same thing. */
export const sameEntry = (one: PaneEntry | undefined, other: PaneEntry | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  one.kind === other.kind &&
  nameOf(one) === nameOf(other);

const nameOf = (entry: PaneEntry): string =>
  entry.kind === 'complaint' ? `${entry.part} ${entry.id}` : String(entry.n);

/** @returns what can be in hand in a section, from top to bottom. */
export function entriesIn(rows: readonly PaneRow[]): readonly PaneEntry[] {
  return rows.flatMap(({ entry }, at) =>
    entry === undefined || sameEntry(entry, rows[at - 1]?.entry) ? [] : [entry],
  );
}
