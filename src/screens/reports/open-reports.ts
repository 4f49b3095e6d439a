import type { Desk } from '../../desk/desk.ts';
import type { Voice } from '../../desk/saying.ts';
import type { Opener } from '../../reports/html/open-page.ts';
import { reportSourceOf } from '../../reports/report-source.ts';
import {
  type ReportsParts,
  ReportsSession,
  type ReportsStart,
  type ReportsView,
} from './session.ts';

/**
 * Opens the reports of a desk. All that figures and pictures take is loaded with this file, so that
 * nobody waits for it who does not look at them.
 * @param opener opens pages; without it the system does
 */
export function openReports(
  desk: Desk,
  voice: Voice,
  start: ReportsStart,
  going: Pick<ReportsParts, 'onChoice' | 'onKeysLeft'>,
  opener?: Opener,
): ReportsSession {
  const { words } = voice;
  const openPage = async ({ report }: ReportsView): Promise<string> => {
    if (report === undefined) return words.say('reports.counting');
    const { openReport } = await import('../../reports/html/open-report.ts');
    const { file, opened } = await openReport(report, words, process.env, opener);
    return words.say(opened ? 'reports.opened' : 'reports.not-opened', { file });
  };
  const source = reportSourceOf(desk, words);
  return new ReportsSession({ desk, voice, source, openPage, ...going }, start);
}
