import {
  type CustomerSearch,
  type CustomerSort,
  customerListFields,
  findCustomerRecords,
} from '../../desk/customers/customer-record.ts';
import { openRecord } from '../../desk/read-record.ts';
import { type CustomerStanding, standings } from '../../rules/state.ts';
import type { Context } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { Fault } from '../fault.ts';
import { readCount } from '../filters.ts';
import { chooseOutput, type OutputFlags } from '../output/choose-output.ts';
import { writeRecords } from '../output/write-records.ts';
import { placeOf } from '../record-place.ts';
import { similarTo } from '../similar.ts';

export interface CustomerListFlags extends OutputFlags {
  readonly text?: string;
  readonly key?: boolean;
  readonly standing?: string;
  readonly language?: string;
  readonly sort?: string;
  readonly limit?: string;
}

/** How many customers a person gets without asking; a script gets all of them. */
const usual = 50;

/** Lists customers: a table for people, records for machines. */
export async function listByCommand(context: Context, flags: CustomerListFlags): Promise<ExitCode> {
  const { machine } = chooseOutput(flags, customerListFields);
  const search = readSearch(flags);
  const record = await openRecord(placeOf(context.settings));
  try {
    if (machine !== undefined) {
      const found =
        record === undefined ? [] : findCustomerRecords(record.read, search, machine.fields);
      await writeRecords(context, machine, found);
      return exitCodes.done;
    }
    const { customersForPeople } = await import('./customers-for-people.ts');
    await customersForPeople(context, record, { ...search, limit: search.limit ?? usual });
    return exitCodes.done;
  } finally {
    await record?.close();
  }
}

function readSearch({ text, key, standing, language, sort, limit }: CustomerListFlags) {
  const most = readCount(limit, '--limit');
  return {
    ...(text === undefined ? {} : { text }),
    ...(key === undefined ? {} : { key }),
    ...(standing === undefined ? {} : { standing: readStanding(standing) }),
    ...(language === undefined ? {} : { language }),
    ...(sort === undefined ? {} : { sort: readSort(sort) }),
    ...(most === undefined ? {} : { limit: most }),
  } satisfies CustomerSearch;
}

/** @throws Fault `usage` that names those there are */
export function readStanding(given: string): CustomerStanding {
  const standing = standings.find((one) => one === given);
  if (standing !== undefined) return standing;
  const known = standings.join(', ');
  throw new Fault('usage', 'unknown-standing', { given, known }, similarTo(given, standings));
}

const sorts = ['number', 'name'] as const satisfies readonly CustomerSort['by'][];

function readSort(given: string): CustomerSort {
  const direction = given.startsWith('-') ? 'desc' : 'asc';
  const name = given.replace(/^-/, '');
  const by = sorts.find((one) => one === name);
  if (by !== undefined) return { by, direction };
  const known = sorts.join(', ');
  throw new Fault('usage', 'unknown-sort', { given, known }, similarTo(name, sorts));
}
