import { joinSafe, type SafeText, safe } from '../../terminal/safe-text.ts';

/** One line of a report in a terminal. */
export interface ReportLine {
  readonly text: SafeText;
  /** What it is, for whoever sets it off; the text says it all without. */
  readonly kind: 'title' | 'heading' | 'titles' | 'row' | 'plain' | 'quiet';
  /** Which row of which part it tells of. */
  readonly of?: { readonly part: number; readonly row: number };
}

/** How a report is laid out. */
export interface TextScene {
  /** Columns of the terminal; no line is wider. */
  readonly columns: number;
  /** Sentences in the place of tables and pictures, for screen readers. */
  readonly accessible: boolean;
  /** False where the complaints behind a figure are one key away; the commands for a shell are told else. */
  readonly commands?: boolean;
}

export const blank: ReportLine = { text: safe``, kind: 'plain' };

/** @returns a line of pieces with a gap between them, nothing behind the last. */
export const lineOf = (pieces: readonly SafeText[], gap: SafeText = safe`  `): SafeText =>
  joinSafe(pieces, gap).trimEnd() as SafeText;
