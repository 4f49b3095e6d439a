import type { Outcome, Stage, Verdict } from '../../rules/steps.ts';

/** What a complaint must have to be on the list; what is left out does not matter. */
export interface ComplaintFilter {
  /** One of these. */
  readonly stage?: readonly Stage[];
  readonly owner?: string;
  readonly channel?: string;
  readonly product?: string;
  /** `group/cause`, or a group with all its causes. */
  readonly cause?: string;
  readonly severity?: string;
  /** How the conversation ended. */
  readonly outcome?: Outcome;
  /** What the complaint was found to be at its close. */
  readonly verdict?: Verdict;
  readonly customer?: number;
  /** Only those of key customers (P39). */
  readonly key?: true;
  /** Only those whose answer was due before this moment and still is, epoch milliseconds (P25). */
  readonly late?: number;
  /** Opened at this moment or later, epoch milliseconds. */
  readonly since?: number;
  /** Opened before this moment, epoch milliseconds. */
  readonly until?: number;
  /** Only these, by number: what stands behind a figure. */
  readonly among?: readonly number[];
  /** Words that all occur in it, each perhaps only begun; case and accents do not matter. */
  readonly text?: string;
}

/** What the list is sorted by. Equal ones stand in the order of their numbers. */
export interface ComplaintSort {
  readonly by: 'opened_at' | 'updated_at' | 'answer_due' | 'id';
  readonly direction: 'asc' | 'desc';
}

/** What to look for, in which order, and how much of it. */
export interface ComplaintSearch {
  readonly filter: ComplaintFilter;
  /** Without it, the newest come first. */
  readonly sort?: ComplaintSort;
  readonly limit?: number;
  /** The number of the last complaint of the page before. */
  readonly after?: number;
  /** The number of the first complaint of the page behind: gives the `limit` ones right before it. */
  readonly before?: number;
}
