import type { RecordField } from '../desk/read-record.ts';
import { complaintFields, openRecord, type ReadRecord } from '../desk/read-record.ts';
import { safeLine } from '../terminal/safe-text.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { Fault } from './fault.ts';
import { type Filter, type FilterFlags, readFilter } from './filters.ts';
import { readFields } from './output/choose-output.ts';
import { safeOnTerminal } from './output/safe-on-terminal.ts';
import { placeOf } from './record-place.ts';
import { similarTo } from './similar.ts';
import type { Writer } from './writer.ts';

export interface ExportFlags extends FilterFlags {
  readonly format?: string;
  readonly output?: string;
  readonly fields?: string;
  /** False with `--no-formula-guard`. */
  readonly formulaGuard?: boolean;
}

type Format = 'csv' | 'jsonl';
const formats: readonly Format[] = ['csv', 'jsonl'];

/** Writes the record as a file: to standard output, or to a file that is whole or not there. */
export async function exportRecord(context: Context, flags: ExportFlags): Promise<ExitCode> {
  const format = readFormat(flags.format);
  const fields =
    flags.fields === undefined ? complaintFields : readFields(flags.fields, complaintFields);
  const { path, wait } = placeOf(context.settings);
  // An export of nothing would look like one of everything: here the record has to be there.
  const record = await openRecord({ path, named: true, wait });
  if (record === undefined) return exitCodes.failed;
  try {
    const filter = await readFilter(flags, record);
    const what: Exported = {
      format,
      fields,
      filter,
      formulaGuard: flags.formulaGuard !== false,
    };
    const to = flags.output;
    if (to === undefined || to === '-') {
      const out = safeOnTerminal(context);
      await told(context, record, undefined, (rows) => writeRows(out, record, what, rows));
      return exitCodes.done;
    }
    const { writeWholeFile } = await import('./whole-file.ts');
    await told(context, record, to, async (rows, head) => {
      await writeWholeFile(to, (out) => writeRows(out, record, what, rows));
      await writeWholeFile(`${to}.head`, (out) => out.write(`${head}\n`));
    });
    return exitCodes.done;
  } finally {
    await record.close();
  }
}

interface Exported {
  readonly format: Format;
  readonly fields: readonly RecordField[];
  readonly filter: Filter | undefined;
  readonly formulaGuard: boolean;
}

interface Counted {
  rows: number;
}

/** Says how many complaints went where, and the head of the log that vouches for them. */
async function told(
  context: Context,
  record: ReadRecord,
  to: string | undefined,
  write: (counted: Counted, head: string) => Promise<void>,
): Promise<void> {
  // Taken before the first row: everything this head vouches for is in the export.
  const head = (await record.read.head())?.hash ?? '';
  const counted: Counted = { rows: 0 };
  await write(counted, head);
  const words = await context.words();
  const values = { count: counted.rows, head: head === '' ? '-' : head };
  await context.note(
    safeLine(
      to === undefined
        ? words.say('cli.export.written', values)
        : words.say('cli.export.written-to', { ...values, file: to }),
    ),
  );
}

async function writeRows(
  out: Writer,
  record: ReadRecord,
  { filter, ...options }: Exported,
  counted: Counted,
): Promise<void> {
  // Where nobody has the name that was asked for, nothing fits; the header still stands.
  const pieces = record.read.exportBytes({ ...options, filter: filter ?? { customer: 0 } });
  // While one piece is being written, the next is being read.
  let writing = Promise.resolve();
  for await (const { bytes, rows } of pieces) {
    await writing;
    counted.rows += rows;
    writing = out.write(bytes);
    // Told when it is waited for; until then it must not count as nobody's.
    writing.catch(() => {});
  }
  await writing;
}

function readFormat(given = 'csv'): Format {
  const format = formats.find((each) => each === given);
  if (format !== undefined) return format;
  throw new Fault(
    'usage',
    'unknown-format',
    { given, known: formats.join(', ') },
    similarTo(given, formats),
  );
}
