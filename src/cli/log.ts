import { eventFields, eventRecord, readLog } from '../desk/read-log.ts';
import { openWholeRecord } from '../desk/read-record.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { readCount, readSpan } from './filters.ts';
import { chooseOutput, type OutputFlags } from './output/choose-output.ts';
import type { OutputRecord } from './output/field.ts';
import { writeRecords } from './output/write-records.ts';
import { placeOf } from './record-place.ts';
import { readReference, requireComplaints } from './references.ts';

export interface LogFlags extends OutputFlags {
  readonly since?: string;
  readonly until?: string;
  readonly limit?: string;
}

/** How many events a person gets without asking, when it is not the log of one complaint. */
const usual = 50;

/** Shows what happened, the newest last: of one complaint, or of all. */
export async function log(
  context: Context,
  flags: LogFlags,
  operands: readonly string[],
): Promise<ExitCode> {
  const { machine, operands: given } = chooseOutput(flags, eventFields, operands);
  const [complaint] = given.map(readReference);
  const limit = readCount(flags.limit, '--limit');
  const record = await openWholeRecord(placeOf(context.settings));
  try {
    if (complaint !== undefined) await requireComplaints(record, [complaint]);
    const span = record === undefined ? {} : await readSpan(flags, record);
    const search = { ...span, complaint, limit };
    if (machine !== undefined) {
      const found = record === undefined ? [] : recordsOf(readLog(record, search));
      await writeRecords(context, machine, found);
      return exitCodes.done;
    }
    const { logForPeople } = await import('./log-for-people.ts');
    const shown = limit ?? (complaint === undefined ? usual : undefined);
    await logForPeople(context, record, { ...search, limit: shown });
    return exitCodes.done;
  } finally {
    await record?.close();
  }
}

async function* recordsOf(
  pages: ReturnType<typeof readLog>,
): AsyncGenerator<readonly OutputRecord[], void> {
  for await (const page of pages) yield page.map(eventRecord);
}
