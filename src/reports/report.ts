import type { Millis } from '../rules/values.ts';

/**
 * A report as it is shown. Whoever draws one (as text, as a page, for a machine) computes nothing and
 * does not know where the figures come from; whoever makes one does not know how it is drawn.
 */
export interface Report {
  readonly name: ReportName;
  /** `Causes`. */
  readonly title: string;
  /** What it answers, in one sentence. */
  readonly says: string;
  readonly period: ReportPeriod;
  /** What it is held against. */
  readonly before?: ReportPeriod;
  /** What it is narrowed by, in words; empty for everything. */
  readonly narrowedBy: string;
  readonly parts: readonly ReportPart[];
  /** What each figure means, in the order in which they stand. */
  readonly definitions: readonly Definition[];
  /** Whose desk it is. */
  readonly business: string;
  readonly madeAt: Millis;
  /** IANA time zone in which days begin. */
  readonly zone: string;
  /** The newest hash of the log: what the figures were counted from. Empty for an empty log. */
  readonly head: string;
}

export const reportNames = [
  'summary',
  'causes',
  'times',
  'remedies',
  'promises',
  'agents',
  'peaks',
  'satisfaction',
  'customers',
  'standard',
] as const;
export type ReportName = (typeof reportNames)[number];

/** From its first moment to the first one after it. */
export interface ReportPeriod {
  readonly since: Millis;
  readonly until: Millis;
  /** `1 to 30 November 2026`. */
  readonly text: string;
}

/** A term that stands in a report, and how it is counted. */
export interface Definition {
  readonly term: string;
  readonly says: string;
}

/** A table, perhaps with a picture of it. The first column names the row. */
export interface ReportPart {
  /** For machines: `by_month`. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
  readonly chart?: Chart;
  /** What is said where there is no row. */
  readonly empty: string;
}

export interface ReportColumn {
  /** For machines, unique within the part: `received`. */
  readonly name: string;
  readonly title: string;
}

export interface ReportRow {
  /** For machines, unique within the part: `delivery/damaged`, `2026-11`. */
  readonly name: string;
  /** One for each column; the first is the row's name for people. */
  readonly cells: readonly Cell[];
  /** It tells of all the others together: no picture draws it among them. */
  readonly total?: true;
  /** What stands out about it, in words: "new", "growing: 12 where 5 were to be expected". */
  readonly remark?: string;
}

export interface Cell {
  readonly value: Value;
  /** What stands behind `amends` to see the complaints that were counted here. */
  readonly list?: readonly string[];
}

/** A figure with what it is, so that each drawing writes it in its own way. */
export type Value =
  | { readonly kind: 'count'; readonly count: number }
  /** Two of a hundred; of none there is no share. */
  | { readonly kind: 'share'; readonly part: number; readonly of: number }
  /** A mean that is no whole number: contacts a complaint, a score from 1 to 10. */
  | { readonly kind: 'mean'; readonly mean: number }
  | { readonly kind: 'time'; readonly ms: number }
  /** One sum a currency; none for nothing. */
  | { readonly kind: 'money'; readonly sums: readonly Sum[] }
  | { readonly kind: 'text'; readonly text: string }
  /** How much more or less than before, as a share of what it was; 0.5 is half as much again. */
  | { readonly kind: 'change'; readonly by: number }
  /** By how much a share is larger or smaller than before: from 0.8 to 0.6 is -0.2, 20 points less. */
  | { readonly kind: 'points'; readonly by: number }
  /** There was nothing to count or to divide by. */
  | { readonly kind: 'none' };

export interface Sum {
  readonly minor: number;
  readonly currency: string;
}

/** How a part is drawn; columns are named by `ReportColumn.name`. */
export type Chart =
  /** The figures side by side, large: what one looks at first. */
  | {
      readonly kind: 'tiles';
      readonly value: string;
      readonly before?: string;
      readonly change?: string;
    }
  /** One bar a row. */
  | { readonly kind: 'bars'; readonly value: string }
  /** Bars that go down, and a line that adds them up; `share` is the column with the running share. */
  | { readonly kind: 'pareto'; readonly value: string; readonly share: string }
  /** Rows are one period after another; a line a column. */
  | { readonly kind: 'lines'; readonly values: readonly string[] }
  /** Every column but the first is a cell of the map; darker is more. */
  | { readonly kind: 'heat' };
