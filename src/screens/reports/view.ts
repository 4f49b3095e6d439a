import type { ReportQuestion } from '../../reports/ask-report.ts';
import type { Report, ReportName } from '../../reports/report.ts';
import type { ReportLine } from '../../reports/text/report-line.ts';
import type { Refusal } from '../../rules/values.ts';
import type { SafeText } from '../../terminal/safe-text.ts';
import type { Palette } from '../kit/palette.ts';
import type { TextBuffer } from '../kit/text-buffer.ts';

/** One of a list is picked: which report, of when, in what steps. */
export interface Pick {
  readonly kind: 'report' | 'period' | 'step';
  readonly items: readonly PickItem[];
  readonly index: number;
}

export interface PickItem {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** Something is typed: a filter, or dates. */
export interface Entry {
  readonly kind: 'filter' | 'dates';
  readonly buffer: TextBuffer;
  readonly fault: SafeText | undefined;
}

/** A figure of the report that is in hand. */
export interface FigureInHand {
  /** Place of its row among those that are shown. */
  readonly row: number;
  /** Place of its column in the part; undefined where nothing of the row has complaints behind it. */
  readonly column: number | undefined;
}

/** What the Reports screen shows. */
export interface ReportsView extends ReportQuestion {
  readonly refusals: readonly Refusal[];
  /** The report that was made last; it may be another one than was asked for since. */
  readonly report: Report | undefined;
  readonly counting: boolean;
  readonly lines: readonly ReportLine[];
  /** The first line that is seen. */
  readonly top: number;
  readonly inHand: FigureInHand;
  readonly overlay: Palette | Pick | Entry | undefined;
  readonly fault: SafeText | undefined;
  readonly notice: SafeText | undefined;
}

/** How the screen is opened. */
export interface ReportsStart {
  readonly name?: ReportName;
}

/** Where the agent goes from here. */
export type ReportsChoice =
  | { readonly kind: 'list'; readonly filter: string }
  | { readonly kind: 'back' | 'quit' | 'interrupt' };
