import type { Report } from '../../reports/report.ts';
import { inAscii } from '../../terminal/ascii-signs.ts';
import { type SafeText, safeLine } from '../../terminal/safe-text.ts';
import type { Context } from '../context.ts';
import type { Layout, OutputRecord } from '../output/field.ts';
import { jsonlLayout } from '../output/json.ts';
import { paintFor } from '../output/paint.ts';
import { plainLayout } from '../output/plain.ts';
import { safeOnTerminal } from '../output/safe-on-terminal.ts';
import { terminalOf } from '../require-answers.ts';

export const reportFormats = ['text', 'json', 'jsonl', 'csv', 'plain', 'md', 'html'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Every field of a row of a report, in its order: the contract with scripts. */
export const reportRowFields = [
  { name: 'report', kind: 'text' },
  { name: 'part', kind: 'text' },
  { name: 'row', kind: 'text' },
  { name: 'cells', kind: 'json' },
  { name: 'remark', kind: 'text' },
] as const;

/** How a report leaves. */
export interface WrittenAs {
  readonly format: ReportFormat;
  /** A file in the place of standard output. */
  readonly output?: string;
  /** What jq makes of the JSON. */
  readonly jq?: string;
}

/** Without a terminal, text is as wide as a page. */
const PAGE = 100;

/** Writes a report to standard output, or to a file that is whole or not there. */
export async function writeReport(
  context: Context,
  report: Report,
  { format, output, jq }: WrittenAs,
): Promise<void> {
  const text = await textOf(context, report, format, output !== undefined);
  const said = jq === undefined ? text : await (await import('../output/jq.ts')).runJq(text, jq);
  if (output === undefined || output === '-') {
    // Text is safe as it is made; what is for machines may be looked at on a terminal too.
    await (format === 'text' ? context.out : safeOnTerminal(context)).write(said);
    return;
  }
  const { writeWholeFile } = await import('../whole-file.ts');
  await writeWholeFile(output, (out) => out.write(said));
  const words = await context.words();
  await context.note(safeLine(words.say('cli.report.written', { file: output })));
}

async function textOf(
  context: Context,
  report: Report,
  format: ReportFormat,
  toFile: boolean,
): Promise<string> {
  const words = await context.words();
  switch (format) {
    case 'json':
      return (await import('../../reports/json.ts')).reportJson(report);
    case 'jsonl': {
      const { reportRows } = await import('../../reports/json.ts');
      return textOfRecords(jsonlLayout(reportRowFields), reportRows(report));
    }
    case 'plain': {
      const { reportValueColumns, reportValues } = await import('../../reports/long-table.ts');
      const fields = reportValueColumns.map((name) => ({ name, kind: 'text' }));
      const values = reportValues(report).map((value): OutputRecord => ({ ...value }));
      return textOfRecords(plainLayout(fields), values);
    }
    case 'csv':
      return (await import('../../reports/csv.ts')).reportCsv(report);
    case 'md':
      return (await import('../../reports/markdown.ts')).reportMarkdown(report, words);
    case 'html':
      return (await import('../../reports/html/page.ts')).reportPage(report, words);
    case 'text':
      return textFor(context, report, toFile);
  }
}

const textOfRecords = (layout: Layout, records: readonly OutputRecord[]): string =>
  records.map((record, at) => layout.record(record, at === 0)).join('');

async function textFor(context: Context, report: Report, toFile: boolean): Promise<string> {
  const { reportLines } = await import('../../reports/text/report-lines.ts');
  const { stdout } = context.host;
  const terminal = terminalOf(context);
  const onTerminal = stdout.isTTY === true && !toFile;
  const lines = reportLines(report, await context.words(), {
    columns: onTerminal ? stdout.columns || 80 : PAGE,
    accessible: terminal.accessible,
  });
  const paint = paintFor(context);
  const painted = lines.map(({ text, kind }) => {
    if (toFile) return text;
    if (kind === 'title' || kind === 'heading' || kind === 'titles') return paint.heading(text);
    return kind === 'quiet' ? paint.quiet(text) : text;
  });
  const page = `${painted.join('\n')}\n` as SafeText;
  return terminal.unicode || toFile ? page : inAscii(page);
}
