import { customerFields, customerListFields } from '../../store/customer-fields.ts';
import type { CustomerSearch, CustomerSort } from '../../store/list-customers.ts';
import type { RecordField } from '../../store/record-fields.ts';
import type { RecordReader } from '../../store/record-reader.ts';

export type { CustomerSearch, CustomerSort, RecordReader };
export { customerFields, customerListFields };

/** A customer as machines read them, by the names of the fields. */
export type CustomerRecord = Readonly<Record<string, unknown>>;

/** @returns everything known of one customer; empty when there is none. */
export async function recordOf(
  read: Pick<RecordReader, 'customerRecords'>,
  customer: number,
): Promise<CustomerRecord> {
  const [record = {}] = await read.customerRecords([customer], customerFields);
  return record;
}

/** Rows a page: nothing is locked between pages, and memory holds one page. */
const page = 500;

/**
 * Reads customers for machines, page by page.
 * @param search without a limit, everybody who fits
 * @returns pages of records, each with the fields as keys in their order
 */
export async function* findCustomerRecords(
  read: RecordReader,
  search: CustomerSearch,
  fields: readonly RecordField[],
): AsyncGenerator<readonly Record<string, unknown>[], void> {
  const most = search.limit ?? Number.POSITIVE_INFINITY;
  if (search.text !== undefined || most <= page) {
    // Words are found in one go: the search index would start over for every page.
    const ids = await read.listCustomers(search);
    for (let from = 0; from < ids.length; from += page) {
      yield await read.customerRecords(ids.slice(from, from + page), fields);
    }
    return;
  }
  let found = 0;
  for (let last: number | undefined; found < most; ) {
    const limit = Math.min(page, most - found);
    const after = last === undefined ? {} : { after: last };
    const ids = await read.listCustomers({ ...search, ...after, limit });
    if (ids.length > 0) yield await read.customerRecords(ids, fields);
    found += ids.length;
    last = ids.at(-1);
    if (ids.length < limit) return;
  }
}
