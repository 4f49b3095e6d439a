import { basename, extname } from 'node:path';
import { findShape, type ImportFile } from '../../desk/import/file-shape.ts';
import type { Mapping } from '../../desk/import/mapping.ts';
import { mappingText } from '../../desk/import/mapping-text.ts';
import { presetFor } from '../../desk/import/presets.ts';
import { type SuggestNote, suggestMapping } from '../../desk/import/suggest.ts';
import { safeLine } from '../../terminal/safe-text.ts';
import type { Context } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { safeOnTerminal } from '../output/safe-on-terminal.ts';
import type { ImportFlags, ReadFlags } from './import-flags.ts';
import { refuseFile } from './refuse-file.ts';
import { sayEncoding } from './tell-file.ts';

/** Writes the mapping that a file seems to need to standard output, for the owner to put right. */
export async function suggest(
  context: Context,
  source: ImportFile,
  given: { readonly file: string; readonly read: ReadFlags; readonly flags: ImportFlags },
): Promise<ExitCode> {
  const { file, read, flags } = given;
  const words = await context.words();
  const shape = await findShape(source, read);
  if ('fault' in shape) return refuseFile(context, file, shape);
  const named = flags.source ?? nameOf(file);
  const preset = read.preset ?? presetFor(shape.columns);
  const { mapping, notes } =
    preset === undefined
      ? suggestMapping(shape, named)
      : { mapping: asOwn(preset.mapping, shape.columns, flags.source), notes: [] };
  const told = notes.map(({ at, code, facts }: SuggestNote) => {
    return [at, words.say(`import.suggest.${code}`, facts)] as const;
  });
  const used = new Set([
    ...mapping.id,
    ...Object.values(mapping.fields).flatMap((f) => f?.columns ?? []),
  ]);
  const rest = shape.columns.filter((name) => !used.has(name));
  const head = words
    .say('import.suggest.head', {
      file,
      encoding: sayEncoding(shape),
      rest: rest.length === 0 ? 'none' : rest.join(', '),
    })
    .split('\n')
    .map((line) => `# ${safeLine(line)}`);
  const text = mappingText(mapping, told);
  await safeOnTerminal(context).write(Buffer.from(`${head.join('\n')}\n${text}`));
  const { opened_at: opened, received_at: received } = mapping.fields;
  if (opened === undefined && received === undefined) {
    await context.note(safeLine(words.say('import.suggest.no-date')));
  }
  return exitCodes.done;
}

/** A known layout in the owner's hands has only the columns that their file has. */
function asOwn(mapping: Mapping, columns: readonly string[], source: string | undefined): Mapping {
  const { loose: _, exact: __, ...own } = mapping;
  const fields = Object.fromEntries(
    Object.entries(own.fields)
      .map(([name, from]) => {
        const kept = from?.columns.filter((column) => columns.includes(column)) ?? [];
        return [name, from && { ...from, columns: kept }] as const;
      })
      .filter(([, from]) => from !== undefined && from.columns.length > 0),
  );
  return { ...own, source: source ?? own.source, fields };
}

const nameOf = (file: string): string =>
  file === '-' ? 'import' : basename(file, extname(file)).toLowerCase().replaceAll(/\s+/g, '-');
