import type { Desk } from '../desk/desk.ts';
import { openReport } from '../reports/html/open-report.ts';
import type { ReportName } from '../reports/report.ts';
import { reportSourceOf } from '../reports/report-source.ts';
import { ReportsInLines } from './reports.ts';
import type { Telling } from './telling.ts';

/** Opens the reports of a desk in lines, with all that figures and pictures take. */
export function openReportsInLines(
  telling: Telling,
  desk: Desk,
  name: ReportName | undefined,
): ReportsInLines {
  const { words } = telling.voice;
  const source = reportSourceOf(desk, words);
  return new ReportsInLines(
    {
      telling,
      desk,
      source,
      openPage: async (report) => {
        const { file, opened } = await openReport(report, words, process.env);
        return words.say(opened ? 'reports.opened' : 'reports.not-opened', { file });
      },
    },
    name,
  );
}
