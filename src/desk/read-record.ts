import type { Figures } from '../store/figure-sheets/read-figures.ts';
import type { ComplaintSearch } from '../store/find-complaints.ts';
import { type OpenedRecord, openRecordFile } from '../store/open-record.ts';
import type { Store } from '../store/open-store.ts';
import { type RecordField, recordFields } from '../store/record-fields.ts';
import { missingFile, storeFaultOf } from './store-fault.ts';

/** The record as scripts read it: nothing can be written through it. */
export type ReadRecord = Pick<OpenedRecord, 'read' | 'close'>;

export type { Figures };

/** The record with what figures are counted from. */
export type FigureRecord = OpenedRecord;

/** The record with everything that can be read of it. */
export type WholeRecord = Store;
export type { ComplaintSearch, RecordField };

/** Every field of a complaint's record, in its order: the contract with scripts. */
export const complaintFields: readonly RecordField[] = recordFields;

/** Rows a page: nothing is locked between pages, and memory holds one page. */
const page = 500;

/** How long a busy record is waited for unless somebody says otherwise, in milliseconds. */
const usual = 5000;

/** Where the record is. */
export interface RecordPlace {
  readonly path: string;
  /** Whether somebody said which file: then it has to be there. */
  readonly named: boolean;
  /** How long to wait for another process, in milliseconds. */
  readonly wait?: number | undefined;
}

/**
 * Opens the record for a script: what lists, exports and single records need, and no more.
 * @returns undefined when nobody said which file, and nothing was ever written to the usual one
 * @throws StoreError when it cannot be opened
 */
export async function openRecord(place: RecordPlace): Promise<FigureRecord | undefined> {
  return opened(place, async (path, patience) => openRecordFile(path, patience.timeout ?? usual));
}

/**
 * Opens the record for somebody who can do without it: nothing is waited for, brought up to date or told.
 * @returns undefined when it cannot be read as it is
 */
export async function peekRecord({
  path,
}: Pick<RecordPlace, 'path'>): Promise<ReadRecord | undefined> {
  try {
    return openRecordFile(path, 0);
  } catch {
    return undefined;
  }
}

/**
 * Opens the record with everything that can be read of it, without playbook or agent.
 * @returns undefined when nobody said which file, and nothing was ever written to the usual one
 * @throws StoreError when it cannot be opened
 */
export async function openWholeRecord(place: RecordPlace): Promise<WholeRecord | undefined> {
  const { openStore } = await import('../store/open-store.ts');
  return opened(place, (path, patience) => openStore({ path, readonly: true, ...patience }));
}

interface Patience {
  readonly timeout?: number;
}

async function opened<Opened extends { close(): Promise<void> }>(
  { path, named, wait }: RecordPlace,
  open: (path: string, patience: Patience) => Promise<Opened>,
): Promise<Opened | undefined> {
  const patience: Patience = wait === undefined ? {} : { timeout: wait };
  try {
    return await open(path, patience);
  } catch (error) {
    if (!named && missingFile(error)) return undefined;
    if (storeFaultOf(error)?.facts['reason'] !== 'outdated') throw error;
    // An older file is brought up to date first, which takes writing.
    const { openStore } = await import('../store/open-store.ts');
    await (await openStore({ path, create: false, ...patience })).close();
    return open(path, patience);
  }
}

/**
 * Reads complaints for machines, page by page.
 * @param search what to look for; without a limit, everything that fits
 * @returns pages of records, each with the fields as keys in their order
 */
export async function* findRecords(
  record: ReadRecord,
  search: ComplaintSearch,
  fields: readonly RecordField[],
): AsyncGenerator<readonly Record<string, unknown>[], void> {
  for await (const ids of idPages(record, search)) yield await record.read.records(ids, fields);
}

async function* idPages(
  record: ReadRecord,
  search: ComplaintSearch,
): AsyncGenerator<number[], void> {
  const limit = search.limit ?? Number.POSITIVE_INFINITY;
  if (search.filter.text !== undefined || limit <= page) {
    // Words are found in one go: the search index would start over for every page.
    const ids = await record.read.findComplaints(search);
    for (let from = 0; from < ids.length; from += page) yield ids.slice(from, from + page);
    return;
  }
  let found = 0;
  for (let last: number | undefined; found < limit; ) {
    const after = last === undefined ? {} : { after: last };
    const many = Math.min(page, limit - found);
    const ids = await record.read.findComplaints({ ...search, ...after, limit: many });
    if (ids.length > 0) yield ids;
    found += ids.length;
    last = ids.at(-1);
    if (ids.length < many) return;
  }
}
