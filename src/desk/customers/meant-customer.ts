import type { Reader } from '../../store/reader.ts';
import type { CustomerRow } from '../../store/tables/customer.ts';

/** @returns a customer, or who they turned out to be the same person as; undefined when there is none. */
export async function meantCustomer(read: Reader, id: number): Promise<CustomerRow | undefined> {
  for (let next: number | null = id; next !== null; ) {
    const row: CustomerRow | undefined = await read.customer(next);
    if (row === undefined || row.merged_into === null) return row;
    next = row.merged_into;
  }
  return undefined;
}
