import { type SafeText, safeLine } from '../../terminal/safe-text.ts';
import { pad, truncate, widthOf } from '../../terminal/width.ts';
import { Line, Span } from '../kit/line.tsx';
import { theme } from '../kit/theme.ts';
import type { PageRow } from './page-rows.ts';

/** Columns of the parts of a line. */
export interface LineWidths {
  readonly reference: number;
  readonly customer: number;
  readonly what: number;
  readonly next: number;
}

/** Before the reference, and behind the last part: the signs of the line in hand and of the edge. */
const SIGNS = 3 + 2;

/** @returns how a row of so many columns is shared out among what stands on these lines. */
export function lineWidths(rows: readonly PageRow[], columns: number): LineWidths {
  const widest = (of: (row: PageRow & { kind: 'entry' }) => SafeText): number =>
    Math.max(0, ...rows.map((row) => (row.kind === 'entry' ? widthOf(of(row)) : 0)));
  const reference = widest((row) => row.reference) + 2;
  const next = widest((row) => row.next);
  const customer = Math.min(
    widest((row) => row.customer) + 2,
    Math.max(12, Math.floor(columns * 0.24)),
  );
  return { reference, customer, next, what: columns - SIGNS - reference - customer - next - 2 };
}

interface EntryLineProps {
  readonly row: PageRow & { readonly kind: 'entry' };
  readonly widths: LineWidths;
  readonly inHand: boolean;
  /** Where there is more above or below: `↑`, `↓` or a blank. */
  readonly edge: string;
  readonly columns: number;
}

/** One complaint with what it is about and what to do next. */
export function EntryLine({ row, widths, inHand, edge, columns }: EntryLineProps) {
  const style = inHand ? theme.here : row.isLate ? theme.late : theme.plain;
  const { reference, customer, what, next } = widths;
  const cell = (text: SafeText, width: number, gap = 0): SafeText =>
    pad(truncate(text, width - gap), width);
  return (
    <Line columns={columns}>
      <Span text={safeLine(inHand ? ' ▸ ' : '   ')} columns={3} style={theme.here} />
      <Span text={cell(row.reference, reference, 2)} columns={reference} style={style} />
      <Span text={cell(row.customer, customer, 2)} columns={customer} style={style} />
      <Span text={cell(row.what, what)} columns={what} style={style} />
      {next > 0 && (
        <Span
          text={cell(safeLine(`  ${row.next}`), next + 2)}
          columns={next + 2}
          style={inHand ? theme.here : theme.quiet}
        />
      )}
      <Span text={safeLine(` ${edge}`)} columns={2} style={theme.quiet} />
    </Line>
  );
}
