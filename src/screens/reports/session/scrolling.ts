import type { Messages } from '../../../language/messages.ts';
import { firstColumn, listedColumns } from '../../../reports/behind-row.ts';
import type { Report } from '../../../reports/report.ts';
import { clamp } from '../../kit/clamp.ts';
import type { ReportsAction } from '../bindings.ts';
import { type ShownRow, shownLines, shownRows } from '../shown-lines.ts';
import type { ShownReports } from './shown.ts';

const moves: readonly ReportsAction[] = [
  'up',
  'down',
  'page-up',
  'page-down',
  'first',
  'last',
  'figure-after',
  'figure-before',
];

/** @returns whether an action moves through a report, and does nothing else. */
export const isMove = (action: ReportsAction): boolean => moves.includes(action);

/** Moves through a report: over its rows, over the figures of a row, and over what stands between. */
export class Scrolling {
  readonly #shown: ShownReports;
  readonly #words: Messages;
  #size = { columns: 72, rows: 16 };
  #laid: Report | undefined;
  #rows: readonly ShownRow[] = [];

  constructor(shown: ShownReports, words: Messages) {
    this.#shown = shown;
    this.#words = words;
  }

  /** The rows of the report that is shown. */
  get rows(): readonly ShownRow[] {
    return this.#rows;
  }

  resize(size: { readonly columns: number; readonly rows: number }): void {
    const { columns, rows } = this.#size;
    if (size.columns === columns && size.rows === rows) return;
    this.#size = { columns: Math.max(20, size.columns), rows: Math.max(1, size.rows) };
    this.lay();
  }

  /** Shows no report until there is one again. */
  clear(): void {
    this.#laid = undefined;
    this.#rows = [];
    const inHand = { row: 0, column: undefined };
    this.#shown.show({ report: undefined, lines: [], top: 0, inHand });
  }

  /** Lays the report out anew. Of the same one in another width the same row stays in hand. */
  lay(): void {
    const { report, inHand } = this.#shown.view;
    if (report === undefined) return;
    const same = this.#laid !== undefined && this.#laid.name === report.name;
    this.#laid = report;
    const lines = shownLines(report, this.#words, this.#size.columns);
    this.#rows = shownRows(report, lines);
    const row = same ? clamp(inHand.row, 0, Math.max(0, this.#rows.length - 1)) : 0;
    this.#shown.show({ lines, ...(same ? {} : { top: 0 }) });
    this.#toRow(row, same ? inHand.column : undefined);
  }

  /** @returns whether it was one of the actions that move */
  perform(action: ReportsAction): boolean {
    const { top, inHand } = this.#shown.view;
    switch (action) {
      case 'up':
        this.#up();
        return true;
      case 'down':
        this.#down();
        return true;
      case 'page-up':
      case 'page-down':
        this.#page(action === 'page-up' ? -1 : 1);
        return true;
      case 'first':
        this.#toRow(0);
        this.#shown.show({ top: 0 });
        return true;
      case 'last':
        this.#toRow(this.#rows.length - 1);
        this.#shown.show({ top: this.#lastTop });
        return true;
      case 'figure-after':
      case 'figure-before':
        this.#toFigure(inHand.column, action === 'figure-after' ? 1 : -1);
        this.#shown.show({ top });
        return true;
      default:
        return false;
    }
  }

  get #lastTop(): number {
    return Math.max(0, this.#shown.view.lines.length - this.#size.rows);
  }

  /** Above the first row there is still what the report says of itself, and below the last what it means. */
  #up(): void {
    const { top, inHand } = this.#shown.view;
    const row = this.#rows[inHand.row];
    const isBelow = row !== undefined && row.from < top;
    if (inHand.row === 0 || isBelow)
      this.#shown.show({ top: Math.max(0, top - 1), notice: undefined });
    else this.#toRow(inHand.row - 1);
  }

  #down(): void {
    const { top, inHand } = this.#shown.view;
    if (inHand.row < this.#rows.length - 1) this.#toRow(inHand.row + 1);
    else this.#shown.show({ top: Math.min(this.#lastTop, top + 1), notice: undefined });
  }

  #page(by: -1 | 1): void {
    const { top } = this.#shown.view;
    const { rows } = this.#size;
    const to = clamp(top + by * Math.max(1, rows - 1), 0, this.#lastTop);
    const seen = this.#rows.findIndex(({ from }) => from >= to && from < to + rows);
    if (seen !== -1) this.#hold(seen);
    this.#shown.show({ top: to, notice: undefined });
  }

  #toRow(at: number, column?: number): void {
    const row = clamp(at, 0, Math.max(0, this.#rows.length - 1));
    this.#hold(row, column);
    const of = this.#rows[row];
    if (of === undefined) return;
    const { top } = this.#shown.view;
    const { rows } = this.#size;
    // The titles above the first row of a part come into view with it.
    const from = this.#rows[row - 1]?.part === of.part ? of.from : Math.max(0, of.from - 3);
    const low = Math.min(top, from);
    const high = of.to - rows + 1;
    this.#shown.show({ top: clamp(Math.max(low, Math.min(high, of.from)), 0, this.#lastTop) });
  }

  #hold(row: number, column?: number): void {
    const of = this.#rows[row];
    const listed = of === undefined ? [] : listedColumns(of.row);
    const kept = column !== undefined && listed.includes(column) ? column : undefined;
    const first = of === undefined ? undefined : firstColumn(of.part, of.row);
    this.#shown.show({ inHand: { row, column: kept ?? first }, notice: undefined });
  }

  #toFigure(column: number | undefined, by: -1 | 1): void {
    const { inHand } = this.#shown.view;
    const of = this.#rows[inHand.row];
    const listed = of === undefined ? [] : listedColumns(of.row);
    const at = column === undefined ? -1 : listed.indexOf(column);
    const next = listed[clamp(at + by, 0, listed.length - 1)];
    if (next !== undefined) this.#hold(inHand.row, next);
  }
}
