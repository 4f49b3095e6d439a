/** The smallest terminal a conversation can be held in. */
export const SMALLEST = { columns: 56, rows: 18 } as const;

/** From this width on, what is known stands beside the conversation instead of beneath it. */
const WIDE = 110;

/** How the rows and columns of a terminal are shared out. */
export interface ConversationLayout {
  readonly columns: number;
  readonly rows: number;
  /** Width of the conversation itself. */
  readonly main: number;
  /** Width of the panel beside it; 0 when there is none. */
  readonly side: number;
  /** Rows for the lines to say. */
  readonly say: number;
  /** Rows for the field, beneath its label and above its fault. */
  readonly field: number;
  /** Rows for what is known, beneath. */
  readonly known: number;
}

/** @returns whether a terminal is too small to work in. */
export const isTooSmall = (columns: number, rows: number): boolean =>
  columns < SMALLEST.columns || rows < SMALLEST.rows;

/** @returns how a conversation is laid out in a terminal of this size. */
export function conversationLayout(columns: number, rows: number): ConversationLayout {
  const side = columns >= WIDE ? Math.min(46, Math.floor(columns / 3)) : 0;
  const main = columns - (side === 0 ? 0 : side + 3);
  const known = rows >= 30 ? 4 : rows >= 20 ? 2 : 1;
  const say = rows >= 22 ? 3 : 2;
  // Header, steps, rule; "say" and a blank; label, fault or notice; rule, rule and key bar.
  const fixed = 3 + 2 + 2 + 3;
  return { columns, rows, main, side, say, known, field: Math.max(3, rows - fixed - say - known) };
}
