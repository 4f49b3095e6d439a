import { readFilter } from '../../desk/list-page.ts';
import type { ReportQuestion } from '../../reports/ask-report.ts';
import { periodNames } from '../../reports/named-period.ts';
import { periodSteps } from '../../reports/period.ts';
import { typedPeriod } from '../../reports/typed-period.ts';
import { pickListed, type ReportsAsking } from './report-menu.ts';

/** What of a question is asked for otherwise; undefined where it stays as it was. */
type Otherwise = Partial<ReportQuestion> | undefined;

/**
 * Of when: a period by its number or its name, or dates.
 * @throws Ended when nobody is there any more
 */
export async function askPeriod(asking: ReportsAsking, typed: string): Promise<Otherwise> {
  const { telling, desk } = asking;
  const { words } = telling.voice;
  const stretch = typed === '' ? undefined : typedPeriod(typed, desk.now(), desk.zone);
  if (stretch !== undefined) return { period: { kind: 'own', typed, stretch } };
  const items = periodNames.map((id) => ({ id, label: words.say(`reports.period.${id}`) }));
  const id = await pickListed(asking, 'period', items, typed);
  const name = periodNames.find((each) => each === id);
  if (name !== undefined) return { period: { kind: 'named', name } };
  if (typed !== '') telling.tell('reports.no-dates');
  return undefined;
}

/**
 * In what steps.
 * @throws Ended when nobody is there any more
 */
export async function askSteps(asking: ReportsAsking, typed: string): Promise<Otherwise> {
  const { words } = asking.telling.voice;
  const items = (['suitable', ...periodSteps] as const).map((id) => ({
    id,
    label: words.say(`reports.step.${id}`),
  }));
  const id = await pickListed(asking, 'step', items, typed);
  return id === undefined ? undefined : { step: periodSteps.find((step) => step === id) };
}

/** Of which complaints. Nothing typed takes the filter away; what is not understood is told. */
export async function askFilter(
  { telling, desk }: ReportsAsking,
  typed: string,
): Promise<Otherwise> {
  const { filter, refusals } = await readFilter(desk, telling.voice.words, typed);
  for (const refusal of refusals) telling.tellRefusal(refusal);
  // What was told stays while something was not understood.
  if (refusals.length > 0) return undefined;
  if (filter.since !== undefined || filter.until !== undefined) {
    telling.tell('reports.dates-elsewhere');
    return undefined;
  }
  return { filter: typed };
}
