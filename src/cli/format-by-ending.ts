import { extname } from 'node:path';
import { Fault } from './fault.ts';

/** What people ask for by an ending and nothing here can write. */
const foreign = ['pdf', 'xls', 'xlsx', 'ods', 'doc', 'docx', 'odt', 'xml', 'yaml', 'tsv', 'db'];

/**
 * `--output causes.html` says it all.
 * @param file undefined for standard output
 * @param formats those there are, named as their endings
 * @returns undefined where the ending says nothing
 * @throws Fault `usage` for the ending of another kind of document: nobody could open what it held
 */
export function formatByEnding<Format extends string>(
  file: string | undefined,
  formats: readonly Format[],
): Format | undefined {
  const ending = extname(file ?? '')
    .slice(1)
    .toLowerCase();
  const format = formats.find((one) => one === ending);
  if (format === undefined && foreign.includes(ending)) {
    throw new Fault('usage', 'foreign-ending', { given: ending, known: formats.join(', ') });
  }
  return format;
}
