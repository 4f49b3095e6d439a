import type { ComplaintId } from '../../rules/values.ts';
import type { PageCommand } from '../menu.ts';

/** Where the agent goes from the reports. */
export type PlainReportsChoice =
  | { readonly kind: 'list'; readonly filter: string }
  | { readonly kind: 'open'; readonly id: ComplaintId }
  | { readonly kind: 'back' | 'quit' };

/** What can be done with a report that was told. */
export type ReportCommand = 'report' | 'period' | 'steps' | 'filter' | 'page' | 'back' | 'quit';

/** All of them, in the order in which a prompt names them. */
export const reportCommands: readonly PageCommand<ReportCommand>[] = [
  { name: 'report', letter: 'r', label: 'plain.reports.report' },
  { name: 'period', letter: 'p', label: 'plain.reports.period', takesWords: true },
  { name: 'steps', letter: 's', label: 'plain.reports.steps', takesWords: true },
  { name: 'filter', letter: 'f', label: 'plain.reports.filter', takesWords: true },
  { name: 'page', letter: 'o', label: 'plain.reports.page' },
  { name: 'back', letter: 'b', label: 'plain.reports.back' },
  { name: 'quit', letter: 'q', label: 'plain.reports.quit' },
];
