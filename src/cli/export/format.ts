import { Fault } from '../fault.ts';
import { formatByEnding } from '../format-by-ending.ts';
import { similarTo } from '../similar.ts';

/** As what an export is written. */
export type ExportFormat = 'csv' | 'jsonl' | 'xlsx';
export const exportFormats: readonly ExportFormat[] = ['csv', 'jsonl', 'xlsx'];

/**
 * @param given as typed; without it the ending of the file says it, and else it is CSV
 * @param to the file; undefined for standard output
 * @param onTerminal whether standard output is a terminal
 * @throws Fault `usage` for a format there is not, by its name or by an ending, or a workbook on a terminal
 */
export function readFormat(
  given: string | undefined,
  to: string | undefined,
  onTerminal: boolean,
): ExportFormat {
  const meant = given ?? formatByEnding(to, exportFormats) ?? 'csv';
  const format = exportFormats.find((each) => each === meant);
  if (format === undefined) {
    throw new Fault(
      'usage',
      'unknown-format',
      { given: meant, known: exportFormats.join(', ') },
      similarTo(meant, exportFormats),
    );
  }
  if (format === 'xlsx' && to === undefined && onTerminal) {
    throw new Fault('usage', 'workbook-on-terminal');
  }
  return format;
}
