import { openRecord } from '../desk/read-record.ts';
import { type SearchHit, searchRecord } from '../desk/search.ts';
import { isoUtc } from '../language/iso.ts';
import { refOf } from '../rules/values.ts';
import type { Context } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { Fault } from './fault.ts';
import { type FilterFlags, readCount, readFilter } from './filters.ts';
import { chooseOutput, type OutputFlags } from './output/choose-output.ts';
import type { OutputRecord } from './output/field.ts';
import { writeRecords } from './output/write-records.ts';
import { placeOf } from './record-place.ts';

export interface SearchFlags extends Omit<FilterFlags, 'text'>, OutputFlags {
  readonly limit?: string;
}

/** Every field of a row, in its order: the contract with scripts. */
export const searchFields = [
  { name: 'reference', kind: 'text' },
  { name: 'opened_at', kind: 'time' },
  { name: 'stage', kind: 'text' },
  { name: 'owner', kind: 'text' },
  { name: 'customer_name', kind: 'text' },
  { name: 'found_in', kind: 'text' },
  { name: 'context', kind: 'text' },
  { name: 'found', kind: 'json' },
] as const;

/** How many complaints are found without asking for more: nobody reads further. */
const usual = 50;

/** Searches the record: who complained, by which number they are reached, and what was said. */
export async function search(
  context: Context,
  flags: SearchFlags,
  operands: readonly string[],
): Promise<ExitCode> {
  const { machine } = chooseOutput(flags, searchFields);
  const limit = readCount(flags.limit, '--limit') ?? usual;
  const text = operands.join(' ').trim();
  if (text === '') throw new Fault('usage', 'nothing-to-search');
  const record = await openRecord(placeOf(context.settings));
  try {
    const filter = record && (await readFilter(context, flags, record));
    // One more than is shown tells whether there are more.
    const hits =
      record === undefined || filter === undefined
        ? []
        : await searchRecord(record.read, text, { filter, limit: limit + 1 });
    if (machine !== undefined) {
      await writeRecords(context, machine, [hits.slice(0, limit).map(recordOf)]);
      return exitCodes.done;
    }
    const { searchForPeople } = await import('./search-for-people.ts');
    await searchForPeople(context, record, hits, limit);
    return exitCodes.done;
  } finally {
    await record?.close();
  }
}

const recordOf = (hit: SearchHit): OutputRecord => ({
  reference: refOf(hit.id),
  opened_at: isoUtc(hit.openedAt),
  stage: hit.stage,
  owner: hit.owner,
  customer_name: hit.customer ?? null,
  found_in: hit.foundIn,
  context: hit.context.map(({ text }) => text).join(''),
  found: hit.context.filter(({ found }) => found).map(({ text }) => text),
});
