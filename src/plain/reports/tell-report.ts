import { askReport, type ReportQuestion } from '../../reports/ask-report.ts';
import type { Report } from '../../reports/report.ts';
import type { ReportSource } from '../../reports/report-source.ts';
import { reportLines } from '../../reports/text/report-lines.ts';
import { safe } from '../../terminal/safe-text.ts';
import type { Telling } from '../telling.ts';
import type { ReportsAsking } from './report-menu.ts';
import { numberedRows } from './report-rows.ts';

/**
 * Makes the report anew and tells it, its rows numbered as they can be asked about.
 * @returns undefined where it could not be made, which is told
 */
export async function tellReport(
  { telling, desk }: ReportsAsking,
  source: ReportSource,
  question: ReportQuestion,
): Promise<Report | undefined> {
  const made = await telling.attempt(async () => {
    try {
      return await askReport(desk, telling.voice.words, source, question);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'TooManyPieces') throw error;
      telling.tell('reports.too-many-pieces');
      return undefined;
    }
  });
  if (made === undefined) return undefined;
  for (const refusal of made.refusals) telling.tellRefusal(refusal);
  tellLines(telling, made.report);
  return made.report;
}

function tellLines(telling: Telling, report: Report): void {
  const { words } = telling.voice;
  const numbers = new Map(numberedRows(report, words).map(({ key }, at) => [key, at + 1]));
  const lines = reportLines(report, words, { columns: 80, accessible: true, commands: false });
  for (const { text, of } of lines) {
    const number = of === undefined ? undefined : numbers.get(`${of.part} ${of.row}`);
    telling.tellLine(number === undefined ? text : safe`  ${number}. ${text}`);
  }
}
