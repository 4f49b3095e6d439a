import type { ComplaintSearch } from '../desk/read-record.ts';
import { complaintFields, findRecords, openRecord } from '../desk/read-record.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { Fault } from './fault.ts';
import { type FilterFlags, readCount, readFilter } from './filters.ts';
import { chooseOutput, type OutputFlags } from './output/choose-output.ts';
import { writeRecords } from './output/write-records.ts';
import { placeOf } from './record-place.ts';
import { similarTo } from './similar.ts';

export interface ListFlags extends FilterFlags, OutputFlags {
  readonly sort?: string;
  readonly limit?: string;
}

/** How many complaints a person gets without asking; a script gets all of them. */
const usual = 50;

/** Lists complaints: a table for people, records for machines. */
export async function list(context: Context, flags: ListFlags): Promise<ExitCode> {
  const { machine } = chooseOutput(flags, complaintFields);
  const sort = readSort(flags.sort);
  const limit = readCount(flags.limit, '--limit');
  const record = await openRecord(placeOf(context.settings));
  try {
    const filter = record && (await readFilter(context, flags, record));
    const search: ComplaintSearch | undefined = filter && {
      filter,
      ...(sort === undefined ? {} : { sort }),
      ...(limit === undefined ? {} : { limit }),
    };
    if (machine !== undefined) {
      const found =
        record === undefined || search === undefined
          ? []
          : findRecords(record, search, machine.fields);
      await writeRecords(context, machine, found);
      return exitCodes.done;
    }
    const { listForPeople } = await import('./list-for-people.ts');
    await listForPeople(context, record, search && { ...search, limit: limit ?? usual });
    return exitCodes.done;
  } finally {
    await record?.close();
  }
}

/** What a list can be sorted by, as the record names it. */
const sorts = {
  opened_at: 'opened_at',
  updated_at: 'updated_at',
  answer_due: 'answer_due',
  reference: 'id',
} as const;

function readSort(given: string | undefined): ComplaintSearch['sort'] {
  if (given === undefined) return undefined;
  const direction = given.startsWith('-') ? 'desc' : 'asc';
  const name = given.replace(/^-/, '');
  const known = Object.keys(sorts);
  const by = Object.entries(sorts).find(([each]) => each === name)?.[1];
  if (by !== undefined) return { by, direction };
  throw new Fault(
    'usage',
    'unknown-sort',
    { given, known: known.join(', ') },
    similarTo(name, known),
  );
}
