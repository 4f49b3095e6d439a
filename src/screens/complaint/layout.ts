/** From this width on, what is most pressing stands beside the section in hand. */
const WIDE = 110;

/** How the rows and columns of a terminal are shared out on the page of a complaint. */
export interface ComplaintLayout {
  /** Width of the section in hand. */
  readonly main: number;
  /** Width of what stands beside it; 0 when nothing does. */
  readonly side: number;
  /** Rows of the section. */
  readonly pane: number;
  /** Rows of a form or list that lies over it. */
  readonly overlay: number;
}

/** @returns how the page is laid out in a terminal of this size. */
export function complaintLayout(columns: number, rows: number): ComplaintLayout {
  const side = columns >= WIDE ? Math.min(50, Math.floor(columns * 0.4)) : 0;
  // Header, stage, rule; what happened, rule, key bar.
  const overlay = rows - 6;
  // Beneath the stage what is next, and the names of the sections.
  return { main: columns - (side === 0 ? 0 : side + 3), side, pane: overlay - 2, overlay };
}
