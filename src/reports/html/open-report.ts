import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Messages } from '../../language/messages.ts';
import type { Report } from '../report.ts';
import { type Opener, openFile, writePage } from './open-page.ts';
import { reportPage } from './page.ts';

/** As much of the environment as it depends on. */
type Environment = Readonly<Record<string, string | undefined>>;

/** What came of it. */
export interface OpenedReport {
  /** The file with the page, which is there in both cases. */
  readonly file: string;
  /** Whether a browser was found that shows it. */
  readonly opened: boolean;
}

/**
 * Shows a report in the browser, from a private file that the next one of the same name replaces.
 * @param env names the browser (`BROWSER`) and the place of what can be deleted at any time
 *   (`XDG_CACHE_HOME`)
 * @throws the system's own error when the file cannot be written
 */
export async function openReport(
  report: Report,
  words: Messages,
  env: Environment,
  open?: Opener,
): Promise<OpenedReport> {
  const file = writePage(reportPage(report, words), pagesFolder(env), report.name);
  try {
    await openFile(file, env, open);
    return { file, opened: true };
  } catch {
    // A machine without a browser: whoever asked can take the file to one.
    return { file, opened: false };
  }
}

/** XDG Base Directory Specification: a relative path is ignored. */
function pagesFolder({ XDG_CACHE_HOME }: Environment): string {
  const named = XDG_CACHE_HOME !== undefined && isAbsolute(XDG_CACHE_HOME);
  return join(named ? XDG_CACHE_HOME : join(homedir(), '.cache'), 'amends', 'reports');
}
