import { type ExportName, exportNames, exportTables } from '../desk/exports.ts';
import { openRecord } from '../desk/read-record.ts';
import type { MessageKey } from '../language/messages.ts';
import { safeLine } from '../terminal/safe-text.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { bookmarkOf, moveTo } from './export/bookmark.ts';
import { readFormat } from './export/format.ts';
import { type Exported, writeRows } from './export/write-rows.ts';
import { Fault } from './fault.ts';
import { type FilterFlags, readFilter } from './filters.ts';
import { readFields } from './output/choose-output.ts';
import { safeOnTerminal } from './output/safe-on-terminal.ts';
import { placeOf } from './record-place.ts';
import { similarTo } from './similar.ts';
import type { Writer } from './writer.ts';

export interface ExportFlags extends FilterFlags {
  readonly format?: string;
  readonly output?: string;
  readonly fields?: string;
  readonly sinceLast?: string;
  /** False with `--no-formula-guard`. */
  readonly formulaGuard?: boolean;
}

/** Writes a part of the record as a file: to standard output, or to a file that is whole or not there. */
export async function exportRecord(
  context: Context,
  flags: ExportFlags,
  [what]: readonly string[],
): Promise<ExitCode> {
  const table = exportTables[readName(what)];
  const to = flags.output === '-' ? undefined : flags.output;
  const format = readFormat(flags.format, to, context.host.stdout.isTTY === true);
  const fields = flags.fields === undefined ? table.fields : readFields(flags.fields, table.fields);
  const { path, wait } = placeOf(context.settings);
  // An export of nothing would look like one of everything: here the record has to be there.
  const record = await openRecord({ path, named: true, wait });
  if (record === undefined) return exitCodes.failed;
  try {
    const bookmark = await bookmarkOf(record, path, flags, table.name, to);
    // Where nobody has the name that was asked for, nothing fits.
    const filter = (await readFilter(context, flags, record)) ?? { customer: 0 };
    // Taken before the first row: everything this head vouches for is in the export.
    const head = await record.read.head();
    const what: Exported = {
      format,
      fields,
      formulaGuard: flags.formulaGuard !== false,
      rows: {
        table,
        filter,
        upTo: head?.seq ?? 0,
        ...(bookmark?.after === undefined ? {} : { after: bookmark.after }),
      },
    };
    const told = { rows: 0, cuts: { count: 0 } };
    const write = (out: Writer): Promise<void> => writeRows(out, record, what, told);
    if (to === undefined) await write(format === 'xlsx' ? context.out : safeOnTerminal(context));
    else {
      const { isNoFile, writeWholeFile } = await import('./whole-file.ts');
      const isFile = !(await isNoFile(to));
      if (!isFile && bookmark !== undefined) throw new Fault('usage', 'bookmark-needs-file');
      await writeWholeFile(to, write);
      if (isFile) await writeWholeFile(`${to}.head`, (out) => out.write(`${head?.hash ?? ''}\n`));
      if (head !== undefined) moveTo(bookmark, head);
    }
    await tell(context, table.name, to, head?.hash ?? '-', told);
    return exitCodes.done;
  } finally {
    await record.close();
  }
}

/** Says how many rows went where, and the head of the log that vouches for them. */
async function tell(
  context: Context,
  name: ExportName,
  file: string | undefined,
  head: string,
  { rows: count, cuts }: { readonly rows: number; readonly cuts: { readonly count: number } },
): Promise<void> {
  const words = await context.words();
  const key: MessageKey = `cli.export.rows.${name}`;
  const rows = words.say(key, { count });
  const line =
    file === undefined
      ? words.say('cli.export.written', { rows, head })
      : words.say('cli.export.written-to', { rows, head, file });
  await context.note(safeLine(line));
  if (cuts.count > 0) await context.note(safeLine(words.say('cli.export.cut', cuts)));
}

function readName(given = 'complaints'): ExportName {
  const name = exportNames.find((each) => each === given);
  if (name !== undefined) return name;
  throw new Fault(
    'usage',
    'unknown-export',
    { given, known: exportNames.join(', ') },
    similarTo(given, exportNames),
  );
}
