import type { Desk } from '../desk/desk.ts';
import { readFilter } from '../desk/list-page.ts';
import type { Messages } from '../language/messages.ts';
import type { Refusal } from '../rules/values.ts';
import { namedPeriod, type PeriodName } from './named-period.ts';
import type { PeriodStep, Stretch } from './period.ts';
import type { Report, ReportName } from './report.ts';
import type { ReportSource } from './report-source.ts';

/** Of when: a period by its name, or dates of one's own as they were typed. */
export type PeriodChoice =
  | { readonly kind: 'named'; readonly name: PeriodName }
  | { readonly kind: 'own'; readonly typed: string; readonly stretch: Stretch };

/** What somebody at the desk asks for. */
export interface ReportQuestion {
  readonly name: ReportName;
  readonly period: PeriodChoice;
  /** In what steps; without it, in those that suit the period. */
  readonly step: PeriodStep | undefined;
  /** As it is typed on a list: `owner:me kettle`. */
  readonly filter: string;
}

/** What is shown before anybody asks for something else. */
export const firstQuestion: ReportQuestion = {
  name: 'summary',
  period: { kind: 'named', name: 'last-30-days' },
  step: undefined,
  filter: '',
};

/**
 * Makes the report that was asked for.
 * @returns with what of the filter was not understood
 * @throws StoreError, TooManyPieces
 */
export async function askReport(
  desk: Desk,
  words: Messages,
  source: ReportSource,
  { name, period, step, filter: typed }: ReportQuestion,
): Promise<{ readonly report: Report; readonly refusals: readonly Refusal[] }> {
  const { filter, refusals } = await readFilter(desk, words, typed);
  const { since: _, until: __, ...facets } = filter;
  const stretch =
    period.kind === 'own' ? period.stretch : namedPeriod(period.name, desk.now(), desk.zone);
  return { report: await source.make({ name, ...stretch, by: step, facets }), refusals };
}
