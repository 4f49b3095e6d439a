import { resolve } from 'node:path';
import { openFile } from '../../reports/html/open-page.ts';
import { openReport } from '../../reports/html/open-report.ts';
import type { Report } from '../../reports/report.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import type { Context } from '../context.ts';
import { Fault } from '../fault.ts';
import { writeReport } from './write-report.ts';

/**
 * Shows a report in the browser: from the file that was named, else from a private one, whose path
 * standard output gets.
 * @throws Fault `failed` when no browser could be opened; the page is written then too
 */
export async function showReport(
  context: Context,
  report: Report,
  output: string | undefined,
): Promise<void> {
  const { env } = context.host;
  const words = await context.words();
  if (output !== undefined && output !== '-') {
    await writeReport(context, report, { format: 'html', output });
    await openFile(resolve(output), env).catch(() => {
      throw new Fault('failed', 'no-browser', { file: output });
    });
    return;
  }
  const { file, opened } = await openReport(report, words, env);
  await context.out.write(`${file}\n`);
  if (!opened) throw new Fault('failed', 'no-browser', { file });
  await context.note(safeLine(words.say('cli.report.opened')));
}
